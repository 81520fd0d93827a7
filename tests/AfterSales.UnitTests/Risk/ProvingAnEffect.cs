using AfterSales.Risk.Actions;
using CsCheck;
using MathNet.Numerics.Distributions;

namespace AfterSales.UnitTests.Risk;

/// <summary>The tests of effect against published worked examples, their minimum numbers, and how often they are wrong.</summary>
public sealed class ProvingAnEffect
{
    static readonly ActionPolicy Policy = new();
    static readonly int Nulls = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 1_000 : 100;

    /// <summary>Agresti, Categorical Data Analysis, table 2.3 (Physicians' Health Study): 189 of 11,034 heart attacks on placebo, 104 of 11,037 on aspirin; z = 5.00.</summary>
    [Fact]
    public void by_two_proportions_agrees_with_the_physicians_health_study()
    {
        EffectTest.Z(189, 11034, 104, 11037).ShouldBe(-5.00, 0.005);
        var result = EffectTest.TwoProportions(189, 11034, 104, 11037, expectsMore: false, Policy);
        (result.Verdict, result.BeforeN, result.AfterN).ShouldBe((EffectVerdict.Effective, 11034, 11037));
        (result.P!.Value < 0.0001).ShouldBeTrue();
        EffectTest.TwoProportions(189, 11034, 104, 11037, expectsMore: true, Policy).Verdict.ShouldBe(EffectVerdict.NotEffective, "it moved the wrong way");
    }

    /// <summary>Penn State, STAT 415, lesson 9.4: 351 of 605 non-smokers and 41 of 195 smokers for a tax; Z = 8.99.</summary>
    [Fact]
    public void by_two_proportions_agrees_with_the_tobacco_tax_survey() => EffectTest.Z(41, 195, 351, 605).ShouldBe(8.99, 0.005);

    static readonly double[] Term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    static readonly double[] Earlier = [1.15, 0.88, 0.90, 0.74, 1.21];

    /// <summary>Hollander and Wolfe 1973, page 69 (also R's wilcox.test): permeability of membranes, W = 35; exact one-sided p = 0.1272, so 0.2544 on both sides.</summary>
    [Fact]
    public void by_ranks_agrees_with_hollander_and_wolfe()
    {
        EffectTest.U(Earlier, Term).ShouldBe(35);
        EffectTest.TwoSided(Earlier, Term).ShouldBe(0.2544, 0.0001);
        EffectTest.TwoSided(Term, Earlier).ShouldBe(0.2544, 0.0001);
    }

    /// <summary>Mann and Whitney 1947, table I: probabilities that U is at most u for n = 5, m = 5: u = 2 gives 0.016, u = 4 gives 0.048.</summary>
    [Theory]
    [InlineData(2, 0.016)]
    [InlineData(4, 0.048)]
    public void by_ranks_agrees_with_the_table_of_mann_and_whitney(int u, double oneSided)
    {
        var before = Enumerable.Range(1, 5).Select(i => (double)i * 10).ToList();
        // five later values so that exactly u pairs have the later one larger
        List<double> after = [.. Enumerable.Range(0, 5).Select(i => 1.0 + (i * 0.1))];
        after[0] = (u * 10) + 5;
        EffectTest.U(before, after).ShouldBe(u);
        (EffectTest.TwoSided(before, after) / 2).ShouldBe(oneSided, 0.0005);
    }

    /// <summary>The exact distribution against every order of the values, counted.</summary>
    [Fact]
    public void by_ranks_is_exact_without_ties() => Gen.Select(Gen.Int[2, 5], Gen.Int[2, 5], Gen.Int).Sample((n, m, seed) =>
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, n + m).Select(i => (double)i).OrderBy(_ => random.Next()).ToArray();
        var (before, after) = (values[..n], values[n..]);
        var (seen, all, extreme) = (Math.Abs(EffectTest.U(before, after) - (n * m / 2.0)), 0, 0);
        foreach (var chosen in Enumerable.Range(0, 1 << (n + m)).Where(bits => int.PopCount(bits) == n))
        {
            all++;
            var some = Enumerable.Range(0, n + m).ToLookup(i => (chosen & (1 << i)) != 0, i => (double)i);
            if (Math.Abs(EffectTest.U([.. some[true]], [.. some[false]]) - (n * m / 2.0)) >= seen - 1e-9) extreme++;
        }
        EffectTest.TwoSided(before, after).ShouldBe(Math.Min(1, (double)extreme / all), 1e-9);
    });

    [Fact]
    public void by_ranks_says_nothing_of_values_that_never_change() => EffectTest.TwoSided([3, 3, 3, 3, 3, 3], [3, 3, 3, 3, 3, 3]).ShouldBe(1);

    [Theory]
    [InlineData(29, 100)]
    [InlineData(100, 29)]
    public void is_too_few_to_say_under_the_minimum_of_rows(int before, int after) =>
        EffectTest.TwoProportions(before / 2, before, after, after, true, Policy).ShouldSatisfyAllConditions(r => r.Verdict.ShouldBe(EffectVerdict.TooFew), r => r.P.ShouldBeNull(), r => r.BeforeN.ShouldBe(before), r => r.AfterN.ShouldBe(after));

    [Fact]
    public void is_too_few_to_say_where_hardly_anything_missed() => EffectTest.TwoProportions(98, 100, 100, 100, true, Policy).Verdict.ShouldBe(EffectVerdict.TooFew, "one expected miss says nothing");

    [Fact]
    public void is_too_few_to_say_without_any_rows() => EffectTest.TwoProportions(0, 0, 0, 0, true, Policy).ShouldSatisfyAllConditions(r => r.Verdict.ShouldBe(EffectVerdict.TooFew), r => r.Before.ShouldBeNull());

    [Fact]
    public void is_too_few_to_say_under_the_minimum_of_weeks()
    {
        EffectTest.MannWhitney([1, 2, 3, 4, 5], [11, 12, 13, 14, 15, 16], true, Policy).Verdict.ShouldBe(EffectVerdict.TooFew);
        EffectTest.MannWhitney([1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], true, Policy).Verdict.ShouldBe(EffectVerdict.Effective);
        EffectTest.MannWhitney([1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], false, Policy).Verdict.ShouldBe(EffectVerdict.NotEffective);
    }

    [Fact]
    public void is_wrong_about_shares_that_did_not_move_no_more_often_than_stated()
    {
        var random = new Random(4);
        var effective = Enumerable.Range(0, Nulls).Count(i =>
        {
            var (share, before, after) = (0.6 + (0.3 * random.NextDouble()), 40 + random.Next(400), 40 + random.Next(300));
            return EffectTest.TwoProportions(Binomial.Sample(random, share, before), before, Binomial.Sample(random, share, after), after, i % 2 == 0, Policy).Verdict == EffectVerdict.Effective;
        });
        ((double)effective / Nulls).ShouldBeLessThanOrEqualTo(Policy.FalseEffective);
    }

    [Fact]
    public void is_wrong_about_weeks_that_did_not_move_no_more_often_than_stated()
    {
        var random = new Random(5);
        var effective = Enumerable.Range(0, Nulls).Count(i =>
        {
            List<double> Weeks(int n) => [.. Enumerable.Range(0, n).Select(_ => Math.Round(LogNormal.Sample(random, 2, 0.5), i % 3 == 0 ? 0 : 6))]; // every third with ties
            return EffectTest.MannWhitney(Weeks(13), Weeks(8), i % 2 == 0, Policy).Verdict == EffectVerdict.Effective;
        });
        ((double)effective / Nulls).ShouldBeLessThanOrEqualTo(Policy.FalseEffective);
    }

    /// <summary>
    /// Actions that a signal opened begin after the worst week of many: the number gets better by itself. Read without the days that gave the signal,
    /// actions that change nothing are called effective no more often than stated; with them they would be.
    /// </summary>
    [Fact]
    public void is_not_fooled_by_the_bad_week_that_opened_the_action()
    {
        var random = new Random(6);
        const int PerWeek = 40, Weeks = 40;
        var (fooled, honest) = (0, 0);
        for (var i = 0; i < Nulls; i++)
        {
            var hits = Enumerable.Range(0, Weeks).Select(_ => Binomial.Sample(random, 0.85, PerWeek)).ToArray();
            var worst = Array.IndexOf(hits, hits[12..28].Min(), 12);
            var monday = new DateOnly(2025, 1, 6);
            var (from, effect) = (monday.AddDays(7 * worst), monday.AddDays(7 * (worst + 1)));
            double Sum(DateOnly a, DateOnly b) => Enumerable.Range(0, Weeks).Where(w => monday.AddDays(7 * w) >= a && monday.AddDays((7 * w) + 6) <= b).Sum(w => hits[w]);
            double Rows(DateOnly a, DateOnly b) => PerWeek * Enumerable.Range(0, Weeks).Count(w => monday.AddDays(7 * w) >= a && monday.AddDays((7 * w) + 6) <= b);
            var spans = EffectSpans.Of(effect, effect.AddDays(Policy.AfterDays - 1), from, from.AddDays(6), Policy);
            spans.Before.ShouldAllBe(s => s.To < from || s.From > from.AddDays(6));
            EffectVerdict Test(IEnumerable<(DateOnly From, DateOnly To)> before) => EffectTest.TwoProportions(before.Sum(s => Sum(s.From, s.To)), before.Sum(s => Rows(s.From, s.To)), Sum(spans.After.From, spans.After.To), Rows(spans.After.From, spans.After.To), true, Policy).Verdict;
            if (Test(spans.Before) == EffectVerdict.Effective) honest++;
            if (Test([(from, from.AddDays(6))]) == EffectVerdict.Effective) fooled++;
        }
        ((double)honest / Nulls).ShouldBeLessThanOrEqualTo(Policy.FalseEffective);
        fooled.ShouldBeGreaterThan(honest, "the bad week alone would flatter the action");
    }

    static readonly DateOnly Effect = new(2026, 6, 1);

    [Fact]
    public void compares_with_ninety_one_days_before_where_no_signal_was() =>
        EffectSpans.Of(Effect, Effect.AddDays(55), null, null, Policy).Before.ShouldBe([(Effect.AddDays(-91), Effect.AddDays(-1))]);

    [Fact]
    public void compares_with_the_days_between_signal_and_effect_where_they_are_enough() =>
        EffectSpans.Of(Effect, Effect.AddDays(55), new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30), Policy).Before.ShouldBe([(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31))]);

    [Fact]
    public void fills_up_from_before_the_signal_where_they_are_few()
    {
        var before = EffectSpans.Of(Effect, Effect.AddDays(55), new DateOnly(2026, 5, 11), new DateOnly(2026, 5, 17), Policy).Before;
        before.ShouldBe([(new DateOnly(2026, 2, 23), new DateOnly(2026, 5, 10)), (new DateOnly(2026, 5, 18), new DateOnly(2026, 5, 31))]);
        before.Sum(s => s.To.DayNumber - s.From.DayNumber + 1).ShouldBe(91);
    }

    [Fact]
    public void takes_no_notice_of_a_signal_long_ago() =>
        EffectSpans.Of(Effect, Effect.AddDays(55), new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31), Policy).Before.ShouldBe([(Effect.AddDays(-91), Effect.AddDays(-1))]);
}
