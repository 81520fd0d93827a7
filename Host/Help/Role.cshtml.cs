using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Html;

namespace AfterSales.Host.Help;

/// <summary>How one role works with the product, on one page.</summary>
[SignedIn("Everybody may read how the product is used.")]
internal sealed class RoleModel : ModulePage
{
    public string Role { get; private set; } = "";
    public IHtmlContent Text { get; private set; } = HtmlString.Empty;

    public void OnGet(string role)
    {
        Role = Roles.All.Contains(role) ? role : throw new NotThere();
        Text = HelpPages.Find(role) ?? throw new NotThere();
    }
}
