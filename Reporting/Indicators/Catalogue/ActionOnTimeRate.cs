namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 4.5: measures of corrective actions done by their day, of those done or overdue. Withdrawn ones and those not yet due are counted beside.</summary>
internal sealed class ActionOnTimeRate : ShareIndicator
{
    public override string Code => "action_on_time_rate";
    public override string Clause => "4.5";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.90;
    public override FactSource Source => RiskSources.Actions;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(NOT f.dropped AND (f.done_day IS NOT NULL OR f.due_day < {bind.DaysAgo(0)}))";
    public override string Hit(Binding bind) => "f.done_day <= f.due_day";
    public override string Excluded(Binding bind) => $"(f.dropped OR (f.done_day IS NULL AND f.due_day >= {bind.DaysAgo(0)}))";
}
