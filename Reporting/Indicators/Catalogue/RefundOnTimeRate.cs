namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.8.3: refunds executed within three working days, of those whose time is over.</summary>
internal sealed class RefundOnTimeRate : ShareIndicator
{
    public override string Code => "refund_on_time_rate";
    public override string Clause => "1.8.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 1;
    public override FactSource Source => MoneySources.Refunds;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"f.due_at <= {bind.AsOf}";
    public override string Hit(Binding bind) => "f.executed_at <= f.due_at";
}
