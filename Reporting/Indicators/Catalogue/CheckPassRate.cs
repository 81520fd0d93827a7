namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 4.3: checks that reached the pass score without a critical finding, of those done.</summary>
internal sealed class CheckPassRate : ShareIndicator
{
    public override string Code => "check_pass_rate";
    public override string Clause => "4.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => RiskSources.Checks;
    public override string Day => "f.done_day";
    public override string Counted(Binding bind) => "f.passed IS NOT NULL";
    public override string Hit(Binding bind) => "f.passed = 1";
}
