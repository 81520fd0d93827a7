using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Indicators.Catalogue;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The indicators of clauses 4.3, 4.5, 11.2 to 11.4, worked by hand over a few rows; the data is of 10 March 2026, 12:00 in Shanghai.</summary>
public sealed class NumbersOfRisks
{
    static readonly Moment At = new(new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 10), 1);

    static Number Ask(Indicator indicator, string sql, DateOnly? to = null)
    {
        using var db = EmptyWarehouse.Open();
        db.Execute("CREATE TABLE dim_date AS SELECT CAST(d AS date) AS day, CAST(extract(year FROM d) AS integer) AS year, CAST(extract(quarter FROM d) AS integer) AS quarter, CAST(extract(month FROM d) AS integer) AS month FROM generate_series(DATE '2025-01-01', DATE '2026-12-31', INTERVAL '1 day') t(d)");
        db.Execute(sql);
        Question question = new(indicator, new DateOnly(2026, 1, 1), to ?? new DateOnly(2026, 3, 31), Grain.Quarter, null, []);
        return new Asking(db, new AnswerMemory(), question, At).Numbers(periods: false, sliced: false).Single().Number;
    }

    static (double, double, long) Share(Indicator indicator, string sql) => Ask(indicator, sql) is var n ? (n.Numerator!.Value, n.Denominator, n.Excluded) : default;

    const string Checks = """
        CREATE TABLE fact_check AS SELECT * FROM (VALUES
        (DATE '2026-01-20', DATE '2026-01-18', 1), (DATE '2026-01-20', DATE '2026-01-25', 0), (DATE '2026-02-20', NULL, NULL), (DATE '2026-03-09', NULL, NULL), (DATE '2026-03-10', NULL, NULL), (DATE '2026-03-20', DATE '2026-03-05', 1)) t(due_day, done_day, passed)
        """;

    [Fact]
    public void checks_that_passed_are_counted_among_those_done() => Share(new CheckPassRate(), Checks).ShouldBe((2, 3, 0));

    [Fact]
    public void planned_checks_are_counted_once_their_day_has_passed_or_they_are_done() => Share(new CheckPlanRate(), Checks).ShouldBe((3, 5, 1)); // today's is still in time

    const string Owed = """
        (VALUES (DATE '2026-01-31', DATE '2026-01-31', false), (DATE '2026-01-31', DATE '2026-02-01', false), (DATE '2026-02-28', NULL, false), (DATE '2026-03-10', NULL, false), (DATE '2026-03-05', NULL, true), (DATE '2026-03-30', DATE '2026-03-01', false)) t(due_day, done_day, dropped)
        """; // in time on its last day; late; overdue; still in time; dropped; early

    [Fact]
    public void reviews_are_in_time_on_their_last_day() => Share(new RiskReviewOnTimeRate(), "CREATE TABLE fact_risk_review AS SELECT * FROM " + Owed).ShouldBe((2, 4, 2));

    [Fact]
    public void tests_of_controls_are_in_time_on_their_last_day() => Share(new ControlTestRate(), "CREATE TABLE fact_control_test AS SELECT * FROM " + Owed).ShouldBe((2, 4, 2));

    [Fact]
    public void actions_are_in_time_on_their_last_day() => Share(new ActionOnTimeRate(), "CREATE TABLE fact_action AS SELECT * FROM " + Owed).ShouldBe((2, 4, 2));

    [Fact]
    public void each_round_of_an_action_is_verified_once() => Share(new ActionEffectiveRate(),
        "CREATE TABLE fact_action AS SELECT * FROM (VALUES (DATE '2026-01-10', 0), (DATE '2026-03-01', 1), (DATE '2026-03-02', 1), (NULL, NULL), (DATE '2025-12-31', 1)) t(verified_day, effective)").ShouldBe((2, 3, 0));

    const string Ratings = """
        CREATE TABLE fact_risk_rating AS SELECT * FROM (VALUES
        (1, DATE '2025-06-01', DATE '2026-02-10', 15), (2, DATE '2026-02-10', NULL, 9), (3, DATE '2025-06-01', NULL, 10), (4, DATE '2026-03-10', NULL, 25), (5, DATE '2025-06-01', DATE '2026-01-31', 20), (6, DATE '2026-03-01', DATE '2026-03-01', 16)) t(key, since_day, until_day, residual)
        """; // rated down in February; that; high all the time; since today; closed on the last day of January; rated twice on one day

    [Fact]
    public void high_risks_are_those_rated_so_on_the_last_day()
    {
        Ask(new HighRiskOpen(), Ratings).Value.ShouldBe(2, "the data is of 10 March");
        Ask(new HighRiskOpen(), Ratings, new DateOnly(2026, 1, 31)).Value.ShouldBe(2);
        Ask(new HighRiskOpen(), Ratings, new DateOnly(2026, 1, 30)).Value.ShouldBe(3);
        Ask(new HighRiskOpen(), Ratings, new DateOnly(2026, 2, 28)).Value.ShouldBe(1);
    }
}
