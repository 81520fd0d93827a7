using AfterSales.Feedback.Callbacks;
using AfterSales.Kernel.Clocks;
using AfterSales.UnitTests.Kernel;
using CsCheck;

namespace AfterSales.UnitTests.Feedback;

/// <summary>Clocks of complaints and call-backs against the same minute counter, over the same random calendars, as the clocks of orders.</summary>
public sealed class ComplaintClocksAgainstTheMinuteCounter
{
    static readonly Gen<(ClocksAgainstAMinuteCounter.Case Case, int Ended, int Outside)> Any = Gen.Select(ClocksAgainstAMinuteCounter.Any, Gen.Int[0, 14 * 1440], Gen.Int[1, 20 * 1440]);

    [Fact]
    public void the_deadline_is_the_same_and_an_earlier_outside_one_rules() => Any.Sample(x =>
    {
        var (limit, (calendar, started, _, now)) = (new TimeLimit(x.Case.Limit, x.Case.Unit), ClocksAgainstAMinuteCounter.Build(x.Case));
        var expected = ClocksAgainstAMinuteCounter.Count(calendar, started, [], now, limit);
        FeedbackClock.Start(limit, started, calendar).Due.ShouldBe(expected);
        var outside = started.AddMinutes(x.Outside);
        var ruled = FeedbackClock.Start(limit, started, calendar, outside);
        (ruled.Due, ruled.IsOutside).ShouldBe(outside < expected ? (outside, true) : (expected, false));
    }, iter: ClocksAgainstAMinuteCounter.Cases, threads: 1);

    [Fact]
    public void it_is_met_at_its_deadline_missed_after_it_and_the_verdict_stays() => Any.Sample(x =>
    {
        var (limit, (calendar, started, _, now)) = (new TimeLimit(x.Case.Limit, x.Case.Unit), ClocksAgainstAMinuteCounter.Build(x.Case));
        var due = ClocksAgainstAMinuteCounter.Count(calendar, started, [], now, limit);
        var (clock, ended) = (FeedbackClock.Start(limit, started, calendar), x.Ended % 5 == 0 ? due : started.AddMinutes(x.Ended));
        clock.VerdictAt(ended, calendar, 0.8).ShouldBe(ended > due ? ClockVerdict.Breached : clock.UsedShare(ended, calendar) >= 0.8 ? ClockVerdict.AtRisk : ClockVerdict.Running);
        clock.End(ended, calendar);
        clock.Verdict.ShouldBe(ended > due ? ClockVerdict.Missed : ClockVerdict.Met);
        clock.End(ended.AddDays(40), calendar);
        clock.Ended.ShouldBe(ended);
    }, iter: ClocksAgainstAMinuteCounter.Cases, threads: 1);
}
