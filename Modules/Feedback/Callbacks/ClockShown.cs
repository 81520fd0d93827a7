using AfterSales.Kernel.Clocks;

namespace AfterSales.Feedback.Callbacks;

/// <summary>A clock as pages show it: used share, words, deadline.</summary>
internal sealed record ClockShown(ClockVerdict Verdict, double UsedShare, DateTime Due, DateTime? Ended)
{
    public static ClockShown Of(FeedbackClock clock, WorkingCalendar calendar, DateTime now, double warnShare = 0.8) =>
        new(clock.VerdictAt(now, calendar, warnShare), Math.Clamp(clock.UsedShare(now, calendar), 0, 1), clock.Due, clock.Ended);
}
