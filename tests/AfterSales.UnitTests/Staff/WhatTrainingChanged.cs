using AfterSales.Staff.Training;

namespace AfterSales.UnitTests.Staff;

/// <summary>Difference in differences, item analysis and gain, against examples worked by hand, and against chance.</summary>
public sealed class WhatTrainingChanged
{
    [Fact]
    public void equals_a_hand_worked_example()
    {
        // Changes in percentage points. Trained 4 6 8 2 5: mean 5, variance 5. Others 1 -1 0 2 -2 0: mean 0, variance 2.
        // Standard error: root of 5/5 + 2/6 = 1.154701. Freedom: (4/3)^2 / (1/4 + (1/3)^2/5) = 1.777778 / 0.272222 = 6.530612. t(0.975) = 2.3990 there.
        var answer = DifferenceInDifferences.Of([4, 6, 8, 2, 5], [1, -1, 0, 2, -2, 0], 5)!;
        answer.Effect.ShouldBe(5, 1e-9);
        var reach = 1.1547005 * 2.3990;
        answer.Lower.ShouldBe(5 - reach, 2e-3);
        answer.Upper.ShouldBe(5 + reach, 2e-3);
    }

    [Fact]
    public void agrees_with_the_published_t_of_eight_degrees_for_equal_groups()
    {
        // Equal sizes and variances: Satterthwaite gives 2(n - 1) = 8; t(0.975, 8) = 2.306004 (NIST/SEMATECH, 1.3.6.7.2).
        var answer = DifferenceInDifferences.Of([1, 2, 3, 4, 5], [0, 1, 2, 3, 4], 5)!;
        answer.Effect.ShouldBe(1, 1e-9);
        (answer.Upper - answer.Effect).ShouldBe(2.306004 * Math.Sqrt(2 * 2.5 / 5), 1e-5);
    }

    [Fact]
    public void says_too_few_under_its_minimum()
    {
        DifferenceInDifferences.Of([1, 2, 3, 4], [1, 2, 3, 4, 5], 5).ShouldBeNull();
        DifferenceInDifferences.Of([1, 2, 3, 4, 5], [1, 2, 3, 4], 5).ShouldBeNull();
        DifferenceInDifferences.Of([1], [2], 1).ShouldBeNull();
        var report = EffectReport.Write(1, "first_time_fix_rate", EffectWindows.Around(new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 11), 90), [.. Enumerable.Range(1, 12).Select(i => APerson(i, trained: i <= 6, rows: i == 1 || i == 2 ? 4 : 9))], new TrainingPolicy(), 7, DateTime.UnixEpoch);
        (report.Trained, report.Compared, report.Effect, report.IsShown).ShouldBe((4, 6, null, false)); // two of the trained have too few rows
    }

    [Fact]
    public void looks_as_long_before_as_after_and_never_at_the_day_itself() =>
        EffectWindows.Around(new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 12), 90).ShouldBe(new EffectWindows(new DateOnly(2025, 12, 11), new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 13), new DateOnly(2026, 6, 10)));

    [Fact]
    public void of_200_trainings_without_an_effect_shows_one_at_the_stated_rate_of_one_in_twenty()
    {
        // Nobody is helped: each person's share is drawn twice from the same probability. An interval of 95 % errs in one of twenty; with 200 trainings the count is binomial.
        const int Trainings = 200;
        var random = new Random(20261128);
        var alarms = 0;
        for (var t = 0; t < Trainings; t++)
        {
            double[] Changes(int people) => [.. Enumerable.Range(0, people).Select(_ => (Able: 0.75 + (random.NextDouble() * 0.2), N: 15 + random.Next(30))).Select(p => Drawn(p.Able, p.N) - Drawn(p.Able, p.N))];
            var answer = DifferenceInDifferences.Of(Changes(8), Changes(10), 5)!;
            if (answer.Lower > 0 || answer.Upper < 0) alarms++;
        }
        alarms.ShouldBeInRange(1, 21); // 99.9 % bounds of binomial(200, 0.05)

        double Drawn(double share, int n) => Enumerable.Range(0, n).Count(_ => random.NextDouble() < share) / (double)n;
    }

    [Fact]
    public void finds_an_effect_that_is_there()
    {
        var answer = DifferenceInDifferences.Of([0.10, 0.12, 0.09, 0.11, 0.10, 0.08], [0.00, 0.01, -0.01, 0.02, -0.02], 5)!;
        answer.Lower.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void item_statistics_equal_a_hand_worked_table()
    {
        // Eleven papers, best to worst; the tails are 27 % of 11 = 3 papers. Question 1: right in 1..8; question 2: right in every other paper from the second on.
        var papers = Enumerable.Range(1, 11).Select(i => ((11 - i) / 10.0, (IReadOnlyDictionary<long, bool>)new Dictionary<long, bool> { [1] = i <= 8, [2] = i % 2 == 0 })).ToList();
        var items = ItemAnalysis.Of(papers, 10);
        items[0].ShouldBe(new ItemStatistics(1, 11, 8 / 11.0, 1.0)); // top three all right, bottom three all wrong
        items[1].N.ShouldBe(11);
        items[1].Difficulty.ShouldBe(5 / 11.0, 1e-12);
        items[1].Discrimination!.Value.ShouldBe(0, 1e-12); // one of the top three, one of the bottom three
        ItemAnalysis.Of(papers, 12)[0].Discrimination.ShouldBeNull();
    }

    static EffectPerson APerson(int i, bool trained, int rows) => new() { Code = $"T{i}", IsTrained = trained, Before = 0.8, After = 0.8 + (i / 100.0), BeforeN = rows, AfterN = rows };
}
