using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

/// <summary>Signs in with a passkey; the form on the sign-in page leads here once the browser has signed the challenge.</summary>
[OpenToAll("Whoever wants in must be able to knock.")]
[WritesFromReserve]
internal sealed class SignInPasskeyModel(SignInSteps steps) : ModulePage
{
    /// <summary>What the browser answered, as JSON.</summary>
    [BindProperty] public string Credential { get; set; } = "";
    [BindProperty] public bool Remember { get; set; }
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => LocalRedirect("/SignIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await steps.PasskeyAsync(HttpContext, Credential, Remember, ct) switch
    {
        SignInOutcome.TooOften => SignInModel.TooOften(this),
        SignInOutcome.SignedIn => SignInModel.Back(this, ReturnUrl),
        _ => throw new RuleViolation("Accounts.Passkeys.NotKnown"),
    };
}

/// <summary>The challenge that a passkey signs to let its owner in; names nobody.</summary>
[OpenToAll("Whoever wants in must be able to knock.")]
[WritesFromReserve]
internal sealed class SignInChallengeModel(SignInManager<Account> signIn) : ModulePage
{
    public IActionResult OnGet() => LocalRedirect("/SignIn");

    public async Task<IActionResult> OnPostAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
}
