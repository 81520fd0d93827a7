using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>People, posts and what is covered, as indicators ask them. A span holds on a day from <c>since</c> to the day before <c>until</c>.</summary>
internal static class PeopleSources
{
    internal static string PersonPage(string number) => $"/Staff/People?gone=true&q={Uri.EscapeDataString(number)}";

    /// <summary>People with a place; the number is the person's.</summary>
    public static readonly FactSource Places = TrainingSources.OfGrade(FactSource.Of("dim_employee", [Dimension.Technician, Dimension.Team], [("number", "t.code"), ("position", "f.position"), ("grade", "f.grade"), ("since", "f.since"), ("until", "f.until")], PersonPage), "f.grade");

    public static readonly FactSource Posts = FactSource.Of("fact_post", [Dimension.Team], [("number", "CAST(f.key AS varchar)"), ("position", "f.position"), ("since", "f.since"), ("until", "f.until")], _ => "/Staff/Teams/Posts");

    /// <summary>Districts for which a team answers, each with each product type.</summary>
    public static readonly FactSource Cells = WithType(FactSource.Of($"""
        (SELECT a.key * 10 + t.position AS key, a.key AS area, a.region_id, a.team_id, t.type, a.since, a.until FROM fact_team_area a
        CROSS JOIN (VALUES {string.Join(", ", AfterSales.Service.Contracts.ProductTypes.Codes.Select((code, i) => $"({i}, '{code}')"))}) t(position, type))
        """, [Dimension.Region], [("number", "r.code"), ("type", "f.type")], _ => "/Staff/Certificates/Matrix"));

    static FactSource WithType(FactSource cells) => cells with
    {
        Slices = [.. cells.Slices, new Slice("type", "", "f.type", $"SELECT * FROM (VALUES {string.Join(", ", AfterSales.Service.Contracts.ProductTypes.Codes.Select(code => $"('{code}')"))}) t(code)")],
    };

    /// <summary>SQL condition that a span holds on the last day of the period.</summary>
    public static string Holds(string alias) => $"{alias}.since <= pe.day AND ({alias}.until IS NULL OR {alias}.until > pe.day)";

    /// <summary>SQL condition that a certificate counts on the last day of the period: inside its span, not suspended.</summary>
    public static string Counts(string certificate) =>
        $"{Holds(certificate)} AND NOT EXISTS (SELECT 1 FROM fact_suspension u WHERE u.certificate = {certificate}.key AND {Holds("u")})";
}
