namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>
/// Clause 10.3: posts open at the end of the period that somebody fills: with so many people of that work in the team, the oldest as many posts are filled.
/// A post in a team without a leader on that day is not.
/// </summary>
internal sealed class StaffingRate : PeriodEndIndicator
{
    public override string Code => "staffing_rate";
    public override string Clause => "10.3";
    public override Unit Unit => Unit.Share;
    public override ChartKind Chart => ChartKind.P;
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => PeopleSources.Posts;
    public override string Since => "f.since";
    public override string Until => "f.until";
    public override string Counted(Binding bind) => "TRUE";
    public override string? Hit(Binding bind) => $"""
        (SELECT count(*) FROM dim_employee e WHERE e.team_id = f.team_id AND e.position = f.position AND {PeopleSources.Holds("e")})
        >= (SELECT count(*) FROM fact_post q WHERE q.team_id = f.team_id AND q.position = f.position AND q.key <= f.key AND {PeopleSources.Holds("q")})
        AND (f.team_id = 0 OR EXISTS (SELECT 1 FROM fact_team_leader l WHERE l.team_id = f.team_id AND {PeopleSources.Holds("l")}))
        """;
}
