using System.Security.Claims;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AfterSales.Host.Accounts;

/// <summary>Making and changing accounts, for the pages and for the command line.</summary>
internal sealed class AccountBook(UserManager<Account> users, HostDbContext db, SessionBook sessions, IAuditLog audit, TimeProvider time)
{
    /// <exception cref="RuleViolation">The name is taken, a role is unknown, or the password is too weak.</exception>
    public async Task<Account> AddAsync(string userName, string displayName, IEnumerable<string> roles, string password, Actor who, CancellationToken ct)
    {
        var account = new Account { UserName = userName.Trim(), DisplayName = string.IsNullOrWhiteSpace(displayName) ? userName.Trim() : displayName.Trim(), CreatedAt = time.Now() };
        account.SetRoles(roles);
        Refuse(await users.CreateAsync(account, password));
        await audit.RecordAsync(who, "account.added", account.UserName!, string.Join(' ', account.Roles.Select(r => r.Role)), ct);
        return account;
    }

    public async Task ResetPasswordAsync(Account account, string password, Actor who, CancellationToken ct)
    {
        var token = await users.GeneratePasswordResetTokenAsync(account);
        Refuse(await users.ResetPasswordAsync(account, token, password)); // also changes the security stamp
        await sessions.EndAsync(account.Id, ct);
        await audit.RecordAsync(who, "account.password.reset", account.UserName!, "", ct);
    }

    public async Task ChangeAsync(Account account, string displayName, IEnumerable<string> roles, bool disabled, long? deputyId, DateOnly? from, DateOnly? until, Actor who, CancellationToken ct)
    {
        var wanted = roles.ToList();
        var losesOwner = account.Roles.Exists(r => r.Role == Roles.Administrator) && (disabled || !wanted.Contains(Roles.Administrator));
        if (losesOwner && !await db.Set<Account>().AnyAsync(a => a.Id != account.Id && !a.IsDisabled && a.Roles.Any(r => r.Role == Roles.Administrator), ct))
            throw new RuleViolation("Accounts.LastAdministrator");
        account.DisplayName = string.IsNullOrWhiteSpace(displayName) ? account.UserName! : displayName.Trim();
        account.IsDisabled = disabled;
        account.SetRoles(wanted);
        account.NameDeputy(deputyId, from, until);
        Refuse(await users.UpdateSecurityStampAsync(account)); // saves, and sessions that still carry the old roles no longer count
        await sessions.EndAsync(account.Id, ct);
        await audit.RecordAsync(who, "account.changed", account.UserName!, $"{string.Join(' ', wanted)}{(disabled ? " disabled" : "")}{(deputyId is null ? "" : $" deputy {deputyId} {from:yyyy-MM-dd}..{until:yyyy-MM-dd}")}", ct);
    }

    static void Refuse(IdentityResult result)
    {
        if (result.Succeeded) return;
        var first = result.Errors.First();
        throw new RuleViolation("Accounts.Identity." + first.Code, first.Description) { Field = first.Code.StartsWith("Password", StringComparison.Ordinal) ? "Password" : first.Code.Contains("UserName", StringComparison.Ordinal) ? "UserName" : null };
    }

    /// <summary>A password for printing once: 20 characters without look-alikes, over 110 bits.</summary>
    public static string RandomPassword() => System.Security.Cryptography.RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20);
}

/// <summary>Roles held now: own ones, and those of everybody whom this person stands in for today.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, HostDbContext db, ICompany company, TimeProvider time)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var today = company.LocalDay(time.Now());
        var roles = await db.Set<AccountRole>().Where(r => r.AccountId == user.Id).Select(r => r.Role)
            .Union(db.Set<Account>().Where(a => a.DeputyId == user.Id && a.DeputyFrom <= today && a.DeputyUntil >= today && !a.IsDisabled).SelectMany(a => a.Roles).Select(r => r.Role)).ToListAsync();
        identity.AddClaims(roles.Select(r => new Claim(identity.RoleClaimType, r)));
        identity.AddClaim(new Claim("name", user.DisplayName));
        return identity;
    }
}

/// <summary>Disabled people do not get in.</summary>
internal sealed class AccountConfirmation : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(!user.IsDisabled);
}

/// <summary>Passwords that everybody tries first are refused.</summary>
internal sealed class GuessedPasswords : IPasswordValidator<Account>
{
    static readonly Lazy<HashSet<string>> Known = new(() =>
    {
        using var stream = typeof(GuessedPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    });

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var plain = new string([.. (password ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        var bad = Known.Value.Contains(plain) || plain.Distinct().Count() <= 3 || (user.UserName is { Length: > 3 } name && plain.Contains(name, StringComparison.OrdinalIgnoreCase)) || IsSequence(plain);
        return Task.FromResult(bad ? IdentityResult.Failed(new IdentityError { Code = "PasswordCommon", Description = "" }) : IdentityResult.Success);
    }

    static bool IsSequence(string text) => text.Length > 3 && Enumerable.Range(1, text.Length - 1).Count(i => text[i] - text[i - 1] is 1 or -1 or 0) >= text.Length - 3;
}

internal sealed class AccountStore(HostDbContext context, IdentityErrorDescriber describer, TimeProvider time) : UserOnlyStore<Account, HostDbContext, long>(context, describer)
{
    DbSet<Passkey> Passkeys => Context.Set<Passkey>();

    public override async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (await Passkeys.FirstOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == passkey.CredentialId, cancellationToken) is not { } there) Passkeys.Add(Passkey.Of(user.Id, passkey));
        else (there.SignCount, there.IsBackedUp, there.IsUserVerified, there.UsedAt) = (passkey.SignCount, passkey.IsBackedUp, passkey.IsUserVerified, time.Now());
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Passkeys.AsNoTracking().Where(p => p.AccountId == user.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken)).Select(p => p.Info)];

    public override async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Passkeys.Where(p => p.CredentialId == credentialId).Select(p => (long?)p.AccountId).FirstOrDefaultAsync(cancellationToken) is { } id ? await Context.Set<Account>().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) : null;

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await Passkeys.AsNoTracking().FirstOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken))?.Info;

    public override async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Passkeys.RemoveRange(await Passkeys.Where(p => p.AccountId == user.Id && p.CredentialId == credentialId).ToListAsync(cancellationToken));
}
