using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Scorecard;
using AfterSales.Reporting.Signals;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Demo;

/// <summary>
/// How the demo company watched its numbers: baselines frozen when they were ready, signals found on the night after their period, most of them explained
/// in time, months signed, an audit by the brand, views that people saved. All from the numbers that the other parts made.
/// </summary>
internal sealed class DemoMonitoring(LoadWarehouse load, WatchSignals watch, Baselines baselines, IndicatorReader reader, CloseMonth close, DrawOrders draw, ReportingDbContext db, ICompany company) : IDemoPart
{
    static readonly Actor Officer = new("demo-quality", "质量专员"), Manager = new("demo-manager", "经理"), Auditor = new("demo-auditor", "厂家审核员");
    static readonly (SignalCause Cause, string Words)[] Found =
    [
        (SignalCause.SpecialCause, "当周连续暴雨，部分小区停电，集中报修；已与客户另约时间。"), (SignalCause.SpecialCause, "两名工程师同时请假，排班未及时调整；已定顶班办法。"), (SignalCause.SpecialCause, "供应商一批点火器质量不稳，已退换并通知仓库。"),
        (SignalCause.ProcessChange, "新的派单规则开始执行，下一期再看是否稳定。"), (SignalCause.RecordingError, "补录时间写错，已由班组长更正。"), (SignalCause.Chance, "逐单查看未发现共同原因，视为偶然波动，继续观察。"), (SignalCause.SpecialCause, "B 组新人较多，返修集中；已安排带教和复训。"),
    ];
    static readonly (string Name, string Query)[] Views =
    [
        ("各班组一次修复率", "indicator=first_time_fix_rate&by=month&slice=team"), ("响应及时率（周）", "indicator=response_on_time_rate&by=week"), ("各型号重复报修", "indicator=repeat_repair_rate&by=month&slice=product"),
    ];

    public int Order => 900;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<Signal>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        await load.LoadAsync(LoadWarehouse.Silent, ct);
        if (await reader.AsOfAsync(ct) is null) return 0;
        db.TellsNobody = true;
        var random = new Random(plan.Seed + 47);
        foreach (var indicator in Indicator.All)
            foreach (var grain in WatchSignals.Watched)
            {
                await FreezeAsync(indicator, grain, plan, ct);
                foreach (var signal in await watch.LookAsync(indicator, grain, plan.From, plan.Until.AddDays(1), p => NightAfter(p, indicator), _ => PublicId.Seeded(random), ct)) Explain(signal, plan, random);
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
            }
        await SignAsync(plan, ct);
        await AuditAsync(plan, random, ct);
        Keep(plan, random);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return 0;
    }

    /// <summary>The nightly look after a period has ended and its number has settled.</summary>
    DateTime NightAfter(Period period, Indicator indicator) => company.CalendarAt(DateTime.UnixEpoch).StartOf(period.To.AddDays(indicator.SettlesAfterDays + 1)).AddMinutes(40);

    async Task FreezeAsync(Indicator indicator, Grain grain, DemoPlan plan, CancellationToken ct)
    {
        var answer = await reader.ReadAsync(new Question(indicator, plan.From, plan.Until.AddDays(1), grain, null, []), ct);
        List<Reading> stretch = [.. answer.Series[0].Readings.Where(r => r.Complete && r.Number.Value is not null).Take(ControlChart.BaselinePeriods)];
        if (stretch.Count < ControlChart.BaselinePeriods) return;
        baselines.Freeze(indicator, grain, stretch, NightAfter(stretch[^1].Period, indicator), stretch[^1].Period.To.AddDays(1), Actor.System.Id, "first_complete_periods");
        await db.SaveChangesAsync(ct);
    }

    void Explain(Signal signal, DemoPlan plan, Random random)
    {
        var calendar = company.CalendarAt(signal.FoundAt);
        var day = random.NextDouble() < 0.97 ? signal.FoundDay.AddDays(random.Next(5)) : signal.DueDay.AddDays(1 + random.Next(6));
        var (cause, words) = Found[random.Next(Found.Length)];
        if (day >= plan.Until.AddDays(-2)) return; // the last ones are still open
        signal.Explain(cause, words, calendar.StartOf(day).AddHours(10), day, Officer);
    }

    async Task SignAsync(DemoPlan plan, CancellationToken ct)
    {
        var last = new DateOnly(plan.Until.Year, plan.Until.Month, 1).AddMonths(-1);
        foreach (var month in new[] { last.AddMonths(-1) }.Where(m => m >= plan.From))
            await close.SignAsync(month, null, "数据已核对，同意签署。", Manager, ct, company.CalendarAt(DateTime.UnixEpoch).StartOf(month.AddMonths(1).AddDays(4)).AddHours(11));
    }

    async Task AuditAsync(DemoPlan plan, Random random, CancellationToken ct)
    {
        var last = new DateOnly(plan.Until.Year, plan.Until.Month, 1).AddMonths(-1);
        var orders = await draw.CompletedAsync(BrandContracts.Default, last, ct);
        if (orders.Count == 0) return;
        var at = company.CalendarAt(DateTime.UnixEpoch).StartOf(last.AddMonths(1)).AddHours(14);
        if (company.LocalDay(at) > plan.Until) return;
        var audit = Audit.Draw(BrandContracts.Default, last, last.ToString("yyyyMM"), 20, orders, at, Auditor, PublicId.Seeded(random));
        foreach (var order in audit.Orders)
        {
            var ticks = Audit.Clauses.ToDictionary(c => c, _ => random.NextDouble() < 0.97 ? TickResult.Conforms : TickResult.Deviates);
            audit.Tick(order.Position, ticks, ticks.ContainsValue(TickResult.Deviates) ? "记录不完整，请补充并说明。" : null, at.AddMinutes(order.Position));
        }
        audit.Sign("抽查二十单，总体符合要求，问题见各单。", at.AddMinutes(30), Auditor);
        db.Add(audit);
        await db.SaveChangesAsync(ct);
    }

    void Keep(DemoPlan plan, Random random)
    {
        var at = company.CalendarAt(DateTime.UnixEpoch).StartOf(plan.Until).AddHours(9);
        foreach (var (name, query) in Views) db.Add(SavedView.Save(name, "?" + query, shared: true, at, Manager, PublicId.Seeded(random)));
        db.Add(new ChartNote { Indicator = "response_on_time_rate", Grain = Grain.Month.Code, Period = Grain.Month.NameOf(plan.Until.AddMonths(-2)), Words = "话务台系统切换，接听延误，B 组最多", WrittenAt = at, WrittenBy = Manager.Name });
    }
}
