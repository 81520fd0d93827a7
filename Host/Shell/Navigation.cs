using System.Security.Claims;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Shell;

/// <summary>What a person sees in the navigation: the modules' entries whose permission he holds.</summary>
internal sealed class Navigation(IEnumerable<IModule> modules, IPermissions permissions)
{
    /// <summary>Sections of the navigation, by the position of their first entry.</summary>
    static readonly (int From, string TextKey)[] Sections =
    [
        (100, "Shell.Section.Service"), (150, "Shell.Section.Money"), (200, "Shell.Section.Staff"), (300, "Shell.Section.Feedback"),
        (400, "Shell.Section.Risk"), (500, "Shell.Section.Documents"), (580, "Shell.Section.Numbers"), (900, "Shell.Section.Company"),
    ];

    readonly MenuItem[] _all = [.. modules.SelectMany(m => m.Menu).OrderBy(i => i.Order)];

    public IReadOnlyList<MenuItem> For(ClaimsPrincipal user) => [.. _all.Where(i => permissions.Has(user, i.Permission))];

    /// <summary>Entries by the section they stand in; in one section without a name where they are few.</summary>
    public static IEnumerable<IGrouping<string?, MenuItem>> InSections(IReadOnlyList<MenuItem> items) =>
        items.GroupBy(i => items.Count < 9 ? null : Array.FindLast(Sections, s => s.From <= i.Order).TextKey);
}
