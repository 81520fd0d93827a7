using AfterSales.Host.Operations;

namespace AfterSales.UnitTests.Host;

/// <summary>When health turns amber or red.</summary>
public sealed class JudgingTheInstallation
{
    static readonly DateTime Now = new(2026, 12, 2, 1, 0, 0, DateTimeKind.Utc);
    static readonly Vitals Well = new(Now, 2026, 12, "", 100_000_000, 50_000_000_000, false, Now.AddMinutes(-2), true, true, Now.AddHours(-20), 0, []);

    [Fact]
    public void finds_nothing_where_all_is_well() =>
        new[] { Well.Backup, Well.Disk, Well.Warehouse, Well.Calendar, Well.Messages, Well.Jobs }.ShouldAllBe(s => s == VitalState.Good);

    [Theory]
    [InlineData(48 * 60, "Good")]
    [InlineData(48 * 60 + 1, "Bad")]
    public void turns_red_when_the_last_good_backup_is_older_than_48_hours(int minutes, string state) => (Well with { LastGoodBackup = Now.AddMinutes(-minutes) }).Backup.ToString().ShouldBe(state);

    [Fact]
    public void is_red_without_any_backup()
    {
        (Well with { LastGoodBackup = null }).Backup.ShouldBe(VitalState.Bad);
    }

    [Theory]
    [InlineData(499_000_000, 1_000_000, "Bad")]
    [InlineData(1_900_000_000, 1_000_000, "Watch")]
    [InlineData(2_900_000_000, 1_000_000_000, "Watch")]
    [InlineData(3_100_000_000, 1_000_000_000, "Good")]
    public void looks_at_the_disk_beside_the_database(long free, long database, string state) => (Well with { FreeBytes = free, DatabaseBytes = database }).Disk.ToString().ShouldBe(state);

    [Fact]
    public void is_red_while_nothing_can_be_written() => (Well with { IsReadOnly = true }).Disk.ToString().ShouldBe("Bad");

    [Theory]
    [InlineData(true, false, 11, "Good")]
    [InlineData(true, false, 12, "Watch")]
    [InlineData(false, false, 3, "Bad")]
    public void asks_for_next_years_calendar_in_december(bool thisYear, bool nextYear, int month, string state) =>
        (Well with { CalendarThisYear = thisYear, CalendarNextYear = nextYear, Month = month }).Calendar.ToString().ShouldBe(state);

    [Fact]
    public void minds_old_numbers_parked_messages_and_failed_jobs()
    {
        (Well with { WarehouseAsOf = Now.AddMinutes(-16) }).Warehouse.ShouldBe(VitalState.Watch);
        (Well with { WarehouseAsOf = null }).Warehouse.ShouldBe(VitalState.Watch);
        (Well with { Parked = 1 }).Messages.ShouldBe(VitalState.Bad);
        (Well with { FailedJobs = ["reporting.load-warehouse"] }).Jobs.ShouldBe(VitalState.Bad);
    }
}
