using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>What happened: waiting to be assessed, foreseen, or not foreseen.</summary>
[Permission(RiskPermissions.Read)]
internal sealed class HappeningsModel(RiskDbContext db) : ModulePage
{
    const int Shown = 200;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "all";
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    public IReadOnlyList<RiskEvent> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var events = db.Set<RiskEvent>().AsNoTracking().Include(e => e.Risks).Shown(State);
        if (Q?.Trim() is { Length: > 0 } q) events = events.Where(e => e.Number == q || e.What.Contains(q));
        Rows = await events.OrderByDescending(e => e.HappenedAt).ThenByDescending(e => e.Id).Take(Shown).ToListAsync(ct);
    }
}
