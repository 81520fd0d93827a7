using AfterSales.Documents.Contracts;
using AfterSales.Documents.Storage;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>Brings a newer content of the same document; the older ones stay.</summary>
[Permission(DocumentsPermissions.FileRecords)]
[RequestSizeLimit(MostBytesOfOneForm)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytesOfOneForm)]
internal sealed class NewVersionModel : DocumentPage
{
    const long MostBytesOfOneForm = 1_000_000_000;

    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public string? Note { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (document, now) =>
    {
        if (Upload is null) throw new RuleViolation("Records.Upload.NoFile") { Field = "Upload" };
        await using var content = Upload.OpenReadStream();
        var kept = await Ask<IFileStore>().Keep(content, MediaTypes.Of(content), ct);
        await Ask<Filing>().AddVersionAsync(document, new FileFacts(kept.Sha256, kept.Size, kept.MediaType, FileNames.Safe(Upload.FileName)), Note, now, Actor, ct);
    }, ct);
}
