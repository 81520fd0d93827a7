using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Indicators;

namespace AfterSales.UnitTests.Reporting;

/// <summary>
/// A company in which nothing happens but chance and the season, 104 weeks of it, with a baseline of its first twenty: how often a chart cries. What to expect comes from the normal law with a centre
/// that is itself the mean of twenty points (C. P. Quesenberry, Journal of Quality Technology 25, 1993), by numerical integration here.
/// </summary>
public sealed class FalseAlarmsOfQuietCharts
{
    static readonly int Seeds = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 100 : 10;
    const int Weeks = 104;

    /// <summary>Shares as they are found in a small company, from "nearly never missed" to a coin, and orders a week.</summary>
    static readonly double[] Shares = [0.999, 0.995, 0.98, 0.95, 0.9, 0.8, 0.5, 0.1, 0.02, 0.005];
    static readonly int[] Sizes = [1, 3, 8, 25, 50, 150];

    /// <summary>Heaters fail in winter: the same swing as in the demo.</summary>
    static double Season(int week) => 1.1 + (0.48 * Math.Cos(2 * Math.PI * week / 52));

    [Theory]
    [InlineData("shares")]
    [InlineData("rates")]
    public void are_no_more_than_chance_explains(string of)
    {
        var (kind, beyond, runs, points) = (of == "shares" ? ChartKind.P : ChartKind.U, 0, 0, 0);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            foreach (var share in Shares)
                foreach (var size in Sizes)
                {
                    List<Point> series = [.. Enumerable.Range(0, Weeks).Select(w => Week(kind, share, Math.Max(1, (int)Math.Round(size * Season(w))), random))];
                    var charted = ControlChart.Chart(kind, series, ControlChart.BaselineOf(kind, series));
                    for (var w = ControlChart.BaselinePeriods; w < Weeks; w++)
                    {
                        points++;
                        if (charted[w].Signals.Contains(Rule.BeyondLimits)) beyond++;
                        if (charted[w].Signals.Contains(Rule.NineOnOneSide) && !charted[w - 1].Signals.Contains(Rule.NineOnOneSide)) runs++;
                    }
                }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind} points {points} beyond {beyond / (double)points:0.00000} of {Expected().Beyond:0.00000}, runs {runs / (double)points:0.00000} of {Expected().Runs:0.00000}");
        AtMost(beyond, Expected().Beyond * points);
        AtMost(runs, Expected().Runs * points);
    }

    /// <summary>What must be found still is: a share that falls from 98 to 80 in 100, a rate that doubles, within a quarter of a year of fifty orders a week.</summary>
    [Fact]
    public void and_a_real_shift_is_found()
    {
        var found = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            List<Point> series = [.. Enumerable.Range(0, 33).Select(w => Week(ChartKind.P, w < 20 ? 0.98 : 0.8, 50, random))];
            if (ControlChart.Chart(ChartKind.P, series, ControlChart.BaselineOf(ChartKind.P, series)).Skip(20).Any(c => c.Signals.Contains(Rule.BeyondLimits))) found++;
        }
        found.ShouldBe(Seeds);
    }

    /// <summary>A Poisson number of alarms lies below its mean and three standard deviations.</summary>
    static void AtMost(int alarms, double expected) => ((double)alarms).ShouldBeLessThanOrEqualTo(expected + (3 * Math.Sqrt(expected)));

    static Point Week(ChartKind kind, double share, int n, Random random)
    {
        var hits = kind == ChartKind.P ? Enumerable.Range(0, n).Count(_ => random.NextDouble() < share) : Poisson(share * n, random);
        return new Point(hits / (double)n, n, true);
    }

    /// <summary>Knuth's way.</summary>
    static int Poisson(double mean, Random random)
    {
        var count = -1;
        for (double left = 1, least = Math.Exp(-mean); left > least; left *= random.NextDouble()) count++;
        return count;
    }

    /// <summary>Chance per point of a finding by each test where nothing happens, when the centre is the mean of twenty points: a new run begins with a point on the other side.</summary>
    static (double Beyond, double Runs) Expected()
    {
        var (beyond, runs, step) = (0.0, 0.0, 0.001);
        for (var z = -6.0; z <= 6; z += step)
        {
            var (weight, off) = (Density(z) * step, z / Math.Sqrt(ControlChart.BaselinePeriods));
            var above = Below(off);
            beyond += weight * (Below(-3 - off) + Below(-3 + off));
            runs += weight * (((1 - above) * Math.Pow(above, 9)) + (above * Math.Pow(1 - above, 9)));
        }
        return (beyond, runs);
    }

    static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Normal distribution by Simpson's rule.</summary>
    static double Below(double z)
    {
        const int Steps = 20;
        var (h, sum) = (z / Steps, Density(0) + Density(z));
        for (var i = 1; i < Steps; i++) sum += (i % 2 == 0 ? 2 : 4) * Density(i * h);
        return 0.5 + (sum * h / 3);
    }

    [Fact]
    public void an_estimated_centre_costs_a_quarter_more_points_and_twice_the_runs()
    {
        (2 * Below(-3)).ShouldBe(0.0027, 0.00001); // one in 370 points with a known centre, and 2 x 0.5^10 runs
        Expected().Beyond.ShouldBe(2 * Below(-3 / Math.Sqrt(1 + (1.0 / ControlChart.BaselinePeriods))), 1e-6); // a point and the mean of twenty lie apart by sqrt(1 + 1/20) sigma
        (Expected().Runs * 512).ShouldBeInRange(1.8, 2.0);
    }

    /// <summary>One order in a hundred is late, a week has twenty: none is late in 0.99^20 = 0.818 of the weeks, and only a run of 32 such weeks (0.818^32 = 0.0016) is rarer than nine halves (0.00195).</summary>
    [Fact]
    public void a_run_of_perfect_weeks_is_news_once_it_is_as_rare_as_nine_halves() =>
        ControlChart.Chart(ChartKind.P, [.. Enumerable.Repeat(new Point(1, 20, true), 40)], new Baseline(0.99, 0, 20)).Index().First(c => c.Item.Signals.Count > 0).Index.ShouldBe(32 - 1);

    /// <summary>Nine weeks of twenty with one late order each, where one in a hundred is usual: that side holds 0.182 of the weeks, nine of them are rarer than nine halves at once.</summary>
    [Fact]
    public void a_run_on_the_rarer_side_is_news_after_nine() =>
        ControlChart.Chart(ChartKind.P, [.. Enumerable.Repeat(new Point(0.95, 20, true), 9)], new Baseline(0.99, 0, 20)).Index().First(c => c.Item.Signals.Count > 0).Index.ShouldBe(8);

    /// <summary>Twenty weeks of fifty without a miss: n = 50 beside N = 1000, each miss falls into the new week with 1/21. One miss: half of 0.048; two: half of 0.0023. Two lie beyond 0.00135.</summary>
    [Fact]
    public void after_a_stretch_without_a_miss_the_first_is_no_signal_and_two_at_once_are()
    {
        var baseline = ControlChart.BaselineOf(ChartKind.P, Enumerable.Repeat(new Point(1, 50, true), 20));
        ControlChart.Chart(ChartKind.P, [new Point(0.98, 50, true), new Point(0.96, 50, true)], baseline).Select(c => string.Join(",", c.Signals)).ShouldBe(["", Rule.BeyondLimits]);
    }

    [Fact]
    public void how_things_stand_at_the_end_of_each_period_is_not_asked_for_runs()
    {
        IReadOnlyList<Point> stood = [.. Enumerable.Repeat(new Point(0.9, 100, true), 20)];
        ControlChart.Chart(ChartKind.P, stood, new Baseline(0.92, 0, 20), isStock: true).ShouldAllBe(c => c.Signals.Count == 0);
        ControlChart.Chart(ChartKind.P, stood, new Baseline(0.92, 0, 20)).Count(c => c.Signals.Contains(Rule.NineOnOneSide)).ShouldBe(12);
    }
}
