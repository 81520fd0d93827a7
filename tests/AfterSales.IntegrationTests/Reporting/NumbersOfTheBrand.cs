using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Indicators.Catalogue;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The indicators of chapter 12 and the analyses, worked by hand over a few rows; the data is of 10 March 2026, 12:00 in Shanghai.</summary>
public sealed class NumbersOfTheBrand
{
    static readonly Moment At = new(new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 10), 1);

    static Number Ask(Indicator indicator, params string[] sql)
    {
        using var db = EmptyWarehouse.Open();
        foreach (var statement in sql) db.Execute(statement);
        Question question = new(indicator, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Grain.Quarter, null, []);
        return new Asking(db, new AnswerMemory(), question, At).Numbers(periods: false, sliced: false).Single().Number;
    }

    static (double, double, long) Share(Indicator indicator, params string[] sql) => Ask(indicator, sql) is var n ? (n.Numerator!.Value, n.Denominator, n.Excluded) : default;

    [Fact]
    public void mentions_answered_in_time_are_counted_among_those_that_need_a_reply() => Share(new MentionReplyRate(), """
        CREATE TABLE fact_mention AS SELECT * FROM (VALUES
        (DATE '2026-01-05', true, TIMESTAMP '2026-01-06 02:00', TIMESTAMP '2026-01-05 09:00', true),
        (DATE '2026-01-07', true, TIMESTAMP '2026-01-08 02:00', TIMESTAMP '2026-01-09 09:00', false),
        (DATE '2026-02-01', true, TIMESTAMP '2026-02-02 02:00', NULL, false),
        (DATE '2026-02-02', false, TIMESTAMP '2026-02-03 02:00', NULL, false),
        (DATE '2026-03-10', true, TIMESTAMP '2026-03-11 02:00', NULL, false)) t(published_day, needs_reply, due, answered, in_time)
        """).ShouldBe((1, 3, 1)); // in time; late; never; not needed; still running

    [Fact]
    public void promises_are_counted_once_a_month_and_without_data_beside() => Share(new PromiseKeptRate(),
        "CREATE TABLE fact_promise AS SELECT * FROM (VALUES (DATE '2026-01-31', 1), (DATE '2026-01-31', 0), (DATE '2026-01-31', NULL), (DATE '2026-02-28', 1), (DATE '2025-12-31', 0)) t(last_day, kept)").ShouldBe((2, 3, 1));

    [Fact]
    public void analyses_are_in_time_on_their_last_day() => Share(new ReviewOnTimeRate(),
        "CREATE TABLE fact_analysis AS SELECT * FROM (VALUES (DATE '2026-02-10', DATE '2026-02-10'), (DATE '2026-02-10', DATE '2026-02-11'), (DATE '2026-02-10', NULL), (DATE '2026-03-10', NULL), (DATE '2026-03-10', DATE '2026-03-02')) t(due_day, signed_day)").ShouldBe((2, 4, 1));

    const string Surveys = "CREATE TABLE fact_survey AS SELECT * FROM (VALUES (1, 'a', DATE '2026-01-05', 10), (2, 'b', DATE '2026-01-05', 9), (3, 'c', DATE '2026-01-06', 8), (4, 'd', DATE '2026-01-07', 3)) t(key, number, answered_day, recommendation), (SELECT 'service' AS kind, true AS counts) more";
    const string Complaints = "CREATE TABLE fact_complaint AS SELECT * FROM (VALUES (1, 'CP-1', DATE '2026-01-05', 'service'), (2, 'CP-2', DATE '2026-01-05', 'product')) t(key, number, received_day, matter)";
    const string Orders = "CREATE TABLE fact_order AS SELECT i AS key, concat('SO-', i) AS number, DATE '2026-01-05' AS completed_day FROM generate_series(1, 50) t(i)";
    const string Mentions = "CREATE TABLE fact_mention AS SELECT * FROM (VALUES (1, 'weibo', DATE '2026-01-05', 'positive'), (2, 'weibo', DATE '2026-01-05', 'neutral'), (3, 'weibo', DATE '2026-01-05', 'negative'), (4, 'weibo', DATE '2026-01-05', 'positive'), (5, 'weibo', DATE '2026-01-05', NULL)) t(key, place, published_day, tone)";
    const string Promises = "CREATE TABLE fact_promise AS SELECT * FROM (VALUES (1, 'nps', DATE '2026-01-31', 1), (2, 'csat_top2', DATE '2026-01-31', 0)) t(key, indicator, last_day, kept)";

    static string None(string create) => create + " WHERE false";

    [Fact]
    public void the_index_weighs_its_four_parts()
    {
        // NPS 25 gives 62.5; 1 complaint of 50 orders is 2.0 per 100 and gives 60; 3 of 4 mentions are not negative: 75; 1 of 2 promises: 50
        var index = Ask(new BrandIndex(), Surveys, Complaints, Orders, Mentions, Promises);
        index.Value!.Value.ShouldBe((0.4 * 62.5) + (0.3 * 60) + (0.2 * 75) + (0.1 * 50), 1e-9); // 63
        index.Excluded.ShouldBe(1, "the mention without a tone");
        index.Numerator.ShouldBeNull();
    }

    [Fact]
    public void a_missing_part_drops_out_and_the_weights_rescale() =>
        Ask(new BrandIndex(), Surveys, Complaints, Orders, None(Mentions), None(Promises)).Value!.Value.ShouldBe(((0.4 * 62.5) + (0.3 * 60)) / 0.7, 1e-9);

    [Fact]
    public void fewer_than_two_parts_are_no_data() => Ask(new BrandIndex(), None(Surveys), None(Complaints), Orders.Replace("(1, 50)", "(1, 0)", StringComparison.Ordinal), Mentions, None(Promises)).Value.ShouldBeNull();

    [Fact]
    public void many_complaints_do_not_go_below_nothing() =>
        Ask(new BrandIndex(), Surveys, Complaints, Orders.Replace("(1, 50)", "(1, 10)", StringComparison.Ordinal), None(Mentions), None(Promises)).Value!.Value.ShouldBe(0.4 * 62.5 / 0.7, 1e-9); // 10 per 100 orders: 100 - 200
}
