using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Trips and their stamps as indicators ask them.</summary>
internal static class VisitSource
{
    static readonly Slice[] Shared =
    [
        Slice.Of("team", Dimension.Team), Slice.Of("technician", Dimension.Technician), Slice.Of("product", Dimension.Product, "model"), Slice.Of("type", Dimension.Product, "type"),
        Slice.Of("region", Dimension.Region), Slice.Of("contract", Dimension.Contract),
    ];

    const string Joins = """
        JOIN dim_contract c ON c.contract_id = f.contract_id JOIN dim_product p ON p.product_id = f.product_id JOIN dim_region r ON r.region_id = f.region_id
        JOIN dim_technician t ON t.technician_id = f.technician_id JOIN dim_team m ON m.team_id = f.team_id
        """;

    static readonly (string, string)[] Who = [("number", "f.number"), ("contract", "c.code"), ("kind", "f.kind"), ("product", "p.model"), ("type", "p.type"), ("region", "r.code"), ("technician", "t.code"), ("team", "m.code")];

    public static readonly FactSource Visits = new("fact_visit", [.. Shared, Slice.Of("fault", Dimension.Fault)], Joins,
        [.. Who, ("windowEnd", "f.window_end"), ("arrivedAt", "f.arrived_at"), ("finishedAt", "f.finished_at"), ("outcome", "f.outcome")], FactSource.Orders.Link);

    public static readonly FactSource Stamps = new("fact_visit_stamp", Shared, Joins, [.. Who, ("stampedAt", "f.stamped_at")], FactSource.Orders.Link);
}
