using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

/// <summary>Second step of signing in: a code of the authenticator app, or a recovery code.</summary>
[OpenToAll("Whoever comes here gave the password a moment ago and is not signed in yet.")]
[WritesFromReserve]
internal sealed class CodeModel(SignInSteps steps) : ModulePage
{
    public sealed record Form
    {
        public string Code { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await steps.WaitingAsync(HttpContext) is null ? LocalRedirect("/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await steps.WaitingAsync(HttpContext) is not { } account) return LocalRedirect("/SignIn");
        return await steps.CodeAsync(HttpContext, account, Input.Code, ct) switch
        {
            SignInOutcome.TooOften => SignInModel.TooOften(this),
            SignInOutcome.SignedIn => SignInModel.Back(this, ReturnUrl),
            _ => throw new RuleViolation("Accounts.Code.Wrong") { Field = "Input.Code" },
        };
    }
}
