namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>
/// Clause 1.4: closed orders with all five steps on record, in time order: received by a known channel; a person reached the customer; arrived inside the
/// window on every trip (remote work has none); an outcome; closed after completion, and the customer was asked how it went. An answer that was only
/// inferred is no record of one.
/// </summary>
internal sealed class ProcessConformanceRate : ShareIndicator
{
    public override string Code => "process_conformance_rate";
    public override string Clause => "1.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.98;
    public override FactSource Source => VisitSource.OrdersWithTrips;
    public override string Day => "f.closed_day";
    public override string Counted(Binding bind) => "f.completed_at IS NOT NULL";
    public override string Hit(Binding bind) => """
        (f.channel_id <> 0 AND f.responded_at >= f.received_at AND NOT f.response_inferred AND f.completed_at >= f.responded_at AND f.closed_at >= f.completed_at
        AND f.trips_on_time = f.trips AND f.outcome IS NOT NULL AND f.asked)
        """;
    public override string Excluded(Binding bind) => "f.completed_at IS NULL";
}
