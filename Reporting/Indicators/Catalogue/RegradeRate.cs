namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.3.2: completed repairs that were re-graded to complex on site, which gives more time.</summary>
internal sealed class RegradeRate : ShareIndicator
{
    public override string Code => "regrade_rate";
    public override string Clause => "1.3.2";
    public override Direction Good => Direction.Down;
    public override double? Target => 0.10;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.completed_day";
    public override string Counted(Binding bind) => "(f.kind = 'repair' AND f.completed_day IS NOT NULL)";
    public override string Hit(Binding bind) => "f.regraded_to_complex";
}
