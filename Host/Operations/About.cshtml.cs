using System.Runtime.InteropServices;
using System.Text;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Which build this is, and what of others it carries under which licence.</summary>
[Permission(HostPermissions.Operations)]
internal sealed class AboutModel : ModulePage
{
    public string Version => Product.Version;
    public string Commit => Product.Commit;
    public string Runtime => RuntimeInformation.FrameworkDescription;
    public string System => $"{RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})";
    public IReadOnlyList<SchemaVersion> Schemas => SchemaVersions.Of(AfterSalesModules.All);
    public IReadOnlyList<Part> Parts => Operations.Parts.All;

    public IActionResult OnGetSbom() => File(Encoding.UTF8.GetBytes(BillOfMaterials.Json()), BillOfMaterials.MediaType, BillOfMaterials.FileName);
}
