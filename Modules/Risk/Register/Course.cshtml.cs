using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>Whether risk management works (clause 11.4): residual scores against their targets month by month, and what happened against what was foreseen.</summary>
[Permission(RiskPermissions.Read)]
internal sealed class CourseModel(RiskDbContext db) : ModulePage
{
    const int MonthsShown = 24;

    /// <param name="Residual">Sum of the residual scores at the end of the month.</param>
    public sealed record Month(DateOnly LastDay, int Risks, int Inherent, int Residual, int Target, int Above, int Foreseen, int NotForeseen, int Waiting);

    public IReadOnlyList<Month> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var kept = await db.Set<RiskMonth>().AsNoTracking().GroupBy(m => m.LastDay).Select(g => new { LastDay = g.Key, Risks = g.Count(), Inherent = g.Sum(m => m.Inherent), Residual = g.Sum(m => m.Residual), Target = g.Sum(m => m.Target), Above = g.Count(m => m.Residual > m.Target) })
            .OrderByDescending(m => m.LastDay).Take(MonthsShown).ToListAsync(ct);
        if (kept.Count == 0) return;
        var first = new DateOnly(kept[^1].LastDay.Year, kept[^1].LastDay.Month, 1);
        var happened = (await db.Set<RiskEvent>().AsNoTracking().Where(e => e.HappenedDay >= first).Select(e => new { e.HappenedDay, e.Foreseen }).ToListAsync(ct)).ToLookup(e => (e.HappenedDay.Year, e.HappenedDay.Month));
        Months = [.. kept.Select(m => happened[(m.LastDay.Year, m.LastDay.Month)].ToList() is var events
            ? new Month(m.LastDay, m.Risks, m.Inherent, m.Residual, m.Target, m.Above, events.Count(e => e.Foreseen == true), events.Count(e => e.Foreseen == false), events.Count(e => e.Foreseen is null)) : null!)];
    }
}
