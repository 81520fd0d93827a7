using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Import;

[Permission(ServicePermissions.Import)]
internal sealed class ProgressModel(ImportDesk desk) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Id { get; set; } = "";
    public UploadedImport Upload { get; private set; } = null!;

    public IActionResult OnGet()
    {
        Upload = desk.Find(Id) ?? throw new NotThere();
        return WantsFragment ? Fragment("_Progress", this) : Page();
    }

    public IActionResult OnGetRejects()
    {
        Upload = desk.Find(Id) ?? throw new NotThere();
        return Upload.IsDone && System.IO.File.Exists(Upload.RejectsPath) ? PhysicalFile(Upload.RejectsPath, "text/csv", "rejects.csv") : NotFound();
    }
}
