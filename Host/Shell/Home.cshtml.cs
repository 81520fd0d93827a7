using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Shell;

/// <summary>Each role's own start: who works on one list all day begins there.</summary>
[SignedIn("Everybody starts somewhere.")]
internal sealed class HomeModel(Navigation navigation) : ModulePage
{
    public IReadOnlyList<MenuItem> Items { get; private set; } = [];

    public IActionResult OnGet()
    {
        Items = navigation.For(User);
        if (User.IsInRole(Roles.Dispatcher) && Items.Any(i => i.Path == "/Service/Requests")) return LocalRedirect("/Service/Requests");
        return Page();
    }
}
