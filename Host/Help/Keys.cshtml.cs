using AfterSales.Host.Shell;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Help;

/// <summary>Which keys do what. Single letters can be switched off in the browser (WCAG 2.1.4).</summary>
[SignedIn("Everybody may work without a mouse.")]
internal sealed class KeysModel(Navigation navigation) : ModulePage
{
    /// <summary>Pages of this person that a letter after <kbd>g</kbd> opens.</summary>
    public IReadOnlyList<MenuItem> Places { get; private set; } = [];

    public void OnGet() => Places = [.. navigation.For(User).Where(i => i.Key is not null)];
}
