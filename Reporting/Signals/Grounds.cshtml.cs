using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Signals;

/// <summary>Grounds for terminating the contract that can be measured, and how near each is (clause 14.2).</summary>
[Permission(ReportingPermissions.Company)]
internal sealed class GroundsModel(ReportingDbContext db, IPolicies policies, TimeProvider time) : ModulePage
{
    const int MonthsShown = 6;

    public sealed record Line(MeasurableGround Ground, Indicator Indicator, IReadOnlyList<GroundMonth> Months)
    {
        public GroundMonth? Last => Months.Count == 0 ? null : Months[^1];
    }

    public IReadOnlyList<(string Contract, IReadOnlyList<Line> Lines)> Contracts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var grounds = policies.At<MonitoringPolicy>(time.Now()).Value.Grounds;
        var since = DateOnly.FromDateTime(time.Now()).AddMonths(-MonthsShown - 1);
        var rows = await db.Set<GroundMonth>().AsNoTracking().Where(g => g.Month >= since).OrderBy(g => g.Month).ToListAsync(ct);
        Contracts = [.. rows.GroupBy(r => r.Contract).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, (IReadOnlyList<Line>)
            [.. from ground in grounds let indicator = Indicator.Of(ground.Indicator) where indicator is not null select new Line(ground, indicator, [.. c.Where(r => r.Ground == ground.Code).TakeLast(MonthsShown)])]))];
    }

    public string NameOf(MeasurableGround ground) => T.Has($"Signals.Ground.{ground.Code}") ? T[$"Signals.Ground.{ground.Code}"] : ground.Code;
}
