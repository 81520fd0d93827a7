using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>A label for the paper: code, title, place, and a QR code that opens the document.</summary>
[Permission(DocumentsPermissions.ReadRecords)]
internal sealed class LabelModel : DocumentPage
{
    public QrCode Qr { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Document.Code is null) throw new NotThere();
        Qr = QrCode.Of($"{Ask<ICompany>().PublicUrl?.ToString().TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}"}/Documents/Records/Details/{Id:D}");
        await LogAsync(Looked.LabelPrinted, null, ct);
        return Page();
    }
}
