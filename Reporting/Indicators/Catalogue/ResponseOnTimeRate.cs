namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.3.1: orders whose response clock was met, of those whose clock has ended or run out.</summary>
internal sealed class ResponseOnTimeRate : ShareIndicator
{
    public override string Code => "response_on_time_rate";
    public override string Clause => "1.3.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.98;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.response_day";
    public override string Counted(Binding bind) => $"(f.response_verdict IN ('met', 'missed') OR (f.response_verdict IS NULL AND f.response_due < {bind.AsOf}))";
    public override string Hit(Binding bind) => "f.response_verdict = 'met'";
    public override string Excluded(Binding bind) => "f.response_verdict IN ('exempt', 'not_measured')";
}
