namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 11.3: tests of controls done by their day, whatever they found. Those not yet due, and those of controls retired before, are counted beside.</summary>
internal sealed class ControlTestRate : ShareIndicator
{
    public override string Code => "control_test_rate";
    public override string Clause => "11.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => RiskSources.ControlTests;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(NOT f.dropped AND (f.done_day IS NOT NULL OR f.due_day < {bind.DaysAgo(0)}))";
    public override string Hit(Binding bind) => "f.done_day <= f.due_day";
    public override string Excluded(Binding bind) => $"(f.dropped OR (f.done_day IS NULL AND f.due_day >= {bind.DaysAgo(0)}))";
}
