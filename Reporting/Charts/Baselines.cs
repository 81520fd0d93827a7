using AfterSales.Kernel;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Charts;

/// <summary>What is kept of charts: baselines, options, notes.</summary>
internal sealed class Baselines(ReportingDbContext db)
{
    public Task<FrozenBaseline?> NewestAsync(Indicator indicator, Grain grain, CancellationToken ct) => db.Set<FrozenBaseline>().AsNoTracking()
        .Where(b => b.Indicator == indicator.Code && b.Grain == grain.Code).OrderByDescending(b => b.Id).FirstOrDefaultAsync(ct);

    public async Task<ChartOptions> OptionsAsync(Indicator indicator, CancellationToken ct) =>
        (await db.Set<ChartSetting>().AsNoTracking().Where(s => s.Indicator == indicator.Code).OrderByDescending(s => s.Id).FirstOrDefaultAsync(ct))?.Options ?? default;

    public async Task<IReadOnlyList<ChartNote>> NotesAsync(Indicator indicator, Grain grain, CancellationToken ct) =>
        await db.Set<ChartNote>().AsNoTracking().Where(n => n.Indicator == indicator.Code && n.Grain == grain.Code).OrderBy(n => n.Id).ToListAsync(ct);

    /// <summary>Keeps the baseline of a stretch from now on.</summary>
    /// <param name="stretch">Periods in order; those without data or not complete do not count.</param>
    /// <param name="watchFrom">Signals are told of for periods that end on this local day or later.</param>
    /// <exception cref="RuleViolation">The stretch is too short, or no reason is given.</exception>
    public FrozenBaseline Freeze(Indicator indicator, Grain grain, IReadOnlyList<Reading> stretch, DateTime now, DateOnly watchFrom, string who, string? reason)
    {
        var counted = stretch.Where(r => r.Complete && r.Number.Value is not null).ToList();
        if (reason.OrNull() is not { Length: >= 5 } why) throw new RuleViolation("Charts.Baseline.ReasonMissing") { Field = "Reason" };
        if (ControlChart.BaselineOf(indicator.Chart, counted.Select(r => new Point(r.Number.Value, r.Number.Denominator, true)), counted.Count) is not { } baseline)
            throw new RuleViolation("Charts.Baseline.TooShort", counted.Count, ControlChart.ProvisionalPeriods);
        var kept = new FrozenBaseline
        {
            Indicator = indicator.Code, Grain = grain.Code, Center = Kept.Of(baseline.Center), MovingRange = Kept.Of(baseline.MovingRange), Periods = baseline.Periods, SigmaZ = Kept.Of(baseline.SigmaZ),
            FirstPeriod = counted[0].Period.Name, LastPeriod = counted[^1].Period.Name, FrozenAt = now, WatchFrom = watchFrom, FrozenBy = who, Reason = why,
        };
        db.Add(kept);
        return kept;
    }
}
