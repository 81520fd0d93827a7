using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Indicators.Catalogue;
using AfterSales.Reporting.Warehouse;
using DuckDB.NET.Data;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The indicators of training, assessments and rewards, worked by hand over a few rows; the data is of 10 March 2026, 12:00 in Shanghai.</summary>
public sealed class NumbersOfTraining
{
    static readonly Moment At = new(new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 10), 1);

    static (double, double, long) Share(Indicator indicator, string rows)
    {
        using var db = new DuckDBConnection("Data Source=:memory:");
        db.Open();
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
}
