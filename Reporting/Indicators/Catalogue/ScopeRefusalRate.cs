namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.1: requests within a contract that the company itself ended, of all received.</summary>
internal sealed class ScopeRefusalRate : ShareIndicator
{
    public override string Code => "scope_refusal_rate";
    public override string Clause => "1.1";
    public override Direction Good => Direction.Down;
    public override double? Target => 0.0;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.received_day";
    public override string Counted(Binding bind) => "TRUE";
    public override string Hit(Binding bind) => "f.refused_in_scope";
}
