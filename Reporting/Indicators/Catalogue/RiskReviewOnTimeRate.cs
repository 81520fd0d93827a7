namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 11.4: reviews of risks done by their day. Those not yet due, and those of risks closed before, are counted beside.</summary>
internal sealed class RiskReviewOnTimeRate : ShareIndicator
{
    public override string Code => "risk_review_on_time_rate";
    public override string Clause => "11.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => RiskSources.Reviews;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(NOT f.dropped AND (f.done_day IS NOT NULL OR f.due_day < {bind.DaysAgo(0)}))";
    public override string Hit(Binding bind) => "f.done_day <= f.due_day";
    public override string Excluded(Binding bind) => $"(f.dropped OR (f.done_day IS NULL AND f.due_day >= {bind.DaysAgo(0)}))";
}
