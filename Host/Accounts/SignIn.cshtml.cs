using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

[OpenToAll("Whoever wants in must be able to knock.")]
internal sealed class SignInModel(SignInManager<Account> signIn, SignInLimits limits, HostDbContext db, TimeProvider time) : ModulePage
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

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        limits.Enter(Input.UserName, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "");
        var result = await signIn.PasswordSignInAsync(Input.UserName, Input.Password, Input.Remember, lockoutOnFailure: true);
        if (!result.Succeeded) throw new RuleViolation(result.IsLockedOut ? "Accounts.SignIn.TooOften" : "Accounts.SignIn.Wrong");
        if (await signIn.UserManager.FindByNameAsync(Input.UserName) is { } account)
        {
            account.LastSignInAt = time.Now();
            await db.SaveChangesAsync(ct);
        }
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
    }
}
