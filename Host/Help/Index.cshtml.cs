using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Help;

/// <summary>Where help begins: the reader's own roles first.</summary>
[SignedIn("Everybody may read how the product is used.")]
internal sealed class IndexModel : ModulePage
{
    public IReadOnlyList<string> Own { get; private set; } = [];
    public IReadOnlyList<string> Others { get; private set; } = [];

    public void OnGet()
    {
        Own = [.. Roles.All.Where(User.IsInRole)];
        Others = [.. Roles.All.Except(Own)];
    }
}
