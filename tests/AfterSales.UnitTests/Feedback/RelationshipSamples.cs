using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Surveys;

namespace AfterSales.UnitTests.Feedback;

/// <summary>The quarterly draw, and the numbers of the analysis pages against hand-worked ones.</summary>
public sealed class RelationshipSamples
{
    static List<SampledContact> People(params (string Stratum, int Count)[] strata) => [.. strata.SelectMany(s => Enumerable.Range(1, s.Count).Select(i => new SampledContact($"{s.Stratum}-{i}", null, null, s.Stratum)))];

    [Fact]
    public void the_same_seed_draws_the_same_people_in_whatever_order_they_come()
    {
        var frame = People(("gas", 500), ("electric", 300));
        var first = RelationshipSample.Draw(frame, "a1b2", 80).Select(c => c.Key).ToList();
        frame.Reverse();
        RelationshipSample.Draw(frame, "a1b2", 80).Select(c => c.Key).ShouldBe(first);
        RelationshipSample.Draw(frame, "a1b3", 80).Select(c => c.Key).ShouldNotBe(first);
        first.Distinct().Count().ShouldBe(80);
    }

    [Fact]
    public void each_stratum_gets_its_share_by_largest_remainders()
    {
        // 10 of 7 + 5 + 3: exactly 4.67, 3.33, 2.00; the one that is left goes to the largest remainder
        var drawn = RelationshipSample.Draw(People(("a", 7), ("b", 5), ("c", 3)), "seed", 10);
        drawn.GroupBy(c => c.Stratum).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(new Dictionary<string, int> { ["a"] = 5, ["b"] = 3, ["c"] = 2 });
    }

    [Fact]
    public void an_order_is_drawn_for_its_agreement_or_not_whoever_asks_again_and_each_has_the_same_chance()
    {
        var orders = Enumerable.Range(0, 20_000).Select(i => new Guid(i, 7, 7, new byte[8])).ToList();
        var drawn = orders.ConvertAll(o => RelationshipSample.Lot100("AGR-2026-000001/1", o));
        orders.ConvertAll(o => RelationshipSample.Lot100("AGR-2026-000001/1", o)).ShouldBe(drawn);
        drawn.ShouldAllBe(n => n >= 0 && n < 100);
        drawn.Count(n => n < 25).ShouldBeInRange(4_700, 5_300); // five standard deviations
        orders.ConvertAll(o => RelationshipSample.Lot100("AGR-2026-000002/1", o)).Where((n, i) => (n < 25) == (drawn[i] < 25)).Count().ShouldBeInRange(12_100, 12_900); // 5/8 agree by chance: another agreement is another draw
    }

    [Fact]
    public void nobody_is_drawn_twice_and_a_small_company_is_drawn_whole() => RelationshipSample.Draw(People(("a", 3), ("b", 2)), "seed", 120).Count.ShouldBe(5);

    [Fact]
    public void over_many_seeds_everybody_has_the_same_chance()
    {
        var frame = People(("a", 40), ("b", 60));
        var times = new Dictionary<string, int>();
        for (var seed = 0; seed < 2_000; seed++)
            foreach (var contact in RelationshipSample.Draw(frame, $"s{seed}", 20)) times[contact.Key] = times.GetValueOrDefault(contact.Key) + 1;
        times.Count.ShouldBe(100);
        times.Values.ShouldAllBe(n => n > 300 && n < 500); // 400 expected, 5.6 standard deviations either way
    }

    [Fact]
    public void the_quarter_of_a_day() => new[] { new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), new DateOnly(2026, 11, 24) }.Select(RelationshipSample.QuarterOf).ShouldBe([new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1), new DateOnly(2026, 10, 1)]);

    [Fact]
    public void rank_correlation_equals_a_hand_worked_one_with_ties()
    {
        // x 1 2 2 4 5 has ranks 1 2.5 2.5 4 5; y 2 1 3 3 5 has ranks 2 1 3.5 3.5 5
        // deviations from 3: (-2,-1) (-.5,-2) (-.5,.5) (1,.5) (2,2): sum of products 2 + 1 - 0.25 + 0.5 + 4 = 7.25; squares 9.5 and 9.5
        var found = RankCorrelation.Of([(1, 2), (2, 1), (2, 3), (4, 3), (5, 5)]);
        found.Rho!.Value.ShouldBe(7.25 / 9.5, 1e-12);
        var half = 1.959963984540054 * Math.Sqrt((1 + (7.25 / 9.5 * (7.25 / 9.5) / 2)) / 2);
        found.Lower!.Value.ShouldBe(Math.Tanh(Math.Atanh(7.25 / 9.5) - half), 1e-12);
        found.Upper!.Value.ShouldBe(Math.Tanh(Math.Atanh(7.25 / 9.5) + half), 1e-12);
    }

    [Fact]
    public void scores_that_never_change_or_are_too_few_have_no_correlation()
    {
        RankCorrelation.Of([(1, 1), (2, 2), (3, 3)]).Rho.ShouldBeNull();
        RankCorrelation.Of([(1, 5), (2, 5), (3, 5), (4, 5)]).Rho.ShouldBeNull();
        RankCorrelation.Of([(1, 9), (2, 8), (3, 7), (4, 6)]).Rho.ShouldBe(-1);
    }

    [Theory]
    [InlineData("等了两天才来，来了又说缺件。", "time result")]
    [InlineData("收费没有提前说清楚。", "price")]
    [InlineData("走的时候一地水。", "clean")]
    [InlineData("Friendly, but late", "time manner")]
    [InlineData("好", "other")]
    public void a_comment_speaks_of_what_its_words_say(string words, string themes) => CommentThemes.Of(words, new SurveyPolicy().Themes).ShouldBe(themes.Split(' '));

    [Fact]
    public void a_pareto_is_sorted_and_cumulates() => ComplaintAnalysis.Pareto(["b", "a", "c", "a", "b", "a", "d", "a"]).ShouldBe([new("a", 4, 0.5), new("b", 2, 0.75), new("c", 1, 0.875), new("d", 1, 1)]);
}
