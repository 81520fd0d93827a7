using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Hands out the bundle for whoever helps from afar; it works on a full disk too, because it is made in memory.</summary>
[Permission(HostPermissions.OperationsAct)]
[WritesFromReserve]
internal sealed class TakeSupportBundleModel(SupportBundle bundle, ICompany company, IAuditLog audit, TimeProvider time) : ModulePage
{
    [BindProperty] public bool WithCheck { get; set; } = true;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var content = new MemoryStream();
        await bundle.WriteAsync(content, WithCheck, _ => { }, ct);
        var name = SupportBundle.NameAt(company.ToLocal(time.Now()));
        await audit.RecordAsync(Actor, "support.taken", name, $"{content.Length} bytes", ct);
        content.Position = 0;
        return File(content, "application/zip", name);
    }
}
