using System.Data.Common;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>Means, rates, differences of shares and states at the end of a period, worked by hand over a few rows.</summary>
public sealed class KindsOfIndicators
{
    static readonly Moment At = new(new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 10), 1);
    static readonly FactSource Answers = new("fact_made_up", [Slice.OnFact("team", "fact_made_up", "team")], "", [("number", "f.number")], n => "/" + n);
    static readonly FactSource Posts = new("fact_posts", [Slice.OnFact("team", "fact_posts", "team")], "", [("number", "f.number")], n => "/" + n);

    [Fact]
    public void a_difference_of_shares_is_told_in_points()
    {
        using var db = Warehouse();
        // January: 9, 10, 3, 7 -> (2 - 1) / 4 = 25 points. February: 0, 6 -> -100 points. Together (2 - 3) / 6.
        var numbers = Ask(db, new Promoters(), "2026-01-01", "2026-02-28");
        numbers.Select(c => c.Number.Value).ShouldBe([25.0, -100.0]);
        (numbers[0].Number.Numerator, numbers[0].Number.Denominator, numbers[0].Number.Excluded).ShouldBe((1, 4, 1));
    }

    [Fact]
    public void the_last_day_of_each_period_counts_what_holds_then()
    {
        using var db = Warehouse();
        // a holds from 5 January on; b from 20 January until 15 February; c from 1 March on. The month of March is taken on the 10th, the day of the data.
        var shares = Ask(db, new Certified(), "2026-01-01", "2026-12-31");
        shares.Select(c => (c.FirstDay, c.Number.Numerator, c.Number.Denominator)).ShouldBe(
            [(new DateOnly(2026, 1, 31), 1.0, 2.0), (new DateOnly(2026, 2, 28), 1.0, 1.0), (new DateOnly(2026, 3, 10), 1.0, 2.0)]);
        // A span that ends within a month takes that day instead: on 10 February a and b hold.
        Ask(db, new Certified(), "2026-02-01", "2026-02-10").Single(c => c.FirstDay.Month == 2).Number.Denominator.ShouldBe(2);
    }

    [Fact]
    public void a_count_of_nothing_is_zero_and_no_gap()
    {
        using var db = Warehouse();
        db.Execute("DELETE FROM fact_posts WHERE number <> 'b'");
        Ask(db, new OpenPosts(), "2026-01-01", "2026-12-31").Select(c => c.Number.Value).ShouldBe([1.0, 0.0, 0.0]);
    }

    [Fact]
    public void rows_behind_a_period_end_are_those_of_its_last_day()
    {
        using var db = Warehouse();
        var question = Question(new Certified(), "2026-01-01", "2026-01-31");
        foreach (var (part, expected) in new[] { (Part.Counted, "a b"), (Part.Hits, "a"), (Part.Misses, "b") })
        {
            var bind = new Binding(At.Instant, At.Today);
            string.Join(' ', db.Rows(IndicatorSql.Rows(question, part, bind, 9, 0), bind.Values, r => r.GetString(3))).ShouldBe(expected);
            var counting = new Binding(At.Instant, At.Today);
            db.Scalar<long>(IndicatorSql.Count(question, part, counting), [.. counting.Values]).ShouldBe(expected.Split(' ').Length);
        }
    }

    /// <summary>Limits of a Poisson count of 10 and of 0: Ulm, American Journal of Epidemiology 131 (1990), exact 4.80 to 18.39 and 0 to 3.69.</summary>
    [Theory, InlineData(10, 4.80, 18.39), InlineData(0, 0, 3.69)]
    public void the_interval_of_a_rate_is_that_of_its_count(double events, double low, double high)
    {
        var (lower, upper) = IndicatorReadings.Poisson(Number.Ratio(events, 1, 0));
        lower!.Value.ShouldBe(low, 0.03);
        upper!.Value.ShouldBe(high, 0.03);
    }

    static IReadOnlyList<Cell> Ask(DbConnection db, Indicator indicator, string from, string to) =>
        [.. new Asking(db, new AnswerMemory(), Question(indicator, from, to), At).Numbers(periods: true, sliced: false).OrderBy(c => c.Period)];

    static Question Question(Indicator indicator, string from, string to) =>
        new(indicator, DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd"), Grain.Month, null, []);

    static DbConnection Warehouse()
    {
        var db = EmptyWarehouse.Open();
        db.Execute("CREATE TABLE dim_date AS SELECT CAST(d AS date) AS day FROM generate_series(DATE '2025-12-01', DATE '2026-12-31', INTERVAL '1 day') t(d)");
        db.Execute("CREATE TABLE fact_made_up (key BIGINT, number VARCHAR, team VARCHAR, day DATE, score INTEGER)");
        db.Execute("""
            INSERT INTO fact_made_up VALUES (1, 'a', 'A', DATE '2026-01-02', 9), (2, 'b', 'A', DATE '2026-01-03', 10), (3, 'c', 'B', DATE '2026-01-04', 3), (4, 'd', 'B', DATE '2026-01-05', 7),
              (5, 'e', 'B', DATE '2026-01-31', NULL), (6, 'f', 'A', DATE '2026-02-01', 0), (7, 'g', 'A', DATE '2026-02-28', 6)
            """);
        db.Execute("CREATE TABLE fact_posts (key BIGINT, number VARCHAR, team VARCHAR, since DATE, until DATE, certified BOOLEAN)");
        db.Execute("INSERT INTO fact_posts VALUES (1, 'a', 'A', DATE '2026-01-05', NULL, TRUE), (2, 'b', 'A', DATE '2026-01-20', DATE '2026-02-15', FALSE), (3, 'c', 'B', DATE '2026-03-01', NULL, FALSE)");
        return db;
    }

    sealed class Promoters : RatioIndicator
    {
        public override string Code => "promoters";
        public override string Clause => "3.1";
        public override Unit Unit => Unit.Points;
        public override double Scale => 100;
        public override Direction Good => Direction.Up;
        public override FactSource Source => Answers;
        public override string Day => "f.day";
        public override string Counted(Binding bind) => "f.score IS NOT NULL";
        public override string Numerator => "CASE WHEN f.score >= 9 THEN 1 WHEN f.score <= 6 THEN -1 ELSE 0 END";
        public override string Excluded(Binding bind) => "f.score IS NULL";
    }

    sealed class Certified : PeriodEndIndicator
    {
        public override string Code => "certified";
        public override string Clause => "2.3";
        public override Unit Unit => Unit.Share;
        public override Direction Good => Direction.Up;
        public override ChartKind Chart => ChartKind.P;
        public override FactSource Source => Posts;
        public override string Since => "f.since";
        public override string Until => "f.until";
        public override string Counted(Binding bind) => "TRUE";
        public override string Hit(Binding bind) => "f.certified";
    }

    sealed class OpenPosts : PeriodEndIndicator
    {
        public override string Code => "open_posts";
        public override string Clause => "10.3";
        public override Unit Unit => Unit.Count;
        public override Direction Good => Direction.Down;
        public override ChartKind Chart => ChartKind.Xmr;
        public override FactSource Source => Posts;
        public override string Since => "f.since";
        public override string Until => "f.until";
        public override string Counted(Binding bind) => "TRUE";
    }
}
