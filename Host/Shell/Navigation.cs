using System.Security.Claims;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Shell;

/// <summary>What a person sees in the navigation: the modules' entries whose permission he holds.</summary>
internal sealed class Navigation(IEnumerable<IModule> modules, IPermissions permissions)
{
    readonly MenuItem[] _all = [.. modules.SelectMany(m => m.Menu).OrderBy(i => i.Order)];

    public IReadOnlyList<MenuItem> For(ClaimsPrincipal user) => [.. _all.Where(i => permissions.Has(user, i.Permission))];
}
