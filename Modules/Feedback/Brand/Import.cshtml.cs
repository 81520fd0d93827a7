using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Feedback.Brand;

/// <summary>Mentions from a file of a platform; refused rows are named on the page, cell by cell.</summary>
[Permission(FeedbackPermissions.WorkMentions)]
internal sealed class ImportModel(ImportMentions import, DataFolder folder, TimeProvider time) : ModulePage
{
    public ImportReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        using var table = await UploadedTable.KeepAsync(file, folder, time.Now(), ct);
        Report = new ImportReport("mentions", T, null);
        await import.RunAsync(table.Path, new ImportMap(), false, Actor, Report, ct);
        return Page();
    }
}
