namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>
/// Clause 1.4: trips that arrived inside the first agreed window (or the one to which the customer moved it), of those whose window is over. One
/// moved by the company and one that is entered too early without consent are misses; so is one that has set out and is not there.
/// </summary>
internal sealed class OnTimeArrivalRate : ShareIndicator
{
    public override string Code => "on_time_arrival_rate";
    public override string Clause => "1.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => VisitSource.Visits;
    public override string Day => "coalesce(f.window_day, f.arrived_day)";
    public override string Counted(Binding bind) => $"(f.window_end IS NOT NULL AND f.window_end < {bind.AsOf})";
    public override string Hit(Binding bind) => "f.on_time";
    public override string Excluded(Binding bind) => "f.window_end IS NULL";
}
