using AfterSales.Host.Composition;
using AfterSales.Host.Settings;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Demo;

/// <summary>How far the demo company is; can be left and found again.</summary>
[Permission(HostPermissions.Settings)]
internal sealed class IndexModel(DemoBuild build, Company company) : ModulePage
{
    public DemoBuild Build => build;
    public bool IsRunning => build.Running is { IsCompleted: false };

    public IActionResult OnGet()
    {
        if (!company.IsDemo) throw new NotThere();
        return WantsFragment ? Fragment("_Build", this) : Page();
    }
}
