namespace AfterSales.Kernel.Clocks;

public enum ClockVerdict { Running, AtRisk, Paused, Breached, Met, Missed, Exempt, NotMeasured }

/// <summary>A recorded interruption of a clock.</summary>
/// <param name="To">End, or null while it goes on.</param>
/// <param name="StopsClock">False for reasons that are recorded and stop nothing.</param>
/// <param name="Longest">Longest elapsed time for which one such pause counts; then the clock runs again. Null: no bound.</param>
public readonly record struct PauseSpan(DateTime From, DateTime? To, string Reason, bool StopsClock, TimeSpan? Longest)
{
    /// <summary>Where the pause ends, seen from an instant: its end, its longest duration, or the instant itself while it goes on.</summary>
    public DateTime EndAt(DateTime now)
    {
        var end = To ?? now;
        if (end < From) end = From; // a pause that ends before it begins never was
        return Longest is { } longest && end - From > longest ? From + longest : end;
    }
}

/// <param name="Counts">True when the interval used up time of the clock.</param>
/// <param name="Reason">A pause reason, or one of <see cref="ClockReasons"/>; null for plain counted time.</param>
public readonly record struct ClockInterval(DateTime From, DateTime To, bool Counts, string? Reason);

/// <summary>Reasons that a clock finds by itself.</summary>
public static class ClockReasons
{
    /// <summary>The rest of the day of the event, which a period in days does not count.</summary>
    public const string DayOfEvent = "day_of_event";
    public const string RestDay = "rest_day";
    public const string Holiday = "holiday";
    public const string MakeUpDay = "make_up_day";
}

/// <summary>
/// One time limit, running from a start to an end, with pauses. It keeps two verdicts: net (pauses out), which decides, and gross (no
/// pauses), which is always shown beside. Pure: the same facts give the same answer at any time.
/// </summary>
/// <param name="Started">Null while the clock has not started.</param>
/// <param name="Ended">Null while it is open.</param>
/// <param name="Withdrawn">The end is a cancellation: exempt when in time, missed when the clock had already run out.</param>
/// <param name="WarnShare">Share of the limit from which an open clock is at risk.</param>
public readonly record struct LimitClock(
    TimeLimit Limit, WorkingCalendar Calendar, DateTime? Started, DateTime? Ended, IReadOnlyList<PauseSpan> Pauses,
    bool Withdrawn = false, bool NotMeasured = false, double WarnShare = 0.8)
{
    public ClockReading Read(DateTime now)
    {
        if (Started is not { } started) return new ClockReading(NotMeasured ? ClockVerdict.NotMeasured : ClockVerdict.Running, null, null, null, null, null, 0, TimeSpan.Zero, []);
        var until = Ended ?? now;
        var stops = Stops(until);
        var due = Due(started, stops);
        stops.RemoveAll(s => s.From >= due); // came too late to stop anything
        var gross = stops.Count == 0 ? due : Due(started, None);
        var share = UsedShare(started, until, due, stops);
        var verdict = Verdict(due, now, share, Ended is null && IsPausedAt(now, due));
        var grossVerdict = stops.Count == 0 && verdict != ClockVerdict.Paused ? verdict : Verdict(gross, now, UsedShare(started, until, gross, None), false);
        return new ClockReading(verdict, grossVerdict, due, DayDue(due), gross, DayDue(gross), share, Overlap(stops, started, until), MissingYears(started, due));
    }

    ClockVerdict Verdict(DateTime due, DateTime now, double share, bool paused)
    {
        if (NotMeasured) return ClockVerdict.NotMeasured;
        if (Ended is { } ended) return ended > due ? ClockVerdict.Missed : Withdrawn ? ClockVerdict.Exempt : ClockVerdict.Met;
        if (paused) return ClockVerdict.Paused; // a pause over the last 24:00 may yet last the 24 hours that save the day
        return now > due ? ClockVerdict.Breached : share >= WarnShare ? ClockVerdict.AtRisk : ClockVerdict.Running;
    }

    /// <summary>A deadline at 24:00 belongs to the day that it ends; an hour clock due at 00:00 to the new day.</summary>
    DateOnly DayDue(DateTime due) => Calendar.DayOf(Limit.IsElapsed ? due : due.AddTicks(-1));

    DateTime Due(DateTime started, List<(DateTime From, DateTime To, string Reason)> stops)
    {
        if (Limit.IsElapsed)
        {
            var due = started + Limit.Elapsed;
            foreach (var (from, to, _) in stops)
            {
                if (from >= due) break; // a pause never un-breaches a clock that had run out
                if (to > started) due += to - (from > started ? from : started);
            }
            return due;
        }
        var first = Calendar.DayOf(started);
        if (!stops.Any(s => IsLong(s.From, s.To))) return Calendar.EndOf(Limit.LastDay(first, Calendar, rolls: true));
        return Limit.Unit == TimeUnit.WorkingDays ? Calendar.EndOf(LastUsedDay(first, Limit.Amount, stops, workingOnly: true))
            : Calendar.EndOf(Calendar.RollToWorkingDay(LastUsedDay(first, Limit.LastDay(first, Calendar, rolls: false).DayNumber - first.DayNumber, stops, workingOnly: false)));
    }

    DateOnly LastUsedDay(DateOnly eventDay, int days, List<(DateTime From, DateTime To, string Reason)> stops, bool workingOnly)
    {
        var day = eventDay;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if ((!workingOnly || Calendar.IsWorkingDay(day)) && PausedOver(Calendar.EndOf(day), stops) is null) left--;
        }
        return day;
    }

    /// <summary>
    /// A day is not used up when at its 24:00 the clock stood in a pause of at least 24 hours (merged with overlapping and adjoining ones).
    /// A pause that ends exactly at 24:00 stands at that 24:00; one that starts there does not.
    /// </summary>
    static string? PausedOver(DateTime midnight, List<(DateTime From, DateTime To, string Reason)> stops)
    {
        foreach (var (from, to, reason) in stops)
            if (from < midnight && midnight <= to && IsLong(from, to)) return reason;
        return null;
    }

    static bool IsLong(DateTime from, DateTime to) => to - from >= TimeSpan.FromHours(24);

    /// <summary>A stopping pause goes on at an instant, has not outlived its longest duration, and began before the clock ran out.</summary>
    bool IsPausedAt(DateTime now, DateTime due)
    {
        foreach (var pause in Pauses)
            if (pause.StopsClock && pause.From <= now && pause.From < due && (pause.To is null || pause.To > now) && (pause.Longest is not { } longest || now < pause.From + longest)) return true;
        return false;
    }

    static readonly List<(DateTime From, DateTime To, string Reason)> None = []; // never changed

    /// <summary>Stopping pauses as seen from an instant: each cut to its longest duration, then overlapping and adjoining ones merged.</summary>
    List<(DateTime From, DateTime To, string Reason)> Stops(DateTime until)
    {
        if (Pauses.Count == 0) return [];
        List<(DateTime From, DateTime To, string Reason)> merged = [];
        foreach (var pause in Pauses.Where(p => p.StopsClock && p.From < until).OrderBy(p => p.From))
        {
            var to = pause.EndAt(until);
            if (Ended is not null && to > until) to = until;
            if (merged.Count > 0 && pause.From <= merged[^1].To)
            {
                if (to > merged[^1].To) merged[^1] = merged[^1] with { To = to };
            }
            else merged.Add((pause.From, to, pause.Reason));
        }
        return merged;
    }

    static TimeSpan Overlap(List<(DateTime From, DateTime To, string Reason)> stops, DateTime from, DateTime to)
    {
        var sum = TimeSpan.Zero;
        foreach (var stop in stops)
        {
            var (a, b) = (stop.From > from ? stop.From : from, stop.To < to ? stop.To : to);
            if (b > a) sum += b - a;
        }
        return sum;
    }

    /// <summary>Used part of the limit: up to 1 before the deadline, over 1 after it. Days that the clock does not count add nothing.</summary>
    double UsedShare(DateTime started, DateTime until, DateTime due, List<(DateTime From, DateTime To, string Reason)> stops)
    {
        if (until <= started) return 0;
        if (Limit.IsElapsed) return (until - started - Overlap(stops, started, until)) / Limit.Elapsed;
        var (total, used) = (0.0, 0.0);
        var last = DayDue(due);
        for (var day = Calendar.DayOf(started).AddDays(1); day <= last; day = day.AddDays(1))
        {
            var (start, end) = (Calendar.StartOf(day), Calendar.EndOf(day));
            if ((Limit.Unit == TimeUnit.WorkingDays && !Calendar.IsWorkingDay(day)) || PausedOver(end, stops) is not null) continue;
            total++;
            if (until >= end) used++;
            else if (until > start) used += (until - start - Overlap(stops, start, until)) / (end - start);
        }
        return total == 0 ? (until > due ? 1 : 0) : (used / total) + (until > due ? (until - due) / TimeSpan.FromDays(total) : 0);
    }

    int[] MissingYears(DateTime started, DateTime due)
    {
        if (Limit.IsElapsed) return [];
        var (from, to) = (Calendar.DayOf(started).Year, Calendar.DayOf(due.AddTicks(-1)).Year);
        for (var year = from; year <= to; year++)
            if (!Calendar.HasDataFor(year))
            {
                var calendar = Calendar;
                return [.. Enumerable.Range(from, to - from + 1).Where(y => !calendar.HasDataFor(y))];
            }
        return [];
    }

    /// <summary>Every interval from start to end (or to now), counted or not, and by which rule. The intervals join without gap or overlap.</summary>
    public IReadOnlyList<ClockInterval> Explain(DateTime now)
    {
        var until = Ended ?? now;
        if (Started is not { } started || until <= started) return [];
        var stops = Stops(until);
        var due = Due(started, stops);
        stops.RemoveAll(s => s.From >= due);
        List<ClockInterval> intervals = [];
        var cuts = Pauses.Where(p => p.From < until).SelectMany(p => new[] { p.From, p.EndAt(until) })
            .Concat(Limit.IsElapsed ? [] : Midnights(started, until))
            .Where(c => c > started && c < until).Append(until).Distinct().Order();
        var from = started;
        foreach (var to in cuts)
        {
            var (counts, reason) = Limit.IsElapsed ? ElapsedPart(from, to, until, stops) : DayPart(started, from, to, until, stops);
            if (intervals.Count > 0 && intervals[^1].Counts == counts && intervals[^1].Reason == reason) intervals[^1] = intervals[^1] with { To = to };
            else intervals.Add(new ClockInterval(from, to, counts, reason));
            from = to;
        }
        return intervals;
    }

    (bool Counts, string? Reason) ElapsedPart(DateTime from, DateTime to, DateTime until, List<(DateTime From, DateTime To, string Reason)> stops) =>
        stops.Any(s => s.From <= from && to <= s.To) ? (false, Covering(from, to, until, stopping: true)) : (true, Covering(from, to, until, stopping: false));

    (bool Counts, string? Reason) DayPart(DateTime started, DateTime from, DateTime to, DateTime until, List<(DateTime From, DateTime To, string Reason)> stops)
    {
        var day = Calendar.DayOf(from);
        if (day == Calendar.DayOf(started)) return (false, ClockReasons.DayOfEvent);
        var exception = Calendar.ExceptionOn(day);
        if (Limit.Unit == TimeUnit.WorkingDays && !Calendar.IsWorkingDay(day)) return (false, exception is null ? ClockReasons.RestDay : ClockReasons.Holiday);
        if (PausedOver(Calendar.EndOf(day), stops) is { } reason) return (false, reason);
        if (Ended is null && until < Calendar.EndOf(day) && stops.Exists(s => s.From <= from && to <= s.To && s.To >= until)) return (false, Covering(from, to, until, stopping: true)); // today, paused so far
        return (true, Covering(from, to, until, stopping: true) ?? Covering(from, to, until, stopping: false)
            ?? (exception?.Kind == CalendarExceptionKind.MakeUpDay ? ClockReasons.MakeUpDay : null));
    }

    string? Covering(DateTime from, DateTime to, DateTime until, bool stopping) =>
        Pauses.Where(p => p.StopsClock == stopping && p.From <= from && to <= p.EndAt(until)).OrderBy(p => p.From).Select(p => p.Reason).FirstOrDefault();

    IEnumerable<DateTime> Midnights(DateTime from, DateTime to)
    {
        for (var day = Calendar.DayOf(from); Calendar.EndOf(day) < to; day = day.AddDays(1)) yield return Calendar.EndOf(day);
    }
}

/// <summary>What a clock says at an instant.</summary>
/// <param name="GrossVerdict">The verdict if no pause were taken out; null while the clock has not started.</param>
/// <param name="Due">Net deadline: an act at it is in time. Null while the clock has not started.</param>
/// <param name="DueDay">Local day to which the deadline is dated.</param>
/// <param name="UsedShare">Share of the limit used, pauses out; over 1 when it has run out.</param>
/// <param name="Paused">Elapsed time taken out by stopping pauses.</param>
/// <param name="MissingCalendarYears">Years without calendar data on which the deadline rests; to be shown as a warning.</param>
public readonly record struct ClockReading(
    ClockVerdict Verdict, ClockVerdict? GrossVerdict, DateTime? Due, DateOnly? DueDay, DateTime? GrossDue, DateOnly? GrossDueDay,
    double UsedShare, TimeSpan Paused, IReadOnlyList<int> MissingCalendarYears)
{
    public bool IsEnded => Verdict is ClockVerdict.Met or ClockVerdict.Missed or ClockVerdict.Exempt or ClockVerdict.NotMeasured;
    public bool IsLate => Verdict is ClockVerdict.Breached or ClockVerdict.Missed;
}
