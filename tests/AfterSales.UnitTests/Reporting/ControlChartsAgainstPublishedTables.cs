using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Indicators;

namespace AfterSales.UnitTests.Reporting;

/// <summary>Numbers printed in the NIST/SEMATECH e-Handbook of Statistical Methods, chapter 6.3, or worked by hand.</summary>
public sealed class ControlChartsAgainstPublishedTables
{
    /// <summary>Section 6.3.3.2: defective chips on 30 wafers of 50; printed p-bar 0.2313, limits 0.0524 and 0.4102.</summary>
    static readonly int[] Wafers = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];

    /// <summary>Section 6.3.2.2: ten batches; printed mean 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041.</summary>
    static readonly double[] FlowRates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

    /// <summary>Section 6.3.3.1: defects on 25 wafers; printed mean 16, limits 4 and 28, one wafer beyond.</summary>
    static readonly int[] Defects = [16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13];

    [Fact]
    public void p_chart_of_the_wafers()
    {
        var center = Wafers.Sum() / (30 * 50.0);
        center.ShouldBe(0.2313, 0.00005);
        var limits = ControlChart.P(center, 50);
        limits.Lower.ShouldBe(0.0524, 0.00005);
        limits.Upper.ShouldBe(0.4102, 0.00005);
        var charted = ControlChart.Chart(ChartKind.P, Points(Wafers.Select(w => w / 50.0), 50), new Baseline(center, 0, 30));
        charted.Index().Where(c => c.Item.Signals.Contains(Rule.BeyondLimits)).Select(c => c.Index + 1).ShouldBe([15, 23]);
    }

    [Fact]
    public void individuals_chart_of_the_flow_rates()
    {
        var range = ControlChart.MeanMovingRange(FlowRates);
        range.ShouldBe(1.8778, 0.00005);
        var limits = ControlChart.Individuals(FlowRates.Average(), range);
        limits.Center.ShouldBe(50.81, 0.00001);
        limits.Lower.ShouldBe(45.8159, 0.001); // the handbook divides by 1.128, we multiply by the rounded 2.660
        limits.Upper.ShouldBe(55.8041, 0.001);
        ControlChart.RangeLimit(range).ShouldBe(6.1348, 0.0005);
    }

    [Fact]
    public void u_chart_of_the_defects_with_one_unit_each()
    {
        var center = Defects.Average();
        center.ShouldBe(16);
        ControlChart.U(center, 1).ShouldBe(new Limits(4, 16, 28));
        var charted = ControlChart.Chart(ChartKind.U, Points(Defects.Select(d => (double)d), 1), new Baseline(center, 0, 25));
        charted.Index().Where(c => c.Item.Signals.Count > 0).Select(c => c.Index + 1).ShouldBe([24]);
    }

    [Fact]
    public void u_chart_widens_with_a_smaller_area() => ControlChart.U(4, 4).ShouldBe(new Limits(1, 4, 7));

    [Fact]
    public void limits_of_shares_stay_within_nought_and_one()
    {
        ControlChart.P(0.9, 60).Upper.ShouldBe(1);
        ControlChart.P(0.1, 60).Lower.ShouldBe(0);
    }

    /// <summary>n = 20, p = 0.1: P(0) = 0.1216; P(X &lt;= 6) = 0.9976, P(X &lt;= 7) = 0.9996 (binomial tables), so the upper limit is 7/20.</summary>
    [Fact]
    public void small_samples_use_exact_binomial_limits()
    {
        ControlChart.P(0.1, 20).ShouldBe(new Limits(0, 0.1, 7 / 20.0));
        ControlChart.P(0.9, 20).ShouldBe(new Limits(1 - 7 / 20.0, 0.9, 1));
        ControlChart.P(1, 20).ShouldBe(new Limits(1, 1, 1));
    }

    /// <summary>Samples of 100 around 0.5: z = ±2, moving range always 4, so sigma-z = 4 / 1.128 = 3.546.</summary>
    [Fact]
    public void sigma_z_by_hand()
    {
        var series = Points(Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? 0.6 : 0.4), 100);
        ControlChart.SigmaZ(series, 0.5)!.Value.ShouldBe(4 / 1.128, 1e-9);
        ControlChart.Laney(0.5, 100, 2).Lower.ShouldBe(0.2, 1e-9);
        ControlChart.Laney(0.5, 100, 2).Upper.ShouldBe(0.8, 1e-9);
    }

    [Fact]
    public void nine_in_a_row_on_one_side_signal_and_a_point_on_the_line_breaks_the_row()
    {
        var baseline = new Baseline(10, 1, 20);
        Signalled([.. Enumerable.Repeat(10.5, 9)], baseline).ShouldBe([9]);
        Signalled([.. Enumerable.Repeat(10.5, 8), 10, .. Enumerable.Repeat(10.5, 8)], baseline).ShouldBeEmpty();
        Signalled([.. Enumerable.Repeat(10.5, 4), .. Enumerable.Repeat(9.5, 10)], baseline).ShouldBe([13, 14]);
    }

    [Fact]
    public void provisional_limits_give_the_first_test_only()
    {
        var baseline = new Baseline(10, 1, 8);
        Signalled([.. Enumerable.Repeat(10.5, 12), 13], baseline).ShouldBe([13]);
    }

    [Fact]
    public void baseline_is_the_first_twenty_complete_periods_with_data()
    {
        List<Point> series = [.. Points(Enumerable.Range(1, 25).Select(i => (double)i), 1)];
        series.Insert(3, new Point(null, 0, true));
        series.Insert(5, new Point(99, 1, false));
        var baseline = ControlChart.BaselineOf(ChartKind.Xmr, series)!.Value;
        baseline.ShouldBe(new Baseline(10.5, 1, 20));
        baseline.IsProvisional.ShouldBeFalse();
        ControlChart.BaselineOf(ChartKind.Xmr, series.Take(9)).ShouldBeNull();
        ControlChart.BaselineOf(ChartKind.Xmr, series.Take(10))!.Value.IsProvisional.ShouldBeTrue();
    }

    [Fact]
    public void a_share_weighs_its_periods_by_their_size() =>
        ControlChart.BaselineOf(ChartKind.P, [.. Points(Enumerable.Repeat(0.5, 8), 10), new Point(1, 80, true)])!.Value.Center.ShouldBe(120 / 160.0);

    [Fact]
    public void a_period_that_is_not_over_gives_no_signal_but_has_limits()
    {
        var charted = ControlChart.Chart(ChartKind.Xmr, [new Point(100, 1, false)], new Baseline(10, 1, 20));
        charted[0].Signals.ShouldBeEmpty();
        charted[0].Limits.ShouldNotBeNull();
    }

    [Fact]
    public void where_the_target_is_one_every_miss_is_a_signal() => ControlChart.Chart(ChartKind.P, Points([1, 0.99, 1], 100), null, everyMissIsSignal: true)
        .Select(c => string.Join(",", c.Signals)).ShouldBe(["", "miss", ""]);

    /// <summary>What moves everybody moves nobody against the whole; who alone is apart is found by the limits of the own n: 0.6 of 100 lies below 0.9 - 3 sqrt(0.09 / 100) = 0.81.</summary>
    [Fact]
    public void a_member_is_held_against_the_whole_of_its_own_period()
    {
        double?[] whole = [0.9, 0.5, 0.9, null];
        ControlChart.Against(ChartKind.P, Points([0.9, 0.5, 0.6, 0.6], 100), whole).Select(c => string.Join(",", c.Signals)).ShouldBe(["", "", Rule.BeyondLimits, ""]);
        ControlChart.Against(ChartKind.P, Points([0.9, 0.5, 0.6, 0.6], 100), whole)[2].Limits!.Value.Lower.ShouldBe(0.81, 1e-9);
    }

    /// <summary>Western Electric rules 2 and 3, as printed in the e-Handbook, section 6.3.2: two of the last three beyond 2 sigma, four of the last five beyond 1 sigma, on one side. Mean 10, one sigma is 2.660 / 3 of the moving range 3 / 2.660: exactly 1.</summary>
    [Fact]
    public void zone_tests_are_off_until_switched_on()
    {
        var baseline = new Baseline(10, 3 / 2.660, 20);
        double[] two = [12.1, 10, 12.1], other = [12.1, 10, 7.9], four = [11.1, 11.1, 10.5, 11.1, 11.1], three = [11.1, 11.1, 10.5, 9, 11.1];
        Rules(two, baseline, default).ShouldBeEmpty();
        Rules(two, baseline, new ChartOptions(false, false, Zones: true)).ShouldBe([(3, Rule.TwoOfThree)]);
        Rules(other, baseline, new ChartOptions(false, false, Zones: true)).ShouldBeEmpty("one on each side");
        Rules(four, baseline, new ChartOptions(false, false, Zones: true)).ShouldBe([(5, Rule.FourOfFive)]);
        Rules(three, baseline, new ChartOptions(false, false, Zones: true)).ShouldBeEmpty();
        ControlChart.Chart(ChartKind.P, Points([0.95, 0.5, 0.95], 100), new Baseline(0.5, 0, 20), options: new ChartOptions(false, false, Zones: true)).ShouldAllBe(c => !c.Signals.Contains(Rule.TwoOfThree));
    }

    /// <summary>The trend test of the e-Handbook's section 6.3.2: six in a row steadily rising or falling.</summary>
    [Fact]
    public void six_rising_or_falling_are_five_steps_and_a_pause_breaks_them()
    {
        var (baseline, on) = (new Baseline(10, 10, 20), new ChartOptions(false, Trends: true, false));
        Rules([9, 9.2, 9.4, 9.6, 9.8, 10.2], baseline, on).ShouldBe([(6, Rule.SixInARow)]);
        Rules([9, 9.2, 9.4, 9.6, 9.8], baseline, on).ShouldBeEmpty();
        Rules([9, 9.2, 9.4, 9.4, 9.6, 9.8, 10], baseline, on).ShouldBeEmpty();
        Rules([11, 10.8, 10.6, 10.4, 10.2, 10], baseline, on).ShouldBe([(6, Rule.SixInARow)]);
    }

    /// <summary>D. B. Laney's point (Quality Engineering 14, 2002): with very large samples plain p limits hug the centre and every point is beyond them; p' limits are as wide as the points really vary.</summary>
    [Fact]
    public void laney_limits_are_kept_with_the_baseline_and_used_when_switched_on()
    {
        List<Point> series = [.. Points(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 0.52 : 0.48), 10_000)];
        var baseline = ControlChart.BaselineOf(ChartKind.P, series)!.Value;
        baseline.SigmaZ!.Value.ShouldBe(8 / 1.128, 1e-9); // z is +4 and -4 in turn, the moving range is always 8
        ControlChart.Chart(ChartKind.P, series, baseline).Count(c => c.Signals.Contains(Rule.BeyondLimits)).ShouldBe(20);
        var laney = ControlChart.Chart(ChartKind.P, series, baseline, options: new ChartOptions(Laney: true, false, false));
        laney.ShouldAllBe(c => c.Signals.Count == 0);
        laney[0].Limits!.Value.Upper.ShouldBe(0.5 + (3 * 0.005 * 8 / 1.128), 1e-9);
    }

    static IReadOnlyList<(int, string)> Rules(double[] values, Baseline baseline, ChartOptions options) =>
        [.. ControlChart.Chart(ChartKind.Xmr, Points(values, 1), baseline, options: options).Index().SelectMany(c => c.Item.Signals.Select(s => (c.Index + 1, s)))];

    static IReadOnlyList<Point> Points(IEnumerable<double> values, double n) => [.. values.Select(v => new Point(v, n, true))];

    static IEnumerable<int> Signalled(double[] values, Baseline baseline) =>
        ControlChart.Chart(ChartKind.Xmr, Points(values, 1), baseline).Index().Where(c => c.Item.Signals.Count > 0).Select(c => c.Index + 1);
}
