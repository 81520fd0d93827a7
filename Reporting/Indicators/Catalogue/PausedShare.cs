namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.3.2: hours that stopping pauses took out, of all hours from the start of handling to completion.</summary>
internal sealed class PausedShare : RatioIndicator
{
    public override string Code => "paused_share";
    public override string Clause => "1.3.2";
    public override Unit Unit => Unit.Share;
    public override Direction Good => Direction.Down;
    public override double? Target => 0.10;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.completed_day";
    public override string Counted(Binding bind) => "f.handling_net_hours IS NOT NULL";
    public override string Numerator => "f.handling_paused_hours";
    public override string Denominator => "(f.handling_net_hours + f.handling_paused_hours)";
    public override string Excluded(Binding bind) => "f.handling_net_hours IS NULL";
}
