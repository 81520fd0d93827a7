namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>
/// Clause 1.4: closed orders with all five steps on record and in the order of time: received by a channel; a person confirmed content, place and window;
/// every arrival inside its window (not for what was settled without a visit); an outcome with its data; the customer asked, or lawfully not asked.
/// </summary>
internal sealed class ProcessConformanceRate : ShareIndicator
{
    const string Remote = "(f.kind IN ('enquiry', 'technical_support') AND coalesce(f.visits, 0) = 0)";

    public override string Code => "process_conformance_rate";
    public override string Clause => "1.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.98;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.closed_day";
    public override string Counted(Binding bind) => "(f.closed_day IS NOT NULL AND f.cancelled_at IS NULL AND NOT f.imported)";
    public override string Hit(Binding bind) => $"""
        (f.confirmed AND f.responded_at >= f.received_at AND f.completed_at >= f.responded_at AND f.closed_at >= f.completed_at AND f.outcome IS NOT NULL
        AND (f.survey_held_back OR EXISTS (SELECT 1 FROM fact_invited_order i WHERE i.number = f.number))
        AND ({Remote} OR (EXISTS (SELECT 1 FROM fact_visit v WHERE v.number = f.number AND v.outcome = f.outcome AND v.arrived_at >= f.responded_at AND v.finished_at <= f.closed_at)
        AND NOT EXISTS (SELECT 1 FROM fact_visit v WHERE v.number = f.number AND v.arrived AND NOT v.on_time))))
        """;
    public override string Excluded(Binding bind) => "(f.closed_day IS NOT NULL AND f.cancelled_at IS NULL AND f.imported)";
}
