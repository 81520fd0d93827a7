using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Indicators.Catalogue;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The indicators of training, assessments and rewards, worked by hand over a few rows; the data is of 10 March 2026, 12:00 in Shanghai.</summary>
public sealed class NumbersOfTraining
{
    static readonly Moment At = new(new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 10), 1);

    static (double, double, long) Share(Indicator indicator, string rows)
    {
        using var db = EmptyWarehouse.Open();
        db.Execute(rows);
        Question question = new(indicator, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Grain.Quarter, null, []);
        var n = new Asking(db, new AnswerMemory(), question, At).Numbers(periods: false, sliced: false).Single().Number;
        return (n.Numerator!.Value, n.Denominator, n.Excluded);
    }

    [Fact]
    public void a_pass_counts_at_the_first_attempt_among_those_assessed() => Share(new TrainingPassRate(), """
        CREATE TABLE fact_participant AS SELECT * FROM (VALUES
        (DATE '2026-01-05', 'passed', 1), (DATE '2026-01-05', 'failed', 1), (DATE '2026-01-25', 'passed', 2),
        (DATE '2026-02-05', 'incomplete', 0), (DATE '2026-02-05', 'absent', 0), (DATE '2026-03-09', 'none', 0)) t(session_day, outcome, attempt)
        """).ShouldBe((1, 3, 2));

    [Fact]
    public void a_planned_training_is_held_by_the_end_of_its_month_or_not() => Share(new TrainingPlanRate(), """
        CREATE TABLE fact_planned_training AS SELECT * FROM (VALUES
        (DATE '2026-01-31', DATE '2026-01-31'), (DATE '2026-01-31', DATE '2026-02-01'), (DATE '2026-02-28', NULL), (DATE '2026-03-31', DATE '2026-03-05'), (DATE '2026-03-31', NULL)) t(due_day, held_day)
        """).ShouldBe((1, 3, 2));

    [Fact]
    public void a_session_is_evaluated_by_day_90_or_not() => Share(new TrainingEffectRate(), """
        CREATE TABLE fact_session AS SELECT * FROM (VALUES
        ('closed', DATE '2026-02-10', DATE '2026-02-10'), ('closed', DATE '2026-02-10', DATE '2026-02-11'), ('closed', DATE '2026-03-09', NULL), ('closed', DATE '2026-03-10', NULL),
        ('cancelled', DATE '2026-02-10', NULL), ('closed', DATE '2026-03-20', DATE '2026-03-01')) t(state, due_day, evaluated_day)
        """).ShouldBe((2, 4, 1));

    [Fact]
    public void an_assessment_is_signed_by_its_day_or_not() => Share(new AssessmentOnTimeRate(), """
        CREATE TABLE fact_assessment AS SELECT * FROM (VALUES (DATE '2026-01-20', DATE '2026-01-20'), (DATE '2026-01-20', DATE '2026-01-21'), (DATE '2026-01-20', NULL), (DATE '2026-03-10', NULL)) t(due_day, signed_day)
        """).ShouldBe((1, 3, 1));

    [Fact]
    public void a_proposal_is_decided_by_its_instant_or_not() => Share(new RewardOnTimeRate(), """
        CREATE TABLE fact_reward AS SELECT * FROM (VALUES
        (DATE '2026-01-20', TIMESTAMP '2026-01-20 16:00', TIMESTAMP '2026-01-20 16:00'), (DATE '2026-01-20', TIMESTAMP '2026-01-20 16:00', TIMESTAMP '2026-01-20 16:01'),
        (DATE '2026-03-09', TIMESTAMP '2026-03-09 16:00', NULL), (DATE '2026-03-10', TIMESTAMP '2026-03-10 16:00', NULL)) t(due_day, due, decided_at)
        """).ShouldBe((1, 3, 1));

    /// <summary>January has 31 days: T1 (team 1, promoted on the 11th) is in post on all, T2 (team 2) from the 17th to its end, 15 days: (31 + 15) / 31 heads. T1 attends 8 hours on the 5th, 4 on the 20th, T2 4 on the 20th.</summary>
    static readonly string[] HoursOfJanuary =
    [
        "CREATE TABLE dim_date AS SELECT CAST(d AS DATE) AS day FROM generate_series(DATE '2025-12-01', DATE '2026-12-31', INTERVAL '1 day') t(d)",
        "CREATE TABLE feed_state AS SELECT TIMESTAMP '2026-03-10 04:00' AS as_of",
        "CREATE TABLE dim_team AS SELECT * FROM (VALUES (0, 'unknown'), (1, 'A'), (2, 'B')) t(team_id, code)",
        "CREATE TABLE dim_employee AS SELECT * FROM (VALUES (1, 1, 1, '初级', DATE '2026-01-01', DATE '2026-01-11'), (2, 1, 1, '中级', DATE '2026-01-11', CAST(NULL AS DATE)), (3, 2, 2, NULL, DATE '2026-01-17', DATE '2026-02-01')) t(key, technician_id, team_id, grade, since, until)",
        "CREATE TABLE fact_participant AS SELECT * FROM (VALUES (1, 'TR-2026-0001', 'GAS', 1, 1, DATE '2026-01-05', 8.0), (2, 'TR-2026-0002', 'FEE', 1, 1, DATE '2026-01-20', 4.0), (3, 'TR-2026-0002', 'FEE', 2, 2, DATE '2026-01-20', 4.0), (4, 'TR-2026-0003', 'FEE', 1, 1, DATE '2026-02-03', NULL)) t(key, number, course, technician_id, team_id, session_day, hours)",
    ];

    static IReadOnlyList<Cell> Hours(string to, Grain grain, string? slice, bool periods)
    {
        using var db = EmptyWarehouse.Open();
        foreach (var statement in HoursOfJanuary) db.Execute(statement);
        var indicator = new TrainingHoursPerHead();
        Question question = new(indicator, new DateOnly(2026, 1, 1), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), grain, slice is null ? null : indicator.Source.SliceOf(slice), []);
        return new Asking(db, new AnswerMemory(), question, At).Numbers(periods, sliced: slice is not null);
    }

    [Fact]
    public void hours_per_head_divide_by_the_average_of_people_in_post()
    {
        Hours("2026-01-31", Grain.Month, null, periods: false).Single().Number.Value!.Value.ShouldBe(16 / (46 / 31.0), 1e-9);
        var months = Hours("2026-03-31", Grain.Month, null, periods: true).ToDictionary(c => c.Period);
        months[Grain.Month.KeyOf(new DateOnly(2026, 1, 15))].Number.Value!.Value.ShouldBe(16 / (46 / 31.0), 1e-9);
        months[Grain.Month.KeyOf(new DateOnly(2026, 2, 15))].Number.ShouldBe(Number.Ratio(0, 1, 0)); // T1 in post all month, nobody trained: 0 hours for a head, which is a number
        months.ShouldNotContainKey(Grain.Month.KeyOf(new DateOnly(2026, 4, 15)), "after the day of the data nobody is counted");
    }

    [Fact]
    public void hours_per_head_are_split_by_the_team_and_the_grade_of_the_day()
    {
        Hours("2026-01-31", Grain.Month, "team", periods: false).ToDictionary(c => c.Slice!, c => c.Number.Value).ShouldBe(new Dictionary<string, double?> { ["A"] = 12, ["B"] = 4 }, ignoreOrder: true);
        Hours("2026-01-31", Grain.Month, "grade", periods: false).ToDictionary(c => c.Slice!, c => c.Number.Value).ShouldBe(new Dictionary<string, double?> { ["初级"] = 8, ["中级"] = 4, ["unknown"] = 4 }, ignoreOrder: true);
    }

    [Fact]
    public void a_target_of_a_month_grows_with_the_period() =>
        new[] { Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year }.Select(g => Math.Round(3.33 * g.Months, 3)).ShouldBe([0.109, 0.766, 3.33, 9.99, 39.96]);

    [Fact]
    public void passes_are_split_by_course()
    {
        using var db = EmptyWarehouse.Open();
        db.Execute("CREATE TABLE fact_participant AS SELECT * FROM (VALUES ('GAS', DATE '2026-01-05', 'passed', 1), ('GAS', DATE '2026-01-05', 'failed', 1), ('FEE', DATE '2026-01-06', 'passed', 1)) t(course, session_day, outcome, attempt)");
        var indicator = new TrainingPassRate();
        Question question = new(indicator, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Grain.Quarter, indicator.Source.SliceOf("course"), []);
        new Asking(db, new AnswerMemory(), question, At).Numbers(periods: false, sliced: true).ToDictionary(c => c.Slice!, c => c.Number.Value).ShouldBe(new Dictionary<string, double?> { ["GAS"] = 0.5, ["FEE"] = 1 }, ignoreOrder: true);
    }
}
