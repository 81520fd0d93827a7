using System.Globalization;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary>Makes a passkey on this device or one beside it. The script asks the challenge page first, then sends this form.</summary>
[SignedIn("Everybody looks after the own account.")]
internal sealed class AddPasskeyModel(UserManager<Account> users, SignInManager<Account> signIn, PresentPassword present, HostDbContext db, IAuditLog audit) : ModulePage
{
    public const int Most = 20;

    public sealed record Form
    {
        public string Name { get; init; } = "";
        public string Current { get; init; } = "";
        /// <summary>What the browser answered, as JSON.</summary>
        public string Credential { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await present.ConfirmAsync(HttpContext, Input.Current);
        var name = PasskeyModel.Checked(Input.Name, "Input.Name");
        if (await db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id, ct) >= Most) throw new RuleViolation("Accounts.Passkeys.TooMany", Most);
        var made = await AttestedAsync();
        if (made is null || !made.Succeeded || made.UserEntity.Id != account.Id.ToString(CultureInfo.InvariantCulture)) throw new RuleViolation("Accounts.Passkeys.Failed");
        made.Passkey.Name = name;
        if (!(await users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded) throw new RuleViolation("Accounts.Passkeys.Failed");
        await audit.RecordAsync(Actor, "account.passkey.added", account.UserName!, name, ct);
        return LocalRedirect("/Settings/Account");
    }

    /// <returns>Null when no challenge was given out in this browser, or the answer is none.</returns>
    async Task<PasskeyAttestationResult?> AttestedAsync()
    {
        try
        {
            return Input.Credential.Length == 0 ? null : await signIn.PerformPasskeyAttestationAsync(Input.Credential);
        }
        catch (Exception nonsense) when (nonsense is InvalidOperationException or System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>What a new passkey must sign.</summary>
[SignedIn("Everybody looks after the own account.")]
internal sealed class PasskeyChallengeModel(UserManager<Account> users, SignInManager<Account> signIn) : ModulePage
{
    public IActionResult OnGet() => LocalRedirect("/Settings/Account/AddPasskey");

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await users.GetUserAsync(User) ?? throw new NotThere();
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(CultureInfo.InvariantCulture), Name = account.UserName!, DisplayName = account.DisplayName }), "application/json");
    }
}

/// <summary>One passkey: its name.</summary>
[SignedIn("Everybody looks after the own account.")]
internal sealed class PasskeyModel(UserManager<Account> users, HostDbContext db, IAuditLog audit) : ModulePage
{
    [BindProperty(SupportsGet = true)] public long Id { get; set; }
    [BindProperty] public string Name { get; set; } = "";
    public Passkey Passkey { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Name = Passkey.Name;
    }

    public override async Task LoadAsync(CancellationToken ct) => Passkey = await FindAsync(db, users, User, Id, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var passkey = await FindAsync(db, users, User, Id, ct);
        passkey.Name = Checked(Name, nameof(Name));
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(Actor, "account.passkey.renamed", User.Identity?.Name ?? "", passkey.Name, ct);
        return LocalRedirect("/Settings/Account");
    }

    public static string Checked(string name, string field) => name.Trim() is { Length: > 0 and <= 60 } good ? good : throw new RuleViolation("Accounts.Passkeys.NoName") { Field = field };

    public static async Task<Passkey> FindAsync(HostDbContext db, UserManager<Account> users, System.Security.Claims.ClaimsPrincipal user, long id, CancellationToken ct) =>
        long.TryParse(users.GetUserId(user), CultureInfo.InvariantCulture, out var owner) && await db.Set<Passkey>().FirstOrDefaultAsync(p => p.Id == id && p.AccountId == owner, ct) is { } passkey ? passkey : throw new NotThere();
}

/// <summary>A passkey no longer counts.</summary>
[SignedIn("Everybody looks after the own account.")]
internal sealed class RemovePasskeyModel(UserManager<Account> users, HostDbContext db, IAuditLog audit) : ModulePage
{
    public IActionResult OnGet() => LocalRedirect("/Settings/Account");

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var passkey = await PasskeyModel.FindAsync(db, users, User, id, ct);
        db.Remove(passkey);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(Actor, "account.passkey.removed", User.Identity?.Name ?? "", passkey.Name, ct);
        return LocalRedirect("/Settings/Account");
    }
}
