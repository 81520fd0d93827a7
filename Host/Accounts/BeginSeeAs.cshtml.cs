using System.Globalization;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary>Chooses as which role or person to look at the product.</summary>
[Permission(HostPermissions.SeeAs)]
[WritesFromReserve]
internal sealed class BeginSeeAsModel(HostDbContext db, SessionBook sessions, IAuditLog audit) : ModulePage
{
    /// <summary><c>role:cashier</c> or <c>account:7</c>.</summary>
    [BindProperty] public string Whom { get; set; } = "";
    public IReadOnlyList<Account> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) =>
        People = await db.Set<Account>().AsNoTracking().Include(a => a.Roles).Where(a => !a.IsDisabled).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var here = SessionBook.Of(HttpContext) ?? throw new NotThere();
        switch (Whom.Split(':', 2))
        {
            case ["role", var role] when Roles.All.Contains(role) && role != Roles.Administrator:
                await audit.RecordAsync(Actor, "see-as.begun", role, "role", ct);
                await sessions.SeeAsAsync(here, role, null, ct);
                break;
            case ["account", var id] when long.TryParse(id, CultureInfo.InvariantCulture, out var account) && await db.Set<Account>().FirstOrDefaultAsync(a => a.Id == account && !a.IsDisabled, ct) is { } person:
                await audit.RecordAsync(Actor, "see-as.begun", person.UserName!, "person", ct);
                await sessions.SeeAsAsync(here, null, person.Id, ct);
                break;
            default:
                throw new RuleViolation("Accounts.SeeAs.Nobody") { Field = nameof(Whom) };
        }
        return LocalRedirect("/");
    }
}

/// <summary>Back to oneself.</summary>
[SignedIn("Whoever looks as somebody else must come back; for others it does nothing.")]
[WritesFromReserve]
internal sealed class EndSeeAsModel(SessionBook sessions, IAuditLog audit) : ModulePage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (SessionBook.Of(HttpContext) is not { } here || SeeAs.ReallyBy(User) is not { } who) return LocalRedirect("/");
        await sessions.SeeAsAsync(here, null, null, ct);
        await audit.RecordAsync(who, "see-as.ended", here.SeesAsRole ?? User.Identity?.Name ?? "", here.SeesAsRole is null ? "person" : "role", ct);
        return LocalRedirect("/Settings/SeeAs");
    }
}
