using AfterSales.Kernel;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Import;

[Permission(ServicePermissions.Import)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class IndexModel(ImportDesk desk, OrderRulebook rulebook, TimeProvider time) : ModulePage
{
    const long Largest = 400L << 20;

    public void OnGet() { }

    public FileContentResult OnGetTemplate(string? format)
    {
        var template = OrderTemplate.Of(rulebook.InForceAt(time.Now()).Sla);
        return format == "csv" ? File(template.CsvFile(T, codes: false), ImportTemplate.CsvType, template.Kind + ".csv") : File(template.Xlsx(T, codes: false), ImportTemplate.XlsxType, template.Kind + ".xlsx");
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0) throw new RuleViolation("Import.NoUpload");
        await using var content = file.OpenReadStream();
        var upload = await desk.TakeAsync(Path.GetFileName(file.FileName), content, ct);
        return LocalRedirect("/Service/Import/Map/" + upload.Id);
    }
}
