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

    /// <summary>Public mentions; here the channel is the platform.</summary>
    public static readonly FactSource Mentions = OfMentions();

    static FactSource OfMentions()
    {
        var mentions = FactSource.Of("fact_mention", [Dimension.Region], [("number", "CAST(f.key AS varchar)"), ("place", "f.place"), ("tone", "f.tone")], _ => "/Feedback/Brand/Mentions?state=all");
        return mentions with { Slices = [.. mentions.Slices, Slice.OnFact("channel", "fact_mention", "place")] };
    }

    public static readonly FactSource Promises = FactSource.Of("fact_promise", [], [("number", "f.indicator")], _ => "/Feedback/Brand/Promises");

    public static readonly FactSource Analyses = FactSource.Of("fact_analysis", [], [("number", "f.kind")], _ => "/Feedback/Brand/Analyses");

    /// <summary>All that the brand index is made of, by part: what customers recommend, complaints with the orders they could be about, mentions, promises.</summary>
    public static readonly FactSource BrandParts = FactSource.Of("""
        (SELECT key, number, answered_day AS day, 'nps' AS part, CASE WHEN recommendation >= 9 THEN 1 WHEN recommendation <= 6 THEN -1 ELSE 0 END AS amount FROM fact_survey WHERE kind = 'service' AND recommendation IS NOT NULL AND counts
        UNION ALL SELECT key, number, received_day, 'complaint', 1 FROM fact_complaint WHERE matter = 'service'
        UNION ALL SELECT key, number, completed_day, 'completed', 1 FROM fact_order WHERE completed_day IS NOT NULL
        UNION ALL SELECT key, place, published_day, CASE WHEN tone IS NULL THEN 'untoned' ELSE 'mention' END, CASE WHEN tone = 'negative' THEN 0 ELSE 1 END FROM fact_mention
        UNION ALL SELECT key, indicator, last_day, 'promise', kept FROM fact_promise WHERE kept IS NOT NULL)
        """, [], [("number", "f.number"), ("part", "f.part")], number => number.StartsWith("CP-", StringComparison.Ordinal) ? ComplaintPage(number) : number.StartsWith("SO-", StringComparison.Ordinal) ? FactSource.OrderPage(number) : "/Feedback/Brand");
}
