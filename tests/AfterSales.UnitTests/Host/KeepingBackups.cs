using AfterSales.Host.Backup;

namespace AfterSales.UnitTests.Host;

/// <summary>7 days, 4 weeks, 12 months; the expected days were read off a wall calendar.</summary>
public sealed class KeepingBackups
{
    [Fact]
    public void keeps_seven_days_the_sundays_of_four_weeks_and_the_last_days_of_twelve_months()
    {
        var kept = BackupKeeping.Kept(EveryDay("2025-01-01", "2026-03-11")); // a Wednesday
        Written(kept).ShouldBe([
            "2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-22", "2026-02-28", "2026-03-01",
            "2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10", "2026-03-11",
        ]);
    }

    [Fact]
    public void counts_the_week_of_new_year_once() =>
        Written(BackupKeeping.Kept(EveryDay("2025-12-20", "2026-01-08"))).ShouldBe([
            "2025-12-21", "2025-12-28", "2025-12-31", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08",
        ]);

    [Fact]
    public void keeps_what_was_there_before_a_long_holiday()
    {
        List<DateOnly> days = [.. EveryDay("2026-01-26", "2026-01-31"), Day("2026-03-10"), Day("2026-03-11")];
        Written(BackupKeeping.Kept(days)).ShouldBe(["2026-01-27", "2026-01-28", "2026-01-29", "2026-01-30", "2026-01-31", "2026-03-10", "2026-03-11"]); // seven days that have one
    }

    [Fact]
    public void keeps_the_only_one() => Written(BackupKeeping.Kept([Day("2020-02-29")])).ShouldBe(["2020-02-29"]);

    [Fact]
    public void thinned_day_by_day_comes_to_the_same()
    {
        HashSet<DateOnly> shelf = [];
        foreach (var day in EveryDay("2025-01-01", "2026-03-11"))
        {
            shelf.Add(day);
            shelf.IntersectWith(BackupKeeping.Kept(shelf));
        }
        shelf.SetEquals(BackupKeeping.Kept(EveryDay("2025-01-01", "2026-03-11"))).ShouldBeTrue(string.Join(' ', Written(shelf)));
    }

    [Theory]
    [InlineData("daily-2026-03-11.backup", "2026-03-11")]
    [InlineData("daily-2026-3-11.backup", null)]
    [InlineData("daily-2026-03-11.backup.damaged", null)]
    [InlineData("manual-2026-03-11-090000.backup", null)]
    public void knows_its_own_files_by_their_names(string name, string? day) => (BackupShelf.DayOf(name) is { } found ? $"{found:yyyy-MM-dd}" : null).ShouldBe(day);

    static IEnumerable<DateOnly> EveryDay(string from, string to)
    {
        for (var day = Day(from); day <= Day(to); day = day.AddDays(1)) yield return day;
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    static List<string> Written(IEnumerable<DateOnly> days) => [.. days.Order().Select(d => d.ToString("yyyy-MM-dd"))];
}
