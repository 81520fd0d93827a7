namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.9: customers with a registered appliance whose notice of new prices arrived one month ahead.</summary>
internal sealed class PriceNoticeRate : ShareIndicator
{
    public override string Code => "price_notice_rate";
    public override string Clause => "1.9";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => MoneySources.PriceNotices;
    public override string Day => "f.effective_day";
    public override string Counted(Binding bind) => $"f.effective_day <= {bind.DaysAgo(0)}";
    public override string Hit(Binding bind) => "f.in_time";
}
