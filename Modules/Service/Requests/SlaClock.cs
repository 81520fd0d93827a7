using System.Text.Json;
using AfterSales.Kernel.Clocks;

namespace AfterSales.Service.Requests;

/// <summary>
/// One clock of an order as it is stored. While it is open, the deadline is kept up to date by every act; when it ends, the verdict and the
/// intervals it came from are written down and never silently changed.
/// </summary>
internal sealed class SlaClock
{
    public TimeLimit Limit { get; private set; }
    public DateTime? Started { get; private set; }
    public DateTime? Due { get; private set; }
    public DateOnly? DueDay { get; private set; }
    public DateTime? GrossDue { get; private set; }
    public DateOnly? GrossDueDay { get; private set; }
    public DateTime? Ended { get; private set; }
    /// <summary>Met, Missed, Exempt or NotMeasured; null while open.</summary>
    public ClockVerdict? Verdict { get; private set; }
    public ClockVerdict? GrossVerdict { get; private set; }
    public double? NetHours { get; private set; }
    public double PausedHours { get; private set; }
    /// <summary>Met by contact attempts and a delivered message rather than by reaching the customer.</summary>
    public bool ByAttempts { get; private set; }
    /// <summary>The end was inferred by an import that had no stamp of its own.</summary>
    public bool Inferred { get; private set; }
    /// <summary>Ended by cancellation.</summary>
    public bool Withdrawn { get; private set; }
    /// <summary>Frozen intervals, as JSON; null while open.</summary>
    public string? Frozen { get; private set; }

    public bool IsOpen => Verdict is null;

    public static SlaClock Of(TimeLimit limit) => new() { Limit = limit };

    public static SlaClock Unmeasured(TimeLimit limit) => new() { Limit = limit, Verdict = ClockVerdict.NotMeasured, GrossVerdict = ClockVerdict.NotMeasured };

    internal LimitClock Reading(WorkingCalendar calendar, IReadOnlyList<PauseSpan> pauses, double warnShare) =>
        new(Limit, calendar, Started, Ended, pauses, Withdrawn, Verdict == ClockVerdict.NotMeasured, warnShare);

    internal void Start(DateTime at, ClockContext context)
    {
        Started = at;
        Update(context);
    }

    internal void Change(TimeLimit limit, ClockContext context)
    {
        Limit = limit;
        Update(context);
    }

    /// <summary>Works the deadline out again after an act. An open pause is taken at its longest, so that nobody calls the order late too early.</summary>
    internal void Update(ClockContext context)
    {
        if (Started is null || !IsOpen) return;
        var latest = context.Pauses.Where(p => p.To is null && p.StopsClock).Select(p => p.Longest is { } longest ? p.From + longest : (DateTime?)null).ToList();
        var reading = Reading(context.Calendar, context.Pauses, context.WarnShare).Read(latest is [{ } end] ? end : context.Now);
        (Due, DueDay, GrossDue, GrossDueDay) = (reading.Due, reading.DueDay, reading.GrossDue, reading.GrossDueDay);
    }

    /// <summary>Ends the clock and writes the verdict down.</summary>
    internal void End(DateTime at, ClockContext context, bool withdrawn = false, bool byAttempts = false, bool inferred = false)
    {
        if (!IsOpen) return;
        if (Started is null)
        {
            (Verdict, GrossVerdict, Ended) = (withdrawn ? ClockVerdict.Exempt : ClockVerdict.NotMeasured, withdrawn ? ClockVerdict.Exempt : ClockVerdict.NotMeasured, at);
            return;
        }
        (Ended, Withdrawn, ByAttempts, Inferred) = (at, withdrawn, byAttempts, inferred);
        var clock = Reading(context.Calendar, context.Pauses, context.WarnShare);
        var reading = clock.Read(at);
        (Due, DueDay, GrossDue, GrossDueDay, Verdict, GrossVerdict) = (reading.Due, reading.DueDay, reading.GrossDue, reading.GrossDueDay, reading.Verdict, reading.GrossVerdict);
        PausedHours = reading.Paused.TotalHours;
        NetHours = (at - Started.Value).TotalHours - PausedHours;
        Frozen = context.Pauses.Count == 0 && Limit.IsElapsed ? null : JsonSerializer.Serialize(clock.Explain(at));
    }

    /// <summary>What the clock says now; an ended clock repeats what was written down.</summary>
    public ClockReading Read(WorkingCalendar calendar, IReadOnlyList<PauseSpan> pauses, double warnShare, DateTime now)
    {
        var reading = Reading(calendar, pauses, warnShare).Read(Ended ?? now);
        return IsOpen ? reading : reading with { Verdict = Verdict!.Value, GrossVerdict = GrossVerdict, Due = Due, DueDay = DueDay, GrossDue = GrossDue, GrossDueDay = GrossDueDay };
    }

    /// <summary>The intervals behind the verdict: frozen ones of an ended clock, live ones of an open clock.</summary>
    public IReadOnlyList<ClockInterval> Explain(WorkingCalendar calendar, IReadOnlyList<PauseSpan> pauses, double warnShare, DateTime now) =>
        Frozen is not null ? JsonSerializer.Deserialize<List<ClockInterval>>(Frozen)! : Reading(calendar, pauses, warnShare).Explain(now);

    internal SlaClock Copy() => (SlaClock)MemberwiseClone();
}

/// <summary>What a clock needs besides its own facts: the order's pauses and the calendar and policy kept since receipt.</summary>
internal readonly record struct ClockContext(WorkingCalendar Calendar, IReadOnlyList<PauseSpan> Pauses, double WarnShare, DateTime Now);
