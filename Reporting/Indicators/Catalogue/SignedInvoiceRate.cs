namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.8.2: completed on-site orders of which every fee note, notes of 0.00 too, was signed on glass. A typed name counts as unsigned, a missing note too.</summary>
internal sealed class SignedInvoiceRate : ShareIndicator
{
    public override string Code => "signed_invoice_rate";
    public override string Clause => "1.8.2";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.99;
    public override FactSource Source => MoneySources.PaidOrders;
    public override string Day => "f.completed_day";
    public override string Counted(Binding bind) => "(f.completed_day IS NOT NULL AND f.visits > 0)";
    public override string Hit(Binding bind) => "(f.notes > 0 AND f.signed_notes = f.notes)";
    public override string Excluded(Binding bind) => "(f.completed_day IS NOT NULL AND f.visits IS NULL)";
}
