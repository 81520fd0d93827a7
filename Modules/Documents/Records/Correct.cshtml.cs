using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>Mends what was written about a document; the log keeps what stood there.</summary>
[Permission(DocumentsPermissions.FileRecords)]
internal sealed class CorrectModel : FactsPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (document, now) =>
    {
        document.Correct(Typed(document), now, Actor);
        await Ask<Filing>().NoteOrdersAsync(document, ct);
    }, ct);
}
