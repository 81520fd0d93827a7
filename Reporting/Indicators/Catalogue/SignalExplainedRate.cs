namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 4.4: signals explained within five working days, of those that are explained or whose time is over.</summary>
internal sealed class SignalExplainedRate : ShareIndicator
{
    public override string Code => "signal_explained_rate";
    public override string Clause => "4.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => MonitoringSources.Signals;
    public override string Day => "f.found_day";
    public override string Counted(Binding bind) => $"(f.explained_day IS NOT NULL OR f.due_day < {bind.DaysAgo(0)})";
    public override string Hit(Binding bind) => "(f.explained_day IS NOT NULL AND f.explained_day <= f.due_day)";
    public override string Excluded(Binding bind) => $"(f.explained_day IS NULL AND f.due_day >= {bind.DaysAgo(0)})";
}
