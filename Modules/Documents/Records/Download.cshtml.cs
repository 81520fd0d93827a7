using AfterSales.Documents.Contracts;
using AfterSales.Documents.Storage;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AfterSales.Documents.Records;

/// <summary>Gives out one content, always to be saved and never to be shown: under a policy that would not let it do anything either.</summary>
[Permission(DocumentsPermissions.ReadRecords)]
internal sealed class DownloadModel : DocumentPage
{
    /// <summary>Types that say nothing but what they are; everything else goes out as bytes.</summary>
    static readonly HashSet<string> Told = [MediaTypes.Pdf, MediaTypes.Docx, MediaTypes.Xlsx, "image/png", "image/jpeg", "image/gif", "image/webp"];

    [BindProperty(SupportsGet = true)] public int Copy { get; set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Document.State == DocumentState.Disposed || Document.Versions.Find(v => v.Number == Copy) is not { } version || await Ask<IFileStore>().Open(version.Sha256, ct) is not { } content) return NotFound();
        await LogAsync(Looked.Downloaded, Copy, ct);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(version.FileName);
        Response.Headers.ContentDisposition = name.ToString();
        Response.LetItDoNothing();
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "private, no-store";
        return File(content, Told.Contains(version.MediaType) ? version.MediaType : MediaTypes.Unknown);
    }
}
