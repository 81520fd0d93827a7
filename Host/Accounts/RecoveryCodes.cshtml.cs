using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

/// <summary>New recovery codes in place of the old ones, shown once.</summary>
[SignedIn("Everybody looks after the own account.")]
internal sealed class RecoveryCodesModel(PresentPassword present, SecondFactorBook factors) : ModulePage
{
    public sealed record Form
    {
        public string Current { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Codes = await factors.NewCodesAsync(await present.ConfirmAsync(HttpContext, Input.Current), ct);
        return Page();
    }
}

/// <summary>From now on the password alone is enough.</summary>
[SignedIn("Everybody looks after the own account.")]
internal sealed class TurnOffTwoFactorModel(PresentPassword present, SecondFactorBook factors, Microsoft.AspNetCore.Identity.SignInManager<Account> signIn) : ModulePage
{
    [BindProperty] public RecoveryCodesModel.Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await present.ConfirmAsync(HttpContext, Input.Current);
        await factors.TurnOffAsync(account, User.IsInRole(Kernel.Composition.Roles.Administrator), SessionBook.Of(HttpContext), ct);
        await signIn.RefreshSignInAsync(account);
        return LocalRedirect("/Settings/Account");
    }
}
