namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.7: what was paid minus what was given back, per completed order, in CNY.</summary>
internal sealed class RevenuePerOrder : RatioIndicator
{
    public override string Code => "revenue_per_order";
    public override string Clause => "1.7";
    public override Unit Unit => Unit.Money;
    public override Direction Good => Direction.Up;
    public override FactSource Source => MoneySources.PaidOrders;
    public override string Day => "f.completed_day";
    public override string Counted(Binding bind) => "f.completed_day IS NOT NULL";
    public override string Numerator => "(f.paid - f.refunded)";
}
