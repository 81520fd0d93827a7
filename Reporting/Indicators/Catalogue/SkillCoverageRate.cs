namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>
/// Clause 10.1: of all pairs of a district that some team answers for and a product type, those for which at least two people of the district's teams hold
/// a certificate that counts at the end of the period. A district of several teams counts once.
/// </summary>
internal sealed class SkillCoverageRate : PeriodEndIndicator
{
    public override string Code => "skill_coverage_rate";
    public override string Clause => "10.1";
    public override Unit Unit => Unit.Share;
    public override ChartKind Chart => ChartKind.P;
    public override Direction Good => Direction.Up;
    public override double? Target => 0.90;
    public override FactSource Source => PeopleSources.Cells;
    public override string Since => "f.since";
    public override string Until => "f.until";
    public override string Counted(Binding bind) => $"NOT EXISTS (SELECT 1 FROM fact_team_area b WHERE b.region_id = f.region_id AND b.key < f.area AND {PeopleSources.Holds("b")})";
    public override string? Hit(Binding bind) => $"""
        (SELECT count(DISTINCT e.technician_id) FROM dim_employee e JOIN fact_team_area b ON b.team_id = e.team_id JOIN fact_certificate c ON c.technician_id = e.technician_id
        WHERE b.region_id = f.region_id AND c.types LIKE '%,' || f.type || ',%' AND {PeopleSources.Holds("e")} AND {PeopleSources.Holds("b")} AND {PeopleSources.Counts("c")}) >= 2
        """;
}
