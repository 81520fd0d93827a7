using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace AfterSales.Host.Accounts;

[OpenToAll("Whoever wants in must be able to knock.")]
[WritesFromReserve]
internal sealed class SignInModel(SignInSteps steps) : ModulePage
{
    public sealed record Form
    {
        public string UserName { get; init; } = "";
        public string Password { get; init; } = "";
        public bool Remember { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await steps.PasswordAsync(HttpContext, Input.UserName, Input.Password, Input.Remember, ct) switch
    {
        SignInOutcome.TooOften => TooOften(this),
        SignInOutcome.NeedsCode => LocalRedirect(ReturnUrl is { } back ? QueryHelpers.AddQueryString("/SignIn/Code", "returnUrl", back) : "/SignIn/Code"),
        SignInOutcome.SignedIn => Back(this, ReturnUrl),
        _ => throw new RuleViolation("Accounts.SignIn.Wrong"),
    };

    public static IActionResult Back(ModulePage page, string? returnUrl) => page.LocalRedirect(page.Url.IsLocalUrl(returnUrl) ? returnUrl! : "/");

    public static PageResult TooOften(ModulePage page)
    {
        page.ModelState.AddModelError("", page.T["Accounts.SignIn.TooOften"]);
        page.Response.Headers.RetryAfter = ((int)SignInLimits.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
    }
}
