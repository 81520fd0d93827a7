using AfterSales.Kernel.Clocks;
using static AfterSales.UnitTests.Kernel.Times;

namespace AfterSales.UnitTests.Kernel;

/// <summary>Verdicts and pauses of one clock, worked out by hand.</summary>
public class RunningAClock
{
    static readonly TimeLimit Day1 = TimeLimit.Hours(24);
    static readonly TimeLimit Days3 = TimeLimit.WorkingDays(3);

    [Fact] // Monday 10 Nov 2025 + 3 working days: due Friday 14 Nov 00:00
    public void an_act_exactly_at_24_00_is_in_time_and_dated_to_the_day_that_ends()
    {
        var reading = Clock(Days3, "2025-11-10 09:00", "2025-11-14 00:00").Read(At("2025-12-01 00:00"));
        reading.Verdict.ShouldBe(ClockVerdict.Met);
        reading.DueDay.ShouldBe(Day("2025-11-13"));
    }

    [Fact]
    public void a_millisecond_later_is_late() => Clock(Days3, "2025-11-10 09:00", "2025-11-14 00:00:00.001").Read(At("2025-12-01 00:00")).Verdict.ShouldBe(ClockVerdict.Missed);

    [Fact]
    public void an_hour_clock_due_at_midnight_is_dated_to_the_new_day() => Clock(Day1, "2025-11-10 00:00").Read(At("2025-11-10 01:00")).DueDay.ShouldBe(Day("2025-11-11"));

    [Fact] // 24 h from Monday 09:00, paused Monday 12:00 to 18:00 (6 h): due Tuesday 15:00; without pauses Tuesday 09:00
    public void an_hour_clock_moves_by_its_pause_and_keeps_the_gross_deadline()
    {
        var reading = Clock(Day1, "2025-11-10 09:00", "2025-11-11 14:00", Pause("2025-11-10 12:00", "2025-11-10 18:00")).Read(At("2025-12-01 00:00"));
        reading.Due.ShouldBe(At("2025-11-11 15:00"));
        reading.Verdict.ShouldBe(ClockVerdict.Met);
        reading.GrossDue.ShouldBe(At("2025-11-11 09:00"));
        reading.GrossVerdict.ShouldBe(ClockVerdict.Missed);
    }

    [Fact] // overlapping pauses 12-18 and 15-20 are one of 8 h
    public void overlapping_pauses_count_once() =>
        Clock(Day1, "2025-11-10 09:00", null, Pause("2025-11-10 12:00", "2025-11-10 18:00"), Pause("2025-11-10 15:00", "2025-11-10 20:00")).Read(At("2025-11-10 21:00")).Due.ShouldBe(At("2025-11-11 17:00"));

    [Fact]
    public void waiting_for_a_part_stops_nothing_and_is_reported()
    {
        var clock = Clock(Day1, "2025-11-10 09:00", "2025-11-11 08:00", Pause("2025-11-10 12:00", "2025-11-10 18:00", stops: false));
        clock.Read(At("2025-12-01 00:00")).Due.ShouldBe(At("2025-11-11 09:00"));
        clock.Explain(At("2025-12-01 00:00")).ShouldContain(i => i.Reason == "waiting_for_part" && i.Counts);
    }

    [Fact] // absent since Monday 12:00, counted for 5 days at most: the clock runs again on Saturday 12:00, 21 h are left
    public void a_pause_counts_no_longer_than_its_longest() =>
        Clock(Day1, "2025-11-10 09:00", null, Pause("2025-11-10 12:00", null, days: 5)).Read(At("2025-11-20 00:00")).Due.ShouldBe(At("2025-11-16 09:00"));

    [Fact] // due Tuesday 09:00, paused only from Tuesday 10:00
    public void a_pause_never_revives_a_clock_that_has_run_out()
    {
        var reading = Clock(Day1, "2025-11-10 09:00", null, Pause("2025-11-11 10:00", null)).Read(At("2025-11-12 00:00"));
        reading.Verdict.ShouldBe(ClockVerdict.Breached);
        reading.Paused.ShouldBe(TimeSpan.Zero);
        reading.UsedShare.ShouldBe(39.0 / 24, 1e-9);
    }

    [Fact] // Mon 10 Nov; paused Tue 18:00 to Wed 17:59 (23 h 59): Tuesday 24:00 stood in it, but it is too short; due Thursday 24:00
    public void a_pause_of_23_h_59_over_midnight_saves_no_working_day() =>
        Clock(Days3, "2025-11-10 09:00", null, Pause("2025-11-11 18:00", "2025-11-12 17:59")).Read(At("2025-11-13 00:00")).Due.ShouldBe(At("2025-11-14 00:00"));

    [Fact] // exactly 24 h: Tuesday is not used up; Wed, Thu, Fri 14: due Saturday 15 Nov 00:00
    public void a_pause_of_24_h_over_midnight_saves_that_day() =>
        Clock(Days3, "2025-11-10 09:00", null, Pause("2025-11-11 18:00", "2025-11-12 18:00")).Read(At("2025-11-13 00:00")).Due.ShouldBe(At("2025-11-15 00:00"));

    [Fact] // 12 h and 12 h that adjoin are one of 24 h over Tuesday 24:00
    public void adjoining_pauses_are_one() =>
        Clock(Days3, "2025-11-10 09:00", null, Pause("2025-11-11 14:00", "2025-11-12 02:00"), Pause("2025-11-12 02:00", "2025-11-12 14:00")).Read(At("2025-11-13 00:00")).Due.ShouldBe(At("2025-11-15 00:00"));

    [Fact] // Tue 00:00 to Wed 00:00: ends exactly at Tuesday's 24:00, stands at it; it does not stand at Monday's 24:00, where it starts
    public void a_pause_stands_at_the_24_00_at_which_it_ends_not_at_the_one_at_which_it_starts() =>
        Clock(Days3, "2025-11-10 09:00", null, Pause("2025-11-11 00:00", "2025-11-12 00:00")).Read(At("2025-11-13 00:00")).Due.ShouldBe(At("2025-11-15 00:00"));

    [Fact] // Thursday 13 Nov: Fri 14, Mon 17, Tue 18. Paused Fri 20:00 to Sun 20:00: Friday is saved (48 h); Mon 17, Tue 18, Wed 19
    public void a_pause_over_a_weekend_saves_the_friday() =>
        Clock(Days3, "2025-11-13 09:00", null, Pause("2025-11-14 20:00", "2025-11-16 20:00")).Read(At("2025-11-17 08:00")).Due.ShouldBe(At("2025-11-20 00:00"));

    [Fact] // two long pauses save two days: Tue and Thu; Wed, Fri, Mon 17
    public void two_pauses_save_two_days() =>
        Clock(Days3, "2025-11-10 09:00", null, Pause("2025-11-11 12:00", "2025-11-12 12:00"), Pause("2025-11-13 12:00", "2025-11-14 12:00")).Read(At("2025-11-14 13:00")).Due.ShouldBe(At("2025-11-18 00:00"));

    [Fact] // open since the last day (Thursday 13) 10:00: at Friday 05:00 it may yet last 24 h
    public void an_open_pause_over_the_last_24_00_reads_paused_until_it_ends()
    {
        Clock(Days3, "2025-11-10 09:00", null, Pause("2025-11-13 10:00", null)).Read(At("2025-11-14 05:00")).Verdict.ShouldBe(ClockVerdict.Paused);
        Clock(Days3, "2025-11-10 09:00", null, Pause("2025-11-13 10:00", "2025-11-14 04:00")).Read(At("2025-11-14 05:00")).Verdict.ShouldBe(ClockVerdict.Breached);
        Clock(Days3, "2025-11-10 09:00", null, Pause("2025-11-13 10:00", "2025-11-14 10:00")).Read(At("2025-11-14 11:00")).Due.ShouldBe(At("2025-11-15 00:00"));
    }

    [Fact]
    public void a_pause_that_ended_this_instant_is_over() =>
        Clock(Day1, "2025-11-10 09:00", null, Pause("2025-11-10 12:00", "2025-11-10 13:00")).Read(At("2025-11-10 13:00")).Verdict.ShouldBe(ClockVerdict.Running);

    [Theory] // 80 % of 24 h is 19 h 12 min
    [InlineData("2025-11-11 04:11", ClockVerdict.Running)]
    [InlineData("2025-11-11 04:12", ClockVerdict.AtRisk)]
    [InlineData("2025-11-11 09:00", ClockVerdict.AtRisk)]
    [InlineData("2025-11-11 09:01", ClockVerdict.Breached)]
    public void a_clock_is_at_risk_from_80_percent(string now, ClockVerdict expected)
    {
        var reading = Clock(Day1, "2025-11-10 09:00").Read(At(now));
        reading.Verdict.ShouldBe(expected);
        reading.GrossVerdict.ShouldBe(expected);
    }

    [Fact]
    public void a_cancellation_in_time_is_exempt_and_a_late_one_missed()
    {
        (Clock(Day1, "2025-11-10 09:00", "2025-11-11 09:00") with { Withdrawn = true }).Read(At("2025-12-01 00:00")).Verdict.ShouldBe(ClockVerdict.Exempt);
        (Clock(Day1, "2025-11-10 09:00", "2025-11-11 09:01") with { Withdrawn = true }).Read(At("2025-12-01 00:00")).Verdict.ShouldBe(ClockVerdict.Missed);
    }

    [Fact] // 2028 has no calendar: Friday 7 Jan 2028 + 3 working days by the bare week is Wednesday 12; the year is named
    public void a_year_without_calendar_is_named()
    {
        var reading = Clock(Days3, "2028-01-07 09:00").Read(At("2028-01-07 10:00"));
        reading.Due.ShouldBe(At("2028-01-13 00:00"));
        reading.MissingCalendarYears.ShouldBe([2028]);
        Clock(Day1, "2028-01-07 09:00").Read(At("2028-01-07 10:00")).MissingCalendarYears.ShouldBeEmpty(); // hours need no calendar
    }

    [Fact] // Friday 26 Sep 2025 15:00: Sat 27 rest, Sun 28 make-up, Mon 29 and Tue 30 worked
    public void the_intervals_name_each_rule()
    {
        var intervals = Clock(Days3, "2025-09-26 15:00", "2025-10-01 00:00").Explain(At("2025-12-01 00:00"));
        intervals.Select(i => (i.Counts, i.Reason)).ShouldBe(
            [(false, ClockReasons.DayOfEvent), (false, ClockReasons.RestDay), (true, ClockReasons.MakeUpDay), (true, (string?)null)]);
        intervals[0].From.ShouldBe(At("2025-09-26 15:00"));
        intervals[^1].To.ShouldBe(At("2025-10-01 00:00"));
    }

    [Fact] // holidays stand in the list by their own name of rule
    public void holidays_are_told_from_rest_days() =>
        Clock(Days3, "2025-09-30 17:00", "2025-10-11 12:00").Explain(At("2025-12-01 00:00")).ShouldContain(i => !i.Counts && i.Reason == ClockReasons.Holiday);
}
