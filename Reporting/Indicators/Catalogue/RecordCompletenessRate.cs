namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 8.2: closed orders with every paper that the rules for their kind ask for. Kinds that need no paper are no question of papers and are left out.</summary>
internal sealed class RecordCompletenessRate : ShareIndicator
{
    public override string Code => "record_completeness_rate";
    public override string Clause => "8.2";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.98;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.closed_day";
    public override string Counted(Binding bind) => "f.closed_day IS NOT NULL AND f.kind IN ('repair', 'maintenance', 'troubleshooting', 'installation', 'removal')";
    public override string Hit(Binding bind) => "EXISTS (SELECT 1 FROM fact_order_file o WHERE o.number = f.number AND o.complete_for LIKE '%,' || f.kind || ',%')";
}
