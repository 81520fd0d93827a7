using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Shell;

[OpenToAll("Customers choose their language too.")]
[WritesFromReserve]
internal sealed class LanguageModel : ModulePage
{
    [BindProperty] public string Language { get; set; } = "";
    [BindProperty] public string? ReturnUrl { get; set; }

    public void OnGet() { }

    public IActionResult OnPost()
    {
        var chosen = Language == "en" ? "en" : "zh-CN";
        Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true });
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
    }
}
