using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Facts of the Feedback module as indicators ask them.</summary>
internal static class FeedbackSources
{
    static Slice[] Whole =>
    [
        Slice.Of("team", Dimension.Team), Slice.Of("technician", Dimension.Technician), Slice.Of("product", Dimension.Product, "model"), Slice.Of("type", Dimension.Product, "type"),
        Slice.Of("region", Dimension.Region), Slice.Of("contract", Dimension.Contract),
    ];

    const string WholeJoins = """
        JOIN dim_contract c ON c.contract_id = f.contract_id JOIN dim_product p ON p.product_id = f.product_id JOIN dim_region r ON r.region_id = f.region_id
        JOIN dim_technician t ON t.technician_id = f.technician_id JOIN dim_team m ON m.team_id = f.team_id
        """;

    static (string, string)[] WholeShown => [("contract", "c.code"), ("product", "p.model"), ("type", "p.type"), ("region", "r.code"), ("technician", "t.code"), ("team", "m.code")];

    static string OrderPage(string number) => $"/Service/Requests/Details/{Uri.EscapeDataString(number)}";
    static string ComplaintPage(string number) => $"/Feedback/Complaints?state=all&q={Uri.EscapeDataString(number)}";

    public static readonly FactSource Surveys = new("fact_survey", Whole, WholeJoins, [("number", "f.number"), .. WholeShown], OrderPage);

    public static readonly FactSource CallBacks = new("fact_call_back", [Slice.Of("team", Dimension.Team), Slice.Of("technician", Dimension.Technician)],
        "JOIN dim_technician t ON t.technician_id = f.technician_id JOIN dim_team m ON m.team_id = f.team_id", [("number", "f.number"), ("technician", "t.code"), ("team", "m.code")], OrderPage);

    public static readonly FactSource Complaints = new("fact_complaint", Whole, WholeJoins, [("number", "f.number"), .. WholeShown], ComplaintPage);

    /// <summary>Complaints and completed orders together: what happened, and what it could happen to.</summary>
    public static readonly FactSource ComplaintsAndOrders = new("""
        (SELECT key, number, contract_id, product_id, region_id, technician_id, team_id, received_day AS day, 1 AS complaint, 0 AS completed, matter FROM fact_complaint
        UNION ALL SELECT -key, number, contract_id, product_id, region_id, technician_id, team_id, completed_day, 0, 1, 'service' FROM fact_order WHERE completed_day IS NOT NULL)
        """, Whole, WholeJoins, [("number", "f.number"), .. WholeShown], number => number.StartsWith("CP-", StringComparison.Ordinal) ? ComplaintPage(number) : OrderPage(number));
}
