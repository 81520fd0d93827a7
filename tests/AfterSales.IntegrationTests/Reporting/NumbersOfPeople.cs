using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Indicators.Catalogue;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The indicators of clauses 2.3, 10.1 and 10.3, worked by hand over a few rows; the data is of 10 March 2026, 12:00 in Shanghai.</summary>
public sealed class NumbersOfPeople
{
    static readonly Moment At = new(new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 10), 1);

    const string Days = "CREATE TABLE dim_date AS SELECT CAST(d AS DATE) AS day, CAST(extract(year FROM d) AS integer) AS year, CAST(extract(quarter FROM d) AS integer) AS quarter, CAST(extract(month FROM d) AS integer) AS month, CAST(extract(isoyear FROM d) AS integer) AS iso_year, CAST(extract(week FROM d) AS integer) AS iso_week FROM generate_series(DATE '2026-01-01', DATE '2026-12-31', INTERVAL '1 day') t(d)";

    static (double?, double) Ask(Indicator indicator, DateOnly to, params string[] sql)
    {
        using var db = EmptyWarehouse.Open();
        foreach (var statement in sql) db.Execute(statement);
        Question question = new(indicator, new DateOnly(2026, 1, 1), to, Grain.Quarter, null, []);
        var number = new Asking(db, new AnswerMemory(), question, At).Numbers(periods: false, sliced: false).Single().Number;
        return (number.Numerator, number.Denominator);
    }

    /// <summary>Four technicians on the 10th: one certified, one whose certificate is suspended, one whose ended on the 9th, one with a certificate about no type; a fifth left on the 9th, a sixth is a dispatcher.</summary>
    static readonly string[] People =
    [
        Days,
        """
        CREATE TABLE dim_employee AS SELECT * FROM (VALUES (1, 1, 1, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)), (2, 2, 1, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)), (3, 3, 1, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)),
        (4, 4, 2, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)), (5, 5, 2, 'technician', DATE '2026-01-01', DATE '2026-03-10'), (6, 6, 0, 'dispatcher', DATE '2026-01-01', CAST(NULL AS DATE))) t(key, technician_id, team_id, position, since, until)
        """,
        """
        CREATE TABLE fact_certificate AS SELECT * FROM (VALUES (1, 1, ',gas_storage,solar,', DATE '2026-01-01', CAST(NULL AS DATE)), (2, 2, ',gas_storage,', DATE '2026-01-01', CAST(NULL AS DATE)), (3, 3, ',gas_storage,', DATE '2026-01-01', DATE '2026-03-10'),
        (4, 4, '', DATE '2026-01-01', CAST(NULL AS DATE)), (5, 5, ',gas_storage,', DATE '2026-01-01', CAST(NULL AS DATE))) t(key, technician_id, types, since, until)
        """,
        "CREATE TABLE fact_suspension AS SELECT * FROM (VALUES (1, 2, DATE '2026-03-01', CAST(NULL AS DATE))) t(key, certificate, since, until)",
    ];

    [Fact]
    public void certified_are_those_whose_certificate_counts_at_the_end_of_the_period() => Ask(new CertifiedStaffRate(), new DateOnly(2026, 3, 10), People).ShouldBe((1, 4));

    [Fact]
    public void a_period_that_is_over_stays_as_it_was() => Ask(new CertifiedStaffRate(), new DateOnly(2026, 2, 28), People).ShouldBe((4, 5)); // before the suspension and the end

    [Fact]
    public void a_district_of_two_teams_counts_once_per_type_and_needs_two_people()
    {
        // on 28 February both teams answer for district 7: people 1, 2, 3 (team 1) and 5 (team 2) hold gas storage, only person 1 solar; district 8 has team 2 alone: only person 5
        string[] rows = [.. People, "CREATE TABLE fact_team_area AS SELECT * FROM (VALUES (1, 1, 7, DATE '2026-01-01', CAST(NULL AS DATE)), (2, 2, 7, DATE '2026-01-01', CAST(NULL AS DATE)), (3, 2, 8, DATE '2026-01-01', CAST(NULL AS DATE))) t(key, team_id, region_id, since, until)"];
        Ask(new SkillCoverageRate(), new DateOnly(2026, 2, 28), rows).ShouldBe((1, 12)); // two districts of six types; covered: gas storage in district 7
        Ask(new SkillCoverageRate(), new DateOnly(2026, 3, 10), rows).ShouldBe((0, 12)); // one is suspended, one ended, one left
    }

    [Fact]
    public void a_post_is_filled_by_a_person_of_that_work_in_a_team_with_a_leader()
    {
        // team 1: four posts and three people, led: three filled. Team 2: one post, one person, led until February. Without a team: one dispatcher of two posts
        string[] rows =
        [
            .. People,
            """
            CREATE TABLE fact_post AS SELECT * FROM (VALUES (1, 1, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)), (2, 1, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)), (3, 1, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)), (4, 1, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)),
            (5, 2, 'technician', DATE '2026-01-01', CAST(NULL AS DATE)), (6, 0, 'dispatcher', DATE '2026-01-01', CAST(NULL AS DATE)), (7, 0, 'dispatcher', DATE '2026-03-01', CAST(NULL AS DATE)), (8, 1, 'technician', DATE '2026-01-01', DATE '2026-02-01')) t(key, team_id, position, since, until)
            """,
            "CREATE TABLE fact_team_leader AS SELECT * FROM (VALUES (1, 1, 1, DATE '2026-01-01', CAST(NULL AS DATE)), (2, 2, 4, DATE '2026-01-01', DATE '2026-03-01')) t(key, team_id, technician_id, since, until)",
        ];
        Ask(new StaffingRate(), new DateOnly(2026, 2, 28), rows).ShouldBe((5, 6));
        Ask(new StaffingRate(), new DateOnly(2026, 3, 10), rows).ShouldBe((4, 7));
    }
}
