using AfterSales.Kernel;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Import;

/// <summary>Tables of customers, appliances, models and prices, taken in at once; what was refused is named row by row.</summary>
[Permission(ServicePermissions.Import)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class TableModel : ModulePage
{
    const long Largest = 40L << 20;
    public static readonly IReadOnlyList<string> Kinds = ["customers", "appliances", "models", "price-list"];

    [BindProperty] public string Kind { get; set; } = "customers";
    [BindProperty] public bool DryRun { get; set; }
    public ImportReport? Report { get; private set; }

    public void OnGet() { }

    public IReadOnlyList<string> ColumnsOf(string kind) => ImportOf(kind).Columns;

    TableImport ImportOf(string kind)
    {
        var services = HttpContext.RequestServices;
        return kind switch
        {
            "customers" => services.GetRequiredService<ImportCustomers>(),
            "appliances" => services.GetRequiredService<ImportAppliances>(),
            "models" => services.GetRequiredService<ImportModels>(),
            "price-list" => services.GetRequiredService<ImportPriceList>(),
            _ => throw new RuleViolation("Shell.ValueMissing") { Field = "Kind" },
        };
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0) throw new RuleViolation("Import.NoUpload");
        var path = Path.GetTempFileName();
        try
        {
            await using (var to = System.IO.File.Create(path)) await file.CopyToAsync(to, ct);
            var report = new ImportReport(Kind, T, null);
            await ImportOf(Kind).RunAsync(path, new ImportMap(), DryRun, report, ct);
            Report = report;
        }
        finally
        {
            System.IO.File.Delete(path);
        }
        return Page();
    }
}
