using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Facts of the Feedback module as indicators ask them.</summary>
internal static class FeedbackSources
{
    static readonly Dimension[] Whole = [Dimension.Contract, Dimension.Product, Dimension.Region, Dimension.Technician, Dimension.Team];

    static string ComplaintPage(string number) => $"/Feedback/Complaints?state=all&q={Uri.EscapeDataString(number)}";

    public static readonly FactSource Surveys = FactSource.Of("fact_survey", Whole, [("number", "f.number")], FactSource.OrderPage);

    public static readonly FactSource CallBacks = FactSource.Of("fact_call_back", [Dimension.Technician, Dimension.Team], [("number", "f.number")], FactSource.OrderPage);

    public static readonly FactSource Complaints = FactSource.Of("fact_complaint", Whole, [("number", "f.number")], ComplaintPage);

    /// <summary>Complaints and completed orders together: what happened, and what it could happen to.</summary>
    public static readonly FactSource ComplaintsAndOrders = FactSource.Of("""
        (SELECT key, number, contract_id, product_id, region_id, technician_id, team_id, received_day AS day, 1 AS complaint, 0 AS completed, matter FROM fact_complaint
        UNION ALL SELECT -key, number, contract_id, product_id, region_id, technician_id, team_id, completed_day, 0, 1, 'service' FROM fact_order WHERE completed_day IS NOT NULL)
        """, Whole, [("number", "f.number")], number => number.StartsWith("CP-", StringComparison.Ordinal) ? ComplaintPage(number) : FactSource.OrderPage(number));
}
