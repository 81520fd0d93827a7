using AfterSales.Kernel;
using AfterSales.Service.Notices;
using static AfterSales.UnitTests.Kernel.Times;

namespace AfterSales.UnitTests.Service;

/// <summary>Clause 1.5.2: changed hours are announced seven days ahead, force majeure excepted. Announced on 12 November 2025.</summary>
public class AnnouncingServiceHours
{
    static readonly DateOnly Today = new(2025, 11, 12);

    static HoursNotice Announce(string from, string until, bool forceMajeure = false, string hours = "9:00–17:00", string reason = "盘点") =>
        HoursNotice.Announce(DateOnly.Parse(from), DateOnly.Parse(until), hours, reason, forceMajeure, 7, Today, At("2025-11-12 10:00"), new Actor("1", "陈立"));

    [Fact]
    public void seven_days_ahead_is_early_enough() => Announce("2025-11-19", "2025-11-20").From.ShouldBe(new DateOnly(2025, 11, 19));

    [Theory]
    [InlineData("2025-11-18", "2025-11-20", "Notices.TooLate")] // six days
    [InlineData("2025-11-25", "2025-11-24", "Notices.Days")]
    [InlineData("2025-11-01", "2025-11-11", "Notices.Past")]
    public void days_that_cannot_be_are_refused(string from, string until, string key) => Should.Throw<RuleViolation>(() => Announce(from, until)).Key.ShouldBe(key);

    [Fact]
    public void force_majeure_may_begin_today() => Announce("2025-11-12", "2025-11-13", forceMajeure: true).ForceMajeure.ShouldBeTrue();

    [Fact]
    public void hours_and_reason_are_said()
    {
        Should.Throw<RuleViolation>(() => Announce("2025-11-19", "2025-11-20", hours: " ")).Key.ShouldBe("Notices.NoHours");
        Should.Throw<RuleViolation>(() => Announce("2025-11-19", "2025-11-20", reason: "")).Key.ShouldBe("Requests.ReasonMissing");
    }
}
