using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Trips and their stamps as indicators ask them.</summary>
internal static class VisitSource
{
    static readonly Dimension[] OfTrip = [Dimension.Contract, Dimension.Product, Dimension.Region, Dimension.Technician, Dimension.Team];

    public static readonly FactSource Visits = FactSource.Of("fact_visit", [.. OfTrip, Dimension.Fault],
        [("number", "f.number"), ("kind", "f.kind"), ("windowEnd", "f.window_end"), ("arrivedAt", "f.arrived_at"), ("finishedAt", "f.finished_at"), ("outcome", "f.outcome")], FactSource.OrderPage);

    public static readonly FactSource Stamps = FactSource.Of("fact_visit_stamp", OfTrip, [("number", "f.number"), ("kind", "f.kind"), ("stampedAt", "f.stamped_at")], FactSource.OrderPage);

    /// <summary>Orders with their trips that had a window, and whether the customer was asked how it went.</summary>
    public static readonly FactSource OrdersWithTrips = FactSource.Orders with
    {
        Table = """
            (SELECT o.*, coalesce(v.trips, 0) AS trips, coalesce(v.on_time, 0) AS trips_on_time, i.number IS NOT NULL AS asked FROM fact_order o
            LEFT JOIN (SELECT number, sum(1) AS trips, sum(CASE WHEN on_time THEN 1 ELSE 0 END) AS on_time FROM fact_visit WHERE arrived AND window_end IS NOT NULL GROUP BY number) v ON v.number = o.number
            LEFT JOIN (SELECT DISTINCT number FROM fact_invited_order) i ON i.number = o.number)
            """,
    };
}
