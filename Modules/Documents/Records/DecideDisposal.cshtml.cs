using AfterSales.Documents.Storage;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>Second of two people: disposed of, or kept.</summary>
[Permission(DocumentsPermissions.ApproveDisposal)]
internal sealed class DecideDisposalModel : DocumentPage
{
    public Task<IActionResult> OnPostAsync(string? decision, CancellationToken ct) => ActAsync(async (document, now) =>
    {
        if (decision != "approve")
        {
            document.RejectDisposal(now, Actor);
            return;
        }
        foreach (var sha256 in document.ApproveDisposal(now, Actor)) await Db.ReleaseAsync(sha256, document.Owner, ct);
        await Ask<Filing>().NoteOrdersAsync(document, ct);
    }, ct);
}
