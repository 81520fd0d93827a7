using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary>How somebody signs in, and where: for the administrator.</summary>
[Permission(HostPermissions.Users)]
internal sealed class UserAccessModel(HostDbContext db, SecondFactorBook factors, SessionBook sessions) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string? Name { get; set; }
    public Account Account { get; private set; } = null!;
    public SecondFactor? Factor { get; private set; }
    public int Passkeys { get; private set; }
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Account = await FindAsync(db, Name, ct);
        (Factor, Passkeys, Sessions) = (await factors.OfAsync(Account.Id, ct), await db.Set<Passkey>().CountAsync(p => p.AccountId == Account.Id, ct), await sessions.OfAsync(Account.Id, ct));
    }

    public long? Here => SessionBook.Of(HttpContext)?.Id;

    public static async Task<Account> FindAsync(HostDbContext db, string? name, CancellationToken ct) =>
        await db.Set<Account>().Include(a => a.Roles).FirstOrDefaultAsync(a => a.UserName == name, ct) ?? throw new NotThere();

    public static string PathOf(string? name) => "/Settings/UserAccess?name=" + Uri.EscapeDataString(name ?? "");
}

/// <summary>Ends one session of somebody, or all of them.</summary>
[Permission(HostPermissions.Users)]
[WritesFromReserve]
internal sealed class EndUserSessionModel(HostDbContext db, SessionBook sessions, IAuditLog audit) : ModulePage
{
    public IActionResult OnGet() => LocalRedirect("/Settings/Users");

    public async Task<IActionResult> OnPostAsync(string? name, long? id, CancellationToken ct)
    {
        var account = await UserAccessModel.FindAsync(db, name, ct);
        var ended = await sessions.EndAsync(account.Id, ct, id, SessionBook.Of(HttpContext)?.Id);
        await audit.RecordAsync(Actor, "account.sessions.ended", account.UserName!, $"{ended}", ct);
        return LocalRedirect(UserAccessModel.PathOf(name));
    }
}

/// <summary>Takes somebody's second factor away, because the phone is gone.</summary>
[Permission(HostPermissions.Users)]
internal sealed class ResetTwoFactorModel(HostDbContext db, SecondFactorBook factors) : ModulePage
{
    public IActionResult OnGet() => LocalRedirect("/Settings/Users");

    public async Task<IActionResult> OnPostAsync(string? name, CancellationToken ct)
    {
        await factors.ResetAsync(await UserAccessModel.FindAsync(db, name, ct), Actor, ct);
        return LocalRedirect(UserAccessModel.PathOf(name));
    }
}
