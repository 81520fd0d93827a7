using AfterSales.Kernel.Clocks;

namespace AfterSales.Feedback.Callbacks;

/// <summary>One time limit of a call-back or complaint as it is stored; counted by the same clock as orders. It has no pauses.</summary>
internal sealed class FeedbackClock
{
    public TimeLimit Limit { get; private set; }
    public DateTime Started { get; private set; }
    public DateTime Due { get; private set; }
    public DateOnly DueDay { get; private set; }
    public DateTime? Ended { get; private set; }
    /// <summary>Met, Missed or Exempt; null while open. Once written it stays.</summary>
    public ClockVerdict? Verdict { get; private set; }
    /// <summary>True when an outside due date came earlier than the own limit.</summary>
    public bool IsOutside { get; private set; }

    public static FeedbackClock Start(TimeLimit limit, DateTime at, WorkingCalendar calendar, DateTime? outsideDue = null)
    {
        var clock = new FeedbackClock { Started = at };
        clock.Change(limit, calendar, outsideDue);
        return clock;
    }

    /// <summary>Another limit holds, counted from the same start.</summary>
    public void Change(TimeLimit limit, WorkingCalendar calendar, DateTime? outsideDue)
    {
        if (Verdict is not null) return;
        var reading = new LimitClock(limit, calendar, Started, null, []).Read(Started);
        (Limit, Due, DueDay, IsOutside) = (limit, reading.Due!.Value, reading.DueDay!.Value, false);
        if (outsideDue is { } outside && outside < Due) (Due, DueDay, IsOutside) = (outside, calendar.DayOf(outside.AddTicks(-1)), true);
    }

    public void End(DateTime at, WorkingCalendar calendar)
    {
        if (Verdict is not null) return;
        Ended = at;
        Verdict = IsOutside ? at <= Due ? ClockVerdict.Met : ClockVerdict.Missed : new LimitClock(Limit, calendar, Started, at, []).Read(at).Verdict;
    }

    public ClockVerdict VerdictAt(DateTime now, WorkingCalendar calendar, double warnShare) =>
        Verdict ?? (now > Due ? ClockVerdict.Breached : UsedShare(now, calendar) >= warnShare ? ClockVerdict.AtRisk : ClockVerdict.Running);

    /// <summary>Used part of the limit; over 1 once it is past. Days that the clock does not count add nothing.</summary>
    public double UsedShare(DateTime now, WorkingCalendar calendar) =>
        IsOutside ? ((Ended ?? now) - Started) / (Due - Started) : new LimitClock(Limit, calendar, Started, null, []).Read(Ended ?? now).UsedShare;

    internal static TimeLimit Parse(string code) => TimeLimit.TryParse(code, out var limit) ? limit : throw new FormatException($"'{code}' is not a time limit.");
}
