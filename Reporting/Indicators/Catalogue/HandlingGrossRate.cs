namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.3.2: orders completed in time although pauses count too, of those whose handling clock has ended or run out. Beside the contract's own number: what the customer lived through.</summary>
internal sealed class HandlingGrossRate : ShareIndicator
{
    public override string Code => "handling_gross_rate";
    public override string Clause => "1.3.2";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.90;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.handling_day";
    public override string Counted(Binding bind) => $"(f.handling_verdict IN ('met', 'missed') OR (f.handling_verdict IS NULL AND f.handling_due < {bind.AsOf}))";
    public override string Hit(Binding bind) => "f.handling_gross_verdict = 'met'";
    public override string Excluded(Binding bind) => "f.handling_verdict IN ('exempt', 'not_measured')";
}
