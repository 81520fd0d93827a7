using AfterSales.Kernel.Clocks;
using static AfterSales.UnitTests.Kernel.Times;

namespace AfterSales.UnitTests.Kernel;

/// <summary>Clauses 1.3.1, 1.3.2 and 1.9 under articles 200 to 204 of the Civil Code; every expected date was worked out by hand on the State Council's calendars.</summary>
public class CountingTimeLimits
{
    static DateTime Due(TimeLimit limit, string from, bool rolls = true) => limit.DueFrom(At(from), China, rolls);

    [Fact] // Wednesday 1 Oct 2025 (National Day): hours run through holidays
    public void hours_run_around_the_clock_through_holidays() => Due(TimeLimit.Hours(24), "2025-10-01 22:15").ShouldBe(At("2025-10-02 22:15"));

    [Fact] // Monday 10 Nov 2025: Tue 11, Wed 12, Thu 13 are used up at 24:00 of the 13th
    public void three_working_days_end_at_24_00_of_the_third() => Due(TimeLimit.WorkingDays(3), "2025-11-10 09:00").ShouldBe(At("2025-11-14 00:00"));

    [Fact] // Friday 26 Sep 2025: Sat 27 off, Sun 28 is a make-up day (1), Mon 29 (2), Tue 30 (3)
    public void a_make_up_sunday_counts() => Due(TimeLimit.WorkingDays(3), "2025-09-26 15:00").ShouldBe(At("2025-10-01 00:00"));

    [Fact] // Tuesday 30 Sep 2025: 1-8 Oct off; Thu 9 (1), Fri 10 (2), Sat 11 is a make-up day (3)
    public void national_day_week_2025_is_skipped_and_its_make_up_saturday_counts() => Due(TimeLimit.WorkingDays(3), "2025-09-30 17:00").ShouldBe(At("2025-10-12 00:00"));

    [Fact] // Wednesday 30 Sep 2026: 1-7 Oct off; Thu 8 (1), Fri 9 (2), Sat 10 is a make-up day (3)
    public void national_day_week_2026_is_skipped() => Due(TimeLimit.WorkingDays(3), "2026-09-30 08:00").ShouldBe(At("2026-10-11 00:00"));

    [Fact] // Saturday 11 Oct 2025 is worked, but the day of the event is not counted: Mon 13, Tue 14, Wed 15
    public void the_day_of_the_event_is_not_counted_even_when_worked() => Due(TimeLimit.WorkingDays(3), "2025-10-11 08:00").ShouldBe(At("2025-10-16 00:00"));

    [Fact] // article 203: the last day Saturday 15 Nov 2025 is off, so the period ends Monday 17 at 24:00
    public void a_period_in_days_rolls_to_the_next_working_day() => Due(TimeLimit.Days(7), "2025-11-08 10:00").ShouldBe(At("2025-11-18 00:00"));

    [Fact] // a measuring window (repeat, warranty) does not roll
    public void a_measuring_window_does_not_roll() => Due(TimeLimit.Days(7), "2025-11-08 10:00", rolls: false).ShouldBe(At("2025-11-16 00:00"));

    [Fact] // article 202: 31 January plus one month is the last day of February; 28 Feb 2026 is a make-up Saturday, so worked
    public void a_month_from_31_January_ends_on_the_last_day_of_February() => TimeLimit.Months(1).LastDay(Day("2026-01-31"), China, rolls: true).ShouldBe(Day("2026-02-28"));

    [Fact] // leap year 2024: 29 February, a Thursday
    public void in_a_leap_year_it_is_the_29th() => TimeLimit.Months(1).LastDay(Day("2024-01-31"), China, rolls: true).ShouldBe(Day("2024-02-29"));

    [Theory] // announced 16 Jan 2026: last day 16 Feb lies in the Spring Festival (15-23 Feb), rolls to 24 Feb
    [InlineData("2026-01-16", "2026-02-25")]
    [InlineData("2026-01-31", "2026-03-01")]
    [InlineData("2026-02-01", "2026-03-03")] // 1 March 2026 is a Sunday, rolls to Monday 2 March
    public void new_fees_take_effect_the_day_after_the_month_of_notice(string announced, string effective) =>
        TimeLimit.Months(1).EarliestEffectiveDay(Day(announced), China).ShouldBe(Day(effective));

    [Fact]
    public void every_day_of_the_statutory_calendar_is_known()
    {
        China.IsWorkingDay(Day("2026-02-17")).ShouldBeFalse(); // Spring Festival
        China.IsWorkingDay(Day("2026-02-28")).ShouldBeTrue(); // make-up Saturday
        China.IsWorkingDay(Day("2024-02-18")).ShouldBeTrue(); // make-up Sunday
        China.IsWorkingDay(Day("2025-10-08")).ShouldBeFalse();
        China.HasDataFor(2023).ShouldBeTrue();
        China.HasDataFor(2027).ShouldBeFalse();
    }

    [Theory]
    [InlineData("15min", 15, TimeUnit.Minutes)]
    [InlineData("24h", 24, TimeUnit.Hours)]
    [InlineData("7d", 7, TimeUnit.Days)]
    [InlineData("3wd", 3, TimeUnit.WorkingDays)]
    [InlineData("1mo", 1, TimeUnit.Months)]
    public void a_limit_is_written_and_read_as_a_code(string code, int amount, TimeUnit unit)
    {
        TimeLimit.TryParse(code, out var limit).ShouldBeTrue();
        limit.ShouldBe(new TimeLimit(amount, unit));
        limit.ToString().ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("0h")]
    [InlineData("-3wd")]
    [InlineData("three days")]
    public void nonsense_is_no_limit(string code) => TimeLimit.TryParse(code, out _).ShouldBeFalse();

    [Fact] // Beirut 2021: midnight of 28 March was jumped over; the day begins at 01:00 = 22:00 UTC
    public void a_day_whose_midnight_is_jumped_over_begins_at_the_jump()
    {
        var beirut = new WorkingCalendar("t", TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut"), [DayOfWeek.Monday], [], []);
        beirut.StartOf(Day("2021-03-28")).ShouldBe(new DateTime(2021, 3, 27, 22, 0, 0, DateTimeKind.Utc));
        beirut.DayOf(new DateTime(2021, 3, 27, 22, 0, 0, DateTimeKind.Utc)).ShouldBe(Day("2021-03-28"));
    }

    [Fact] // Havana 2025-11-02: 01:00 falls back to 00:00; the day begins at the first midnight, 04:00 UTC
    public void a_midnight_that_comes_twice_begins_the_day_the_first_time()
    {
        var havana = new WorkingCalendar("t", TimeZoneInfo.FindSystemTimeZoneById("America/Havana"), [DayOfWeek.Monday], [], []);
        havana.StartOf(Day("2025-11-02")).ShouldBe(new DateTime(2025, 11, 2, 4, 0, 0, DateTimeKind.Utc));
    }
}
