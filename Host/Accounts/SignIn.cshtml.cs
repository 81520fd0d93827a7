using System.Globalization;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AfterSales.Host.Accounts;

[OpenToAll("Whoever wants in must be able to knock.")]
[WritesFromReserve]
internal sealed class SignInModel(SignInManager<Account> signIn, SignInLimits limits, KnownBrowsers known, HostDbContext db, TimeProvider time) : ModulePage
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
        var browser = known.NameFor(Request, Input.UserName);
        if (!limits.Allow(Input.UserName, RemoteAddress, browser)) return TooOften();
        var result = await TryAsync(isKnown: browser is not null);
        if (!result.Succeeded) throw new RuleViolation(result.IsLockedOut ? "Accounts.SignIn.TooOften" : "Accounts.SignIn.Wrong");
        if (await signIn.UserManager.FindByNameAsync(Input.UserName) is { } account)
        {
            account.LastSignInAt = time.Now();
            await db.SaveChangesAsync(ct);
            known.Remember(HttpContext, account.UserName!);
        }
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
    }

    /// <summary>Wrong tries of strangers add up to a minute's rest; those of the owner's own browser are only counted by the limit.</summary>
    async Task<Microsoft.AspNetCore.Identity.SignInResult> TryAsync(bool isKnown)
    {
        var account = await signIn.UserManager.FindByNameAsync(Input.UserName);
        if (account is null || !isKnown) return await signIn.PasswordSignInAsync(Input.UserName, Input.Password, Input.Remember, lockoutOnFailure: true);
        if (account.IsDisabled || !await signIn.UserManager.CheckPasswordAsync(account, Input.Password)) return Microsoft.AspNetCore.Identity.SignInResult.Failed;
        await signIn.SignInAsync(account, Input.Remember);
        return Microsoft.AspNetCore.Identity.SignInResult.Success;
    }

    PageResult TooOften()
    {
        ModelState.AddModelError("", T["Accounts.SignIn.TooOften"]);
        Response.Headers.RetryAfter = ((int)SignInLimits.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
    }
}
