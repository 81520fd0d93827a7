using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

[SignedIn("Everybody changes the own password.")]
internal sealed class PasswordModel(UserManager<Account> users, SignInManager<Account> signIn, PresentPassword present, SessionBook sessions, IAuditLog audit) : ModulePage
{
    public sealed record Form
    {
        public string Current { get; init; } = "";
        public string Password { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await present.ConfirmAsync(HttpContext, Input.Current);
        var result = await users.ChangePasswordAsync(account, Input.Current, Input.Password);
        if (!result.Succeeded) throw new RuleViolation("Accounts.Identity." + result.Errors.First().Code, "");
        await sessions.EndAsync(account.Id, ct, except: SessionBook.Of(HttpContext)?.Id);
        await audit.RecordAsync(Actor, "account.password.changed", account.UserName!, "", ct);
        await signIn.RefreshSignInAsync(account);
        return LocalRedirect("/Settings/Account");
    }
}
