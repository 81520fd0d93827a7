namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 3.1: completed orders whose customer was asked, on an invitation of their own or a shared one.</summary>
internal sealed class SurveyCoverageRate : ShareIndicator
{
    public override string Code => "survey_coverage_rate";
    public override string Clause => "3.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.completed_day";
    public override string Counted(Binding bind) => "f.completed_day IS NOT NULL";
    public override string Hit(Binding bind) => "EXISTS (SELECT 1 FROM fact_invited_order i WHERE i.number = f.number)";
}
