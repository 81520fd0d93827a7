using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Trips and their stamps as indicators ask them.</summary>
internal static class VisitSource
{
    static readonly Dimension[] OfTrip = [Dimension.Contract, Dimension.Product, Dimension.Region, Dimension.Technician, Dimension.Team];

    public static readonly FactSource Visits = FactSource.Of("fact_visit", [.. OfTrip, Dimension.Fault],
        [("number", "f.number"), ("kind", "f.kind"), ("windowEnd", "f.window_end"), ("arrivedAt", "f.arrived_at"), ("finishedAt", "f.finished_at"), ("outcome", "f.outcome")], FactSource.OrderPage);

    public static readonly FactSource Stamps = FactSource.Of("fact_visit_stamp", OfTrip, [("number", "f.number"), ("kind", "f.kind"), ("stampedAt", "f.stamped_at")], FactSource.OrderPage);
}
