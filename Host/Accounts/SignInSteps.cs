using System.Globalization;
using System.Security.Claims;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary>Where a try to sign in led.</summary>
internal enum SignInOutcome { Wrong, TooOften, NeedsCode, SignedIn }

/// <summary>The way in: name and password, then a code where the account has a second factor; or a passkey in one step.</summary>
internal sealed class SignInSteps(SignInManager<Account> signIn, SignInLimits limits, KnownBrowsers known, HostDbContext db, IDataProtectionProvider protection, IAuditLog audit, TimeProvider time)
{
    const string Remember = "remember";
    UserManager<Account> Users => signIn.UserManager;

    public static IDataProtector ProtectorOf(IDataProtectionProvider protection) => protection.CreateProtector("AfterSales.SecondFactor.v1");

    public async Task<SignInOutcome> PasswordAsync(HttpContext http, string name, string password, bool remember, CancellationToken ct)
    {
        if (!limits.Allow(name, AddressOf(http), known.NameFor(http.Request, name))) return SignInOutcome.TooOften;
        var account = await Users.FindByNameAsync(name);
        if (account is null or { IsDisabled: true })
        {
            Users.PasswordHasher.HashPassword(new Account { DisplayName = "" }, password); // takes as long as for a name that exists
            return SignInOutcome.Wrong;
        }
        if (!await Users.CheckPasswordAsync(account, password)) return SignInOutcome.Wrong;
        if (!account.TwoFactorEnabled) return await InAsync(http, account, remember, SignInMethod.Password, ct);
        limits.Succeeded(AddressOf(http));
        ClaimsIdentity half = new([new Claim(ClaimTypes.Name, account.Id.ToString(CultureInfo.InvariantCulture)), new Claim(Remember, remember ? "1" : "")], IdentityConstants.TwoFactorUserIdScheme);
        await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(half));
        return SignInOutcome.NeedsCode;
    }

    /// <summary>Whose password was right a moment ago in this browser; null when nobody's, or too long ago.</summary>
    public async Task<Account?> WaitingAsync(HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal is { } half && half.HasClaim(c => c.Type == Remember)
        && half.FindFirstValue(ClaimTypes.Name) is { } id && await Users.FindByIdAsync(id) is { IsDisabled: false, TwoFactorEnabled: true } account ? account : null;

    public async Task<SignInOutcome> CodeAsync(HttpContext http, Account account, string code, CancellationToken ct)
    {
        if (!limits.AllowCode(account.UserName!, AddressOf(http), known.NameFor(http.Request, account.UserName!))) return SignInOutcome.TooOften;
        var factor = await db.Set<SecondFactor>().FirstOrDefaultAsync(f => f.AccountId == account.Id, ct);
        var method = factor is null ? default(SignInMethod?) : factor.Accepts(code, ProtectorOf(protection), time.Now()) ? SignInMethod.Code : factor.Spends(code) ? SignInMethod.Recovery : null;
        if (method is not { } shown) return SignInOutcome.Wrong;
        var remember = (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.FindFirstValue(Remember) == "1";
        await db.SaveChangesAsync(ct); // before anybody is let in: of two who send the same code only one gets through
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (shown == SignInMethod.Recovery) await audit.RecordAsync(ActorOf(account), "account.recovery-code.used", account.UserName!, $"{factor!.RecoveryCodesLeft} left", ct);
        return await InAsync(http, account, remember, shown, ct);
    }

    /// <param name="credential">What the browser made of the options it was given, as JSON.</param>
    public async Task<SignInOutcome> PasskeyAsync(HttpContext http, string credential, bool remember, CancellationToken ct)
    {
        if (!limits.AllowFrom(AddressOf(http))) return SignInOutcome.TooOften;
        var shown = await AssertedAsync(credential);
        if (shown is { Succeeded: false }) signIn.Logger.LogWarning(shown.Failure, "A passkey was refused");
        if (shown is null || !shown.Succeeded || shown.User is not { IsDisabled: false } || !shown.Passkey.IsUserVerified) return SignInOutcome.Wrong;
        if (!(await Users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey)).Succeeded) return SignInOutcome.Wrong;
        return await InAsync(http, shown.User, remember, SignInMethod.Passkey, ct);
    }

    /// <returns>Null when no challenge was given out in this browser, or the answer is none.</returns>
    async Task<PasskeyAssertionResult<Account>?> AssertedAsync(string credential)
    {
        try
        {
            return credential.Length == 0 ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception nonsense) when (nonsense is InvalidOperationException or System.Text.Json.JsonException or FormatException)
        {
            signIn.Logger.LogWarning(nonsense, "What a browser sent is no answer to a passkey's challenge");
            return null;
        }
    }

    async Task<SignInOutcome> InAsync(HttpContext http, Account account, bool remember, SignInMethod method, CancellationToken ct)
    {
        limits.Succeeded(AddressOf(http));
        account.LastSignInAt = time.Now();
        await db.SaveChangesAsync(ct);
        await signIn.SignInAsync(account, SessionBook.Asked(remember, method));
        known.Remember(http, account.UserName!);
        return SignInOutcome.SignedIn;
    }

    public static Actor ActorOf(Account account) => new(account.Id.ToString(CultureInfo.InvariantCulture), account.DisplayName);

    static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
