using AfterSales.Host.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary>How somebody signs in, and where he is signed in.</summary>
[SignedIn("Everybody looks after the own account.")]
internal sealed class OwnAccountModel(UserManager<Account> users, SecondFactorBook factors, SessionBook sessions, IPolicies policies, HostDbContext db) : ModulePage
{
    public Account Account { get; private set; } = null!;
    public SecondFactor? Factor { get; private set; }
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];
    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    public long? Here => SessionBook.Of(HttpContext)?.Id;
    /// <summary>The policy wants a second factor of this person, who has shown none.</summary>
    public bool IsDemanded { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Account = await users.GetUserAsync(User) ?? throw new NotThere();
        Factor = await factors.OfAsync(Account.Id, ct);
        Passkeys = await db.Set<Passkey>().AsNoTracking().Where(p => p.AccountId == Account.Id).OrderBy(p => p.Id).ToListAsync(ct);
        Sessions = await sessions.OfAsync(Account.Id, ct);
        IsDemanded = SecondFactorDemand.Applies(HttpContext, policies.At<SignInPolicy>(Show.Now).Value);
    }

    Shown Show => HttpContext.RequestServices.GetRequiredService<Shown>();
}
