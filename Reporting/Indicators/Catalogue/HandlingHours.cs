namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 2.2: hours from the start of handling to completion, stopping pauses out. Completed orders without measured hours are counted beside.</summary>
internal sealed class HandlingHours : MedianIndicator
{
    public override string Code => "handling_hours";
    public override string Clause => "2.2";
    public override Unit Unit => Unit.Hours;
    public override Direction Good => Direction.Down;
    public override double? Target => 20;
    public override (string Dimension, string Code)? TargetOnlyFor => ("complexity", "general");
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.completed_day";
    public override string Counted(Binding bind) => "f.handling_net_hours IS NOT NULL";
    public override string Value => "f.handling_net_hours";
    public override string Excluded(Binding bind) => "f.handling_net_hours IS NULL";
}
