using AfterSales.Kernel;
using AfterSales.Risk.Checks;
using AfterSales.Service.Contracts;
using CsCheck;
using MathNet.Numerics.Distributions;

namespace AfterSales.UnitTests.Risk;

/// <summary>Random samples of jobs: right size, nobody checks the own job, every job as likely as any other, the same again from the same seed.</summary>
public sealed class DrawingASample
{
    static readonly int Draws = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 10_000 : 1_000;
    static readonly string[] Checkers = ["a", "b", "c"];

    static List<Drawable> Frame(int jobs, Func<int, string?> subject) => [.. Enumerable.Range(1, jobs).Select(i => new Drawable($"SO-2026-{i:000000}", subject(i)))];

    [Fact]
    public void takes_exactly_as_many_as_wanted_or_all_there_are() => Gen.Select(Gen.Int[0, 60], Gen.Int[0, 80]).Sample((jobs, size) =>
    {
        var drawn = Sampling.Draw(Frame(jobs, _ => null), "s", size, Checkers);
        drawn.Count.ShouldBe(Math.Min(jobs, size));
        drawn.Select(d => d.Index).Distinct().Count().ShouldBe(drawn.Count, "no job twice");
    });

    [Fact]
    public void never_gives_anybody_the_own_job() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 3], Gen.Int).Sample((jobs, size, checkers, seed) =>
    {
        var frame = Frame(jobs, i => i % 4 == 3 ? null : Checkers[i % 4]);
        var able = Checkers.Take(checkers).ToArray();
        var drawn = Sampling.Draw(frame, $"{seed}", size, able);
        drawn.ShouldAllBe(d => d.Checker != frame[d.Index].SubjectAccount);
        drawn.Count.ShouldBe(Math.Min(size, frame.Count(f => able.Any(c => c != f.SubjectAccount))), "only jobs that nobody else could check are left out");
    });

    [Fact]
    public void spreads_the_work_evenly_over_the_checkers()
    {
        var drawn = Sampling.Draw(Frame(100, _ => null), "even", 31, Checkers);
        drawn.GroupBy(d => d.Checker).Select(g => g.Count()).Order().ShouldBe([10, 10, 11]);
    }

    [Fact]
    public void gives_the_same_again_from_the_same_seed_whatever_the_order_of_the_jobs() => Gen.Select(Gen.Int, Gen.Int[1, 50]).Sample((seed, size) =>
    {
        var frame = Frame(60, i => Checkers[i % 3]);
        List<Drawable> turned = [.. Enumerable.Reverse(frame)];
        var first = Sampling.Draw(frame, $"{seed}", size, Checkers).Select(d => (frame[d.Index].Key, d.Checker)).ToList();
        Sampling.Draw(frame, $"{seed}", size, Checkers).Select(d => (frame[d.Index].Key, d.Checker)).ShouldBe(first);
        Sampling.Draw(turned, $"{seed}", size, Checkers).Select(d => (turned[d.Index].Key, d.Checker)).ShouldBe(first);
        Sampling.HashOf(turned).ShouldBe(Sampling.HashOf(frame));
    });

    [Fact]
    public void gives_another_from_another_seed()
    {
        var frame = Frame(60, _ => null);
        var draws = Enumerable.Range(0, 20).Select(seed => string.Join(',', Sampling.Draw(frame, $"seed{seed}", 10, Checkers).Select(d => d.Index).Order())).ToList();
        draws.Distinct().Count().ShouldBe(draws.Count);
    }

    /// <summary>Chi-square over how often each of 20 jobs was among the 5 drawn. Without replacement the sum is scaled by (N - 1) / (N - n), so that it follows chi-square with N - 1 degrees.</summary>
    [Fact]
    public void is_as_likely_to_take_any_job_as_any_other()
    {
        const int Jobs = 20, Size = 5;
        var frame = Frame(Jobs, _ => null);
        var times = new int[Jobs];
        for (var draw = 0; draw < Draws; draw++)
            foreach (var drawn in Sampling.Draw(frame, $"uniform-{draw}", Size, ["a"])) times[drawn.Index]++;
        var expected = (double)Draws * Size / Jobs;
        var chi = times.Sum(t => (t - expected) * (t - expected) / expected) * (Jobs - 1) / (Jobs - Size);
        (1 - ChiSquared.CDF(Jobs - 1, chi)).ShouldBeInRange(0.001, 0.999, $"chi-square {chi:0.0} with {Jobs - 1} degrees");
    }

    [Theory]
    [InlineData(null, 10.0, 41, 5)] // 4.1 jobs are 5
    [InlineData(null, 10.0, 40, 4)]
    [InlineData(null, 0.1, 3, 1)]
    [InlineData(null, 100.0, 900, 200)] // not more than policy allows at once
    [InlineData(7, null, 41, 7)]
    [InlineData(7, null, 3, 3)]
    public void of_a_plan_has_the_size_that_the_plan_says(int? size, double? percent, int eligible, int expected) => Plan(size, percent).SizeOf(eligible, new CheckPolicy()).ShouldBe(expected);

    [Theory]
    [InlineData("Week", "2026-03-11", "2026-03-02", "2026-03-08")] // a Wednesday: the week from Monday to Sunday before
    [InlineData("Week", "2026-03-09", "2026-03-02", "2026-03-08")]
    [InlineData("Week", "2026-03-08", "2026-02-23", "2026-03-01")]
    [InlineData("Month", "2026-03-01", "2026-02-01", "2026-02-28")]
    [InlineData("Quarter", "2026-03-31", "2025-10-01", "2025-12-31")]
    [InlineData("Quarter", "2026-04-01", "2026-01-01", "2026-03-31")]
    public void is_taken_from_the_last_whole_period(string every, string today, string from, string to) =>
        Plan(5, null, Enum.Parse<CheckPeriod>(every)).PeriodBefore(DateOnly.Parse(today, null)).ShouldBe((DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Fact]
    public void is_refused_over_days_that_are_not_over_or_hold_no_job()
    {
        var (plan, today) = (Plan(5, null), new DateOnly(2026, 3, 11));
        CheckSample Draw(DateOnly from, DateOnly to, List<Drawable> frame) => CheckSample.Of(plan, from, to, "s", frame, Sampling.Draw(frame, "s", 5, ["a"]).Count, DateTime.UnixEpoch, today, Actor.System);
        Should.Throw<RuleViolation>(() => Draw(today, today, Frame(3, _ => null))).Key.ShouldBe("Checks.Draw.NotOver");
        Should.Throw<RuleViolation>(() => Draw(today.AddDays(-2), today.AddDays(-3), Frame(3, _ => null))).Key.ShouldBe("Checks.Draw.Reversed");
        Should.Throw<RuleViolation>(() => Draw(today.AddDays(-2), today.AddDays(-1), [])).Key.ShouldBe("Checks.Draw.NoJobs");
        Should.Throw<RuleViolation>(() => Draw(today.AddDays(-2), today.AddDays(-1), Frame(3, _ => "a"))).Key.ShouldBe("Checks.Draw.OwnOnly");
        var sample = Draw(today.AddDays(-2), today.AddDays(-1), Frame(6, i => i == 1 ? "a" : null));
        (sample.Population, sample.OwnOnly, sample.Drawn).ShouldBe((6, 1, 5));
    }

    static CheckPlan Plan(int? size, double? percent, CheckPeriod every = CheckPeriod.Month) =>
        CheckPlan.Make("p", CheckMethod.CallBack, every, new Population(null, null, null), size, percent, 1, [new Checker("a", "A")], new DateOnly(2026, 1, 1), DateTime.UnixEpoch);

    [Fact]
    public void keeps_to_the_jobs_that_the_plan_names()
    {
        var order = new OrderInBrief(PublicId.New(DateTime.UnixEpoch), "SO-1", "repair", null, null, null, null, null, "gas_storage", null, "T1", null, "a", "B", true, DateTime.UnixEpoch);
        DrawSamples.Fits(order, new Population("repair", "gas_storage", "B")).ShouldBeTrue();
        DrawSamples.Fits(order, new Population("maintenance", null, null)).ShouldBeFalse();
        DrawSamples.Fits(order, new Population(null, "solar", null)).ShouldBeFalse();
        DrawSamples.Fits(order, new Population(null, null, "A")).ShouldBeFalse();
    }
}
