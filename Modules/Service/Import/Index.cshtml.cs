using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Import;

[Permission(ServicePermissions.Import)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class IndexModel(ImportDesk desk) : ModulePage
{
    const long Largest = 400L << 20;

    public void OnGet() { }

    public FileContentResult OnGetTemplate() =>
        File([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(string.Join(',', OrderColumns.All.Select(c => T["Import.Column." + c])) + "\r\n")], "text/csv", "orders.csv");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0) throw new RuleViolation("Import.NoUpload");
        await using var content = file.OpenReadStream();
        var upload = await desk.TakeAsync(Path.GetFileName(file.FileName), content, ct);
        return LocalRedirect("/Service/Import/Map/" + upload.Id);
    }
}
