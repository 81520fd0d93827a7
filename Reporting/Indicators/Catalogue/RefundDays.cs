namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.8.3: days from entitlement to execution of a refund.</summary>
internal sealed class RefundDays : MedianIndicator
{
    public override string Code => "refund_days";
    public override string Clause => "1.8.3";
    public override Unit Unit => Unit.Days;
    public override Direction Good => Direction.Down;
    public override double? Target => 3;
    public override FactSource Source => MoneySources.Refunds;
    public override string Day => "f.executed_day";
    public override string Counted(Binding bind) => "f.executed_at IS NOT NULL";
    public override string Value => "f.days";
}
