namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.5: requests received at night or on off days whose response clock was met, of those whose clock has ended or run out.</summary>
internal sealed class OffHoursResponseRate : ShareIndicator
{
    public override string Code => "off_hours_response_rate";
    public override string Clause => "1.5";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.98;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.response_day";
    public override string Counted(Binding bind) => $"(f.received_off_hours AND (f.response_verdict IN ('met', 'missed') OR (f.response_verdict IS NULL AND f.response_due < {bind.AsOf})))";
    public override string Hit(Binding bind) => "f.response_verdict = 'met'";
    public override string Excluded(Binding bind) => "(f.received_off_hours AND f.response_verdict IN ('exempt', 'not_measured'))";
}
