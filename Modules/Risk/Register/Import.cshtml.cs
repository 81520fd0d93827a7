using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Risk.Register;

/// <summary>A register from a file; refused rows are named on the page, cell by cell.</summary>
[Permission(RiskPermissions.Keep)]
internal sealed class ImportModel(ImportRisks import, DataFolder folder, TimeProvider time) : ModulePage
{
    public ImportReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null) throw new RuleViolation("Shell.ValueMissing");
        Directory.CreateDirectory(folder.In("imports"));
        var path = Path.Combine(folder.In("imports"), PublicId.New(time.Now()).ToString("N") + ".risks");
        try
        {
            await using (var kept = System.IO.File.Create(path)) await file.CopyToAsync(kept, ct);
            Report = new ImportReport("risks", T, null);
            await import.RunAsync(path, new ImportMap(), false, Actor, Report, ct);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
        return Page();
    }
}
