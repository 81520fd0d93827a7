namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.3.3: fixed repairs whose factory-standard check list was passed at the first completion. No check list is not passed.</summary>
internal sealed class FactoryStandardPassRate : ShareIndicator
{
    public override string Code => "factory_standard_pass_rate";
    public override string Clause => "1.3.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.98;
    public override FactSource Source => VisitSource.Visits;
    public override string Day => "f.finished_day";
    public override string Counted(Binding bind) => "(f.kind = 'repair' AND f.outcome = 'fixed' AND f.first_completion)";
    public override string Hit(Binding bind) => "f.check_passed";
    public override string Excluded(Binding bind) => "FALSE";
}
