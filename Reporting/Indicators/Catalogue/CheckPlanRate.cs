namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 4.3: drawn checks that were done, of all that were planned. Those whose day has not passed are counted beside.</summary>
internal sealed class CheckPlanRate : ShareIndicator
{
    public override string Code => "check_plan_rate";
    public override string Clause => "4.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => RiskSources.Checks;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(f.done_day IS NOT NULL OR f.due_day < {bind.DaysAgo(0)})";
    public override string Hit(Binding bind) => "f.done_day IS NOT NULL";
    public override string Excluded(Binding bind) => $"(f.done_day IS NULL AND f.due_day >= {bind.DaysAgo(0)})";
}
