using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Service.Fees;

namespace AfterSales.UnitTests.Service;

/// <summary>Clause 1.9: customers are told one month before fees change, counted by the Civil Code; a last day that is not worked rolls on.</summary>
public sealed class AnnouncingPrices
{
    static readonly DateTime Now = new(2026, 1, 16, 1, 0, 0, DateTimeKind.Utc);
    static readonly WorkingCalendar China = WorkingCalendar.China();

    static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-01-16", "2026-02-25")] // 16 February is New Year's Eve: off until the 23rd, so the month ends on the 24th
    [InlineData("2026-01-31", "2026-03-01")] // February has no 31st; the 28th is a Saturday that is worked
    [InlineData("2026-02-01", "2026-03-03")] // 1 March is a Sunday: the month ends on Monday the 2nd
    [InlineData("2026-03-11", "2026-04-14")] // 11 April is a Saturday: the 13th
    public void the_earliest_day_is_the_day_after_the_last_day_of_the_month(string announced, string earliest)
    {
        var list = PriceList.Draft("新标准", new PriceSheet(), Now);
        var refused = Should.Throw<RuleViolation>(() => list.Publish(Day(earliest).AddDays(-1), Day(announced), new FeePolicy().Announcement, China, isFirst: false, Now, Actor.System));
        refused.Key.ShouldBe("Fees.Lists.TooEarly");
        refused.Args.ShouldBe([announced, earliest]);
        list.Publish(Day(earliest), Day(announced), new FeePolicy().Announcement, China, isFirst: false, Now, Actor.System);
        list.EffectiveFrom.ShouldBe(Day(earliest));
    }

    [Fact]
    public void a_published_list_is_never_changed()
    {
        var list = PriceList.Draft("首个标准", new PriceSheet(), Now);
        list.Publish(Day("2026-01-01"), Day("2026-01-16"), new FeePolicy().Announcement, China, isFirst: true, Now, Actor.System);
        Should.Throw<RuleViolation>(() => list.Write("改", new PriceSheet())).Key.ShouldBe("Fees.Lists.Published");
        Should.Throw<RuleViolation>(() => list.Publish(Day("2026-06-01"), Day("2026-01-16"), new FeePolicy().Announcement, China, isFirst: false, Now, Actor.System)).Key.ShouldBe("Fees.Lists.Published");
    }

    [Theory]
    [InlineData("2026-01-16T15:59:00Z", true)]  // 23:59 on the 16th: the 25th is in time
    [InlineData("2026-01-16T16:00:00Z", true)]  // the 17th: the month ends on the 17th of February, rolled to the 24th as well
    [InlineData("2026-01-25T01:00:00Z", false)] // its month ends on 25 February
    public void a_notice_is_in_time_when_it_arrives_a_month_ahead(string delivered, bool inTime)
    {
        var notice = new PriceNotice { EffectiveFrom = Day("2026-02-25"), QueuedAt = Now };
        notice.Report(NoticeState.Delivered, DateTime.Parse(delivered, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal), new FeePolicy().Announcement, China);
        notice.InTime.ShouldBe(inTime);
        notice.Report(NoticeState.Failed, Now, new FeePolicy().Announcement, China);
        notice.State.ShouldBe(NoticeState.Delivered);
    }

    [Fact]
    public void negative_prices_and_double_codes_are_refused()
    {
        Should.Throw<RuleViolation>(() => PriceList.Draft("x", new PriceSheet { LabourPerHour = -1 }, Now)).Key.ShouldBe("Fees.Lists.Amounts");
        Should.Throw<RuleViolation>(() => PriceList.Draft("x", new PriceSheet { Parts = [new("A", "a", null, 1), new("A", "b", null, 2)] }, Now)).Key.ShouldBe("Fees.Lists.CodeTwice");
    }
}
