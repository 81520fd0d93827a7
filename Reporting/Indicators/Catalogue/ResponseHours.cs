namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 2.1: hours from receipt to response. Orders nobody has answered are counted beside, dated by receipt.</summary>
internal sealed class ResponseHours : MedianIndicator
{
    public override string Code => "response_hours";
    public override string Clause => "2.1";
    public override Unit Unit => Unit.Hours;
    public override Direction Good => Direction.Down;
    public override double? Target => 4;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "coalesce(f.responded_day, f.received_day)";
    public override string Counted(Binding bind) => "f.responded_at IS NOT NULL";
    public override string Value => "f.response_hours";
    public override string Excluded(Binding bind) => "f.responded_at IS NULL AND f.cancelled_at IS NULL";
}
