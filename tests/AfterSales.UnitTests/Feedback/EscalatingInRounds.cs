using AfterSales.Feedback.Complaints;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;

namespace AfterSales.UnitTests.Feedback;

/// <summary>Each limit that is used up goes to the manager at its end and to the owner at one and a half times it, once a round.</summary>
public sealed class EscalatingInRounds
{
    static readonly WorkingCalendar EveryDay = new("t", TimeZoneInfo.Utc, Enum.GetValues<DayOfWeek>(), [], [2026]);
    static readonly ComplaintRules Rules = new(new ComplaintPolicy(), 0, EveryDay);
    static readonly DateTime Received = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
    static readonly Actor Officer = new("q", "质量专员");

    static Complaint New() => Complaint.Receive(new ComplaintIntake { ReceivedAt = Received, ReceivedDay = new DateOnly(2026, 3, 2), Phone = "13900139000", Text = "没人回复" }, Rules, Officer);

    [Fact]
    public void a_complaint_that_nobody_touches_escalates_on_every_limit()
    {
        var complaint = New();
        List<(double Hours, string Clock, string Level)> told = [];
        for (var hours = 0.0; hours <= 24 * 14; hours += 0.5) told.AddRange(complaint.Escalate(Rules, Received.AddHours(hours)).Select(e => (hours, e.Clock, e.Level)));
        // acknowledge: 24 h and 36 h; decide: 3 whole days from the next midnight, 24 + 72 and 24 + 108; close: 7 days, 24 + 168 and 24 + 252
        told.ShouldBe([(24, "Acknowledge", "manager"), (36, "Acknowledge", "owner"), (96, "Decide", "manager"), (132, "Decide", "owner"), (192, "Close", "manager"), (276, "Close", "owner")]);
    }

    [Fact]
    public void a_new_round_escalates_anew_and_counts_the_missed_one()
    {
        var complaint = New();
        complaint.Escalate(Rules, Received.AddHours(30)).Count.ShouldBe(1);
        complaint.Acknowledge("已联系", Rules, Received.AddHours(31), Officer);
        complaint.Assess(Severity.Normal, ComplaintMatter.Service, "", Rules, Received.AddHours(31), Officer);
        complaint.Investigate("无", Finding.NotUpheld, Rules, Received.AddHours(31), Officer);
        complaint.Decide(Remedy.None, "已说明", null, Rules, Received.AddHours(31), Officer);
        complaint.Reply("已答复", Received.AddHours(31), Officer);
        complaint.Close(null, null, Rules, Received.AddHours(32), new DateOnly(2026, 3, 3), Officer);
        complaint.Escalate(Rules, Received.AddDays(60)).ShouldBeEmpty("what is closed waits for nobody");
        complaint.Reopen("仍不热", Rules, Received.AddDays(3), Officer);
        complaint.FirstRoundMissed.ShouldBeTrue();
        complaint.Escalate(Rules, Received.AddDays(3).AddHours(25)).Select(e => (e.Clock, e.Level, e.Round)).ShouldBe([("Acknowledge", "manager", 1)]);
    }

    [Fact]
    public void what_the_system_notes_is_no_act_of_a_person()
    {
        var complaint = New();
        var version = complaint.Version;
        complaint.Escalate(Rules, Received.AddHours(40));
        complaint.RefundOwed(Money.From(20m), Received.AddHours(40));
        complaint.RefundOwed(Money.From(20m), Received.AddHours(41));
        complaint.Version.ShouldBe(version);
        complaint.Events.Count(e => e.Act == "RefundOwed").ShouldBe(1);
    }
}
