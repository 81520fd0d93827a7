using System.Globalization;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary>Takes second factors into service and out of it. Each of these acts ends every other session of the account.</summary>
internal sealed class SecondFactorBook(UserManager<Account> users, HostDbContext db, SessionBook sessions, IDataProtectionProvider protection, IPolicies policies, IAuditLog audit, TimeProvider time)
{
    IDataProtector Pending => protection.CreateProtector("AfterSales.PendingSecondFactor.v1");

    /// <summary>A new key for a form to carry until a code confirms it; nothing is stored.</summary>
    public string Offer(long account) => Convert.ToBase64String(Pending.CreateProtector(account.ToString(CultureInfo.InvariantCulture)).Protect(Totp.NewSecret()));

    /// <summary>The key that a form carries.</summary>
    /// <exception cref="RuleViolation">It was not offered to this account.</exception>
    public byte[] Read(string offered, long account)
    {
        try
        {
            return Pending.CreateProtector(account.ToString(CultureInfo.InvariantCulture)).Unprotect(Convert.FromBase64String(offered));
        }
        catch (Exception foreign) when (foreign is System.Security.Cryptography.CryptographicException or FormatException)
        {
            throw new RuleViolation("Accounts.TwoFactor.Expired");
        }
    }

    public Task<SecondFactor?> OfAsync(long account, CancellationToken ct) => db.Set<SecondFactor>().FirstOrDefaultAsync(f => f.AccountId == account, ct);

    /// <returns>Recovery codes, to be shown once.</returns>
    public async Task<IReadOnlyList<string>> TurnOnAsync(Account account, string offered, string code, Standing? here, CancellationToken ct)
    {
        if (await OfAsync(account.Id, ct) is { } old) db.Remove(old);
        var factor = SecondFactor.Confirm(account.Id, Read(offered, account.Id), code, SignInSteps.ProtectorOf(protection), time.Now());
        var codes = factor.NewRecoveryCodes();
        db.Add(factor);
        account.TwoFactorEnabled = true;
        await users.UpdateSecurityStampAsync(account); // saves it all in one
        await sessions.EndAsync(account.Id, ct, except: here?.Id);
        if (here is not null) await sessions.ProveAsync(here, SignInMethod.Code, ct);
        await audit.RecordAsync(SignInSteps.ActorOf(account), "account.two-factor.on", account.UserName!, "", ct);
        return codes;
    }

    /// <returns>Recovery codes in place of all earlier ones, to be shown once.</returns>
    public async Task<IReadOnlyList<string>> NewCodesAsync(Account account, CancellationToken ct)
    {
        var factor = await OfAsync(account.Id, ct) ?? throw new Kernel.Pages.NotThere();
        var codes = factor.NewRecoveryCodes();
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(SignInSteps.ActorOf(account), "account.recovery-codes.renewed", account.UserName!, "", ct);
        return codes;
    }

    /// <exception cref="RuleViolation">The policy asks this person to have one.</exception>
    public async Task TurnOffAsync(Account account, bool isAdministrator, Standing? here, CancellationToken ct)
    {
        if (isAdministrator && policies.At<SignInPolicy>(time.Now()).Value.AdministratorsUseTwoFactor) throw new RuleViolation("Accounts.TwoFactor.Demanded");
        await RemoveAsync(account, passkeysToo: false, ct);
        await sessions.EndAsync(account.Id, ct, except: here?.Id);
        await audit.RecordAsync(SignInSteps.ActorOf(account), "account.two-factor.off", account.UserName!, "", ct);
    }

    /// <summary>For somebody whose phone is gone: app, recovery codes and passkeys no longer count, every session ends; the password stays.</summary>
    public async Task ResetAsync(Account account, Actor who, CancellationToken ct)
    {
        await RemoveAsync(account, passkeysToo: true, ct);
        await sessions.EndAsync(account.Id, ct);
        await audit.RecordAsync(who, "account.two-factor.reset", account.UserName!, "", ct);
    }

    async Task RemoveAsync(Account account, bool passkeysToo, CancellationToken ct)
    {
        if (await OfAsync(account.Id, ct) is { } factor) db.Remove(factor);
        if (passkeysToo) db.RemoveRange(await db.Set<Passkey>().Where(p => p.AccountId == account.Id).ToListAsync(ct));
        account.TwoFactorEnabled = false;
        await users.UpdateSecurityStampAsync(account);
    }
}

/// <summary>Before somebody changes how he signs in he gives the present password: an open screen is not enough.</summary>
internal sealed class PresentPassword(UserManager<Account> users, SignInLimits limits, KnownBrowsers known)
{
    /// <returns>The account of whoever asks.</returns>
    /// <exception cref="RuleViolation">The password is wrong, or was tried too often.</exception>
    public async Task<Account> ConfirmAsync(HttpContext http, string password)
    {
        var account = await users.GetUserAsync(http.User) ?? throw new Kernel.Pages.NotThere();
        if (!limits.Allow("<present>" + account.UserName, http.Connection.RemoteIpAddress?.ToString() ?? "", known.NameFor(http.Request, account.UserName!))) throw new RuleViolation("Accounts.SignIn.TooOften");
        if (!await users.CheckPasswordAsync(account, password)) throw new RuleViolation("Accounts.Identity.PasswordMismatch") { Field = "Input.Current" };
        limits.Succeeded(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return account;
    }
}
