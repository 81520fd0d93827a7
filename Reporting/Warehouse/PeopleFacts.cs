using AfterSales.Staff.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Who was where from when to when, who led, what was to be filled, and who held which certificate. A span ends the day before <c>until</c>.</summary>
internal static class PeopleFacts
{
    /// <summary>The type-2 employee dimension: team, position and grade of a person over a span of days. Facts that happened on a day find their team here.</summary>
    public static readonly FactTable<PlacementFeedRow> Places = new FactTable<PlacementFeedRow>("dim_employee", r => r.Key, r => r.Change, r => r.Deleted)
        .Member(Dimension.Technician, r => r.Employee)
        .Member(Dimension.Team, r => r.Team)
        .Text("position", r => r.Position)
        .Text("grade", r => r.Grade)
        .Day("since", r => r.Since)
        .Day("until", r => r.Until);

    public static readonly FactTable<TeamLeaderFeedRow> Leaders = new FactTable<TeamLeaderFeedRow>("fact_team_leader", r => r.Key, r => r.Change, _ => false)
        .Member(Dimension.Team, r => r.Team)
        .Member(Dimension.Technician, r => r.Employee)
        .Day("since", r => r.Since)
        .Day("until", r => r.Until);

    public static readonly FactTable<TeamAreaFeedRow> Areas = new FactTable<TeamAreaFeedRow>("fact_team_area", r => r.Key, r => r.Change, _ => false)
        .Member(Dimension.Team, r => r.Team)
        .Member(Dimension.Region, r => r.Region)
        .Day("since", r => r.Since)
        .Day("until", r => r.Until);

    public static readonly FactTable<PostFeedRow> Posts = new FactTable<PostFeedRow>("fact_post", r => r.Key, r => r.Change, _ => false)
        .Member(Dimension.Team, r => r.Team)
        .Text("position", r => r.Position)
        .Day("since", r => r.Since)
        .Day("until", r => r.Until);

    /// <summary>Types are codes between commas, the ends included: <c>,gas_storage,solar,</c>.</summary>
    public static readonly FactTable<CertificateFeedRow> Certificates = new FactTable<CertificateFeedRow>("fact_certificate", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number)
        .Member(Dimension.Technician, r => r.Employee)
        .Text("kind", r => r.Kind)
        .Text("types", r => r.Types.Count == 0 ? "" : "," + string.Join(',', r.Types) + ",")
        .Day("since", r => r.Since)
        .Day("until", r => r.Until);

    public static readonly FactTable<SuspensionFeedRow> Suspensions = new FactTable<SuspensionFeedRow>("fact_suspension", r => r.Key, r => r.Change, _ => false)
        .Whole("certificate", r => (int)r.Certificate)
        .Day("since", r => r.Since)
        .Day("until", r => r.Until);
}
