using AfterSales.Reporting.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>How the product and the contract are kept: signals, clauses by month, living indicators, grounds, jobs, backups.</summary>
internal static class MonitoringFacts
{
    public static readonly FactTable<SignalFeedRow> Signals = new FactTable<SignalFeedRow>("fact_signal", r => r.Key, r => r.Change, _ => false)
        .Text("indicator", r => r.Indicator).Text("rule", r => r.Rule).Text("period", r => r.Period).Day("found_day", r => r.FoundDay).Day("due_day", r => r.DueDay).Day("explained_day", r => r.ExplainedDay);

    public static readonly FactTable<ClauseMonthFeedRow> Clauses = new FactTable<ClauseMonthFeedRow>("fact_clause_month", r => r.Key, r => r.Change, _ => false)
        .Member(Dimension.Contract, r => r.Contract).Member(Dimension.Clause, r => r.Clause).Text("clause", r => r.Clause).Day("last_day", r => r.LastDay).Text("state", r => r.State);

    public static readonly FactTable<LivingIndicatorFeedRow> Living = new FactTable<LivingIndicatorFeedRow>("fact_living_indicator", r => r.Key, r => r.Change, _ => false)
        .Text("indicator", r => r.Indicator).Day("last_day", r => r.LastDay).Day("until_day", r => r.LastDay.AddDays(1).AddMonths(1).AddDays(-1))
        .Flag("has_owner", r => r.HasOwner).Flag("has_target", r => r.HasTarget).Flag("has_value", r => r.HasValue);

    public static readonly FactTable<JobDayFeedRow> Jobs = new FactTable<JobDayFeedRow>("fact_job_day", r => r.Key, r => r.Change, _ => false)
        .Text("job", r => r.Job).Day("day", r => r.Day).Whole("slots", r => r.Slots).Whole("succeeded", r => r.Succeeded);

    public static readonly FactTable<BackupDayFeedRow> Backups = new FactTable<BackupDayFeedRow>("fact_backup_day", r => r.Key, r => r.Change, _ => false)
        .Day("day", r => r.Day).Flag("verified", r => r.Verified);
}
