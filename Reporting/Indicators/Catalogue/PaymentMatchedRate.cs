namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.8.1: payments that were found on a bill or in a hand-in within two days. What is on account is counted beside.</summary>
internal sealed class PaymentMatchedRate : ShareIndicator
{
    public override string Code => "payment_matched_rate";
    public override string Clause => "1.8.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.99;
    public override FactSource Source => MoneySources.Payments;
    public override string Day => "f.paid_day";
    public override string Counted(Binding bind) => $"(f.match_due <= {bind.AsOf} AND f.method <> 'on_account')";
    public override string Hit(Binding bind) => "f.matched_at <= f.match_due";
    public override string Excluded(Binding bind) => "f.method = 'on_account'";
}
