using AfterSales.Kernel.Clocks;
using CsCheck;

namespace AfterSales.UnitTests.Kernel;

/// <summary>
/// The clock against a counter that knows nothing of it: it walks minute by minute over local wall time, asks at each minute whether a
/// pause stands, and counts. Random calendars, zones with and without daylight saving, pauses with and without bounds.
/// </summary>
public class ClocksAgainstAMinuteCounter
{
    internal static readonly long Cases = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 20_000 : 2_000;
    static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Beirut", "America/Havana", "Australia/Lord_Howe", "UTC"];
    static readonly TimeUnit[] Units = [TimeUnit.Minutes, TimeUnit.Hours, TimeUnit.WorkingDays, TimeUnit.Days];
    static readonly DateTime Epoch = new(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    internal sealed record Case(string Zone, int Week, int[] Flips, int Limit, TimeUnit Unit, int Start, (int From, int Length, bool Stops, int Cap)[] Pauses, int Now);

    internal static readonly Gen<Case> Any =
        from zone in Gen.Int[0, Zones.Length - 1].Select(i => Zones[i])
        from week in Gen.Int[1, 127]
        from flips in Gen.Int[0, 60].Array[0, 8]
        from unit in Gen.Int[0, 3].Select(i => Units[i])
        from limit in Gen.Int[1, 4]
        from start in Gen.Int[0, 40 * 1440]
        from pauses in Gen.Select(Gen.Int[-600, 6000], Gen.Int[0, 3600], Gen.Bool, Gen.Int[0, 3], (f, l, s, c) => (f, l, s, c)).Array[0, 4]
        from now in Gen.Int[0, 14 * 1440]
        select new Case(zone, week, flips, unit is TimeUnit.Minutes ? limit * 47 : unit is TimeUnit.Hours ? limit * 9 : limit, unit, start, pauses, now);

    [Fact]
    public void the_deadline_and_the_paused_time_are_the_same() => Any.Sample(c =>
    {
        var (calendar, started, pauses, now) = Build(c);
        var reading = new LimitClock(new TimeLimit(c.Limit, c.Unit), calendar, started, null, pauses).Read(now);
        var expected = Count(calendar, started, pauses, now, new TimeLimit(c.Limit, c.Unit));
        reading.Due.ShouldBe(expected);
        reading.GrossDue.ShouldBe(Count(calendar, started, [], now, new TimeLimit(c.Limit, c.Unit)));
        (reading.Due >= reading.GrossDue).ShouldBeTrue();
        if (now <= expected) reading.UsedShare.ShouldBeLessThanOrEqualTo(1 + 1e-9);
        else reading.UsedShare.ShouldBeGreaterThan(0);
    }, iter: Cases, threads: 1);

    [Fact]
    public void the_intervals_tile_the_time_from_start_to_now() => Any.Sample(c =>
    {
        var (calendar, started, pauses, now) = Build(c);
        var intervals = new LimitClock(new TimeLimit(c.Limit, c.Unit), calendar, started, null, pauses).Explain(now);
        if (now <= started)
        {
            intervals.ShouldBeEmpty();
            return;
        }
        intervals[0].From.ShouldBe(started);
        intervals[^1].To.ShouldBe(now);
        for (var i = 1; i < intervals.Count; i++) intervals[i].From.ShouldBe(intervals[i - 1].To);
    }, iter: Cases, threads: 1);

    internal static (WorkingCalendar, DateTime Started, PauseSpan[], DateTime Now) Build(Case c)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(c.Zone);
        var week = Enum.GetValues<DayOfWeek>().Where(d => (c.Week >> (int)d & 1) == 1).ToList();
        var first = new DateOnly(2025, 3, 1);
        var exceptions = c.Flips.Distinct().Select(f => first.AddDays(f)).Select(d => new CalendarException(d, week.Contains(d.DayOfWeek) ? CalendarExceptionKind.Holiday : CalendarExceptionKind.MakeUpDay, "x"));
        var started = Epoch.AddMinutes(c.Start);
        var now = started.AddMinutes(c.Now);
        var pauses = c.Pauses.Select((p, i) => new PauseSpan(started.AddMinutes(p.From), p.Length % 7 == 0 && i == 0 ? null : started.AddMinutes(p.From + p.Length), "r" + i, p.Stops, p.Cap == 0 ? null : TimeSpan.FromMinutes(p.Cap * 700)))
            .Where(p => p.From <= now && (p.To is null || p.To <= now)).ToArray();
        return (new WorkingCalendar("t", zone, week, exceptions, [2025]), started, pauses, now);
    }

    /// <summary>Counts minutes; a minute stands still when it lies in a stopping pause. For days: walks the local days and asks at each 24:00.</summary>
    internal static DateTime Count(WorkingCalendar calendar, DateTime started, PauseSpan[] pauses, DateTime now, TimeLimit limit)
    {
        // What is paused, minute by minute, as a plain set of minutes: [m, m+1) is paused.
        HashSet<DateTime> paused = [];
        foreach (var p in pauses)
        {
            if (!p.StopsClock) continue;
            var end = p.To ?? now;
            if (p.Longest is { } cap && end - p.From > cap) end = p.From + cap;
            for (var m = p.From; m < end; m = m.AddMinutes(1)) paused.Add(m);
        }
        if (limit.Unit is TimeUnit.Minutes or TimeUnit.Hours)
        {
            var left = limit.Unit == TimeUnit.Hours ? limit.Amount * 60 : limit.Amount;
            var minute = started;
            while (left > 0)
            {
                if (!paused.Contains(minute)) left--;
                minute = minute.AddMinutes(1);
            }
            return minute;
        }
        bool Saved(DateTime midnight)
        {
            if (!paused.Contains(midnight.AddMinutes(-1))) return false;
            var (from, to) = (midnight.AddMinutes(-1), midnight);
            while (paused.Contains(from.AddMinutes(-1))) from = from.AddMinutes(-1);
            while (paused.Contains(to)) to = to.AddMinutes(1);
            return to - from >= TimeSpan.FromHours(24);
        }
        // Walk the clock on the wall: each time the local date changes, a day has ended.
        var zone = calendar.Zone;
        var at = started;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone));
        var eventDay = today;
        var needed = limit.Amount;
        while (true)
        {
            at = at.AddMinutes(1);
            var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone));
            if (date <= today) continue;
            var ended = today;
            today = date;
            if (ended == eventDay) continue;
            var counts = limit.Unit == TimeUnit.Days || calendar.IsWorkingDay(ended);
            if (counts && needed > 0 && !Saved(at)) needed--;
            if (needed == 0 && calendar.IsWorkingDay(ended)) return at;
        }
    }
}
