using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Import;

/// <summary>People, certificates or trainings of the past from a file; refused rows are named on the page, cell by cell.</summary>
[Permission(StaffPermissions.EditPeople)]
internal sealed class IndexModel(ImportEmployees employees, ImportCertificates certificates, ImportTraining training, DataFolder folder, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Kind { get; set; } = "employees";
    [BindProperty] public bool DryRun { get; set; }
    public IReadOnlyList<string> Kinds => [.. All.Select(i => i.Kind)];
    public IReadOnlyList<string> Columns => Import.Columns;
    public ImportReport? Report { get; private set; }

    StaffImport[] All => [employees, certificates, training];
    StaffImport Import => Array.Find(All, i => i.Kind == Kind) ?? throw new NotThere();

    public void OnGet() => _ = Import;

    /// <summary>A file to start from.</summary>
    public IActionResult OnGetTemplate(string? format) => format == "csv"
        ? File(Import.Template.CsvFile(T, codes: false), ImportTemplate.CsvType, Kind + ".csv") : File(Import.Template.Xlsx(T, codes: false), ImportTemplate.XlsxType, Kind + ".xlsx");

    /// <exception cref="NotThere">Nothing of that kind is imported.</exception>
    public override Task LoadAsync(CancellationToken ct) => Import is null ? throw new NotThere() : Task.CompletedTask;

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null) throw new RuleViolation("Shell.ValueMissing");
        Directory.CreateDirectory(folder.In("imports"));
        var path = Path.Combine(folder.In("imports"), PublicId.New(time.Now()).ToString("N") + ".staff");
        try
        {
            await using (var kept = System.IO.File.Create(path)) await file.CopyToAsync(kept, ct);
            Report = new ImportReport(Kind, T, null);
            await Import.RunAsync(path, new ImportMap(), DryRun, Actor, Report, ct);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
        return Page();
    }
}
