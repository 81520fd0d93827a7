using AfterSales.Feedback.Complaints;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Service.Contracts;

namespace AfterSales.UnitTests.Feedback;

/// <summary>The steps of ISO 10002, who may take them, and their limits (clauses 5.1 to 5.4).</summary>
public sealed class HandlingAComplaint
{
    static readonly WorkingCalendar Calendar = new("t", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], [], [2026]);
    static readonly ComplaintRules Rules = new(new ComplaintPolicy(), 0, Calendar);
    static readonly DateTime Monday = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc); // 10:00 in Shanghai
    static readonly Actor Officer = new("q", "质量专员"), Subject = new("t-1", "赵强");
    static readonly OrderInBrief Order = new(new Guid(1, 0, 0, new byte[8]), "SO-2026-000001", "repair", "CG", null, "张女士", "13900139000", null, "gas_storage", null, "T01", "赵强", "t-1", "A组", true, Monday.AddDays(-1));

    static Complaint Receive(bool safety = false, DateTime? outside = null, OrderInBrief? order = null) =>
        Complaint.Receive(new ComplaintIntake { ReceivedAt = Monday, ReceivedDay = new DateOnly(2026, 3, 2), Phone = "13900139000", Text = "没修好", IsSafety = safety, OutsideDue = outside, Order = order }, Rules, Officer);

    static void Close(Complaint complaint, DateTime at)
    {
        complaint.Acknowledge("已联系", Rules, at, Officer);
        complaint.Assess(Severity.Normal, ComplaintMatter.Service, "", Rules, at, Officer);
        complaint.Investigate("未装紧", Finding.Upheld, Rules, at, Officer);
        complaint.Decide(Remedy.Apology, "致歉", "manner", Rules, at, Officer);
        complaint.Reply("已答复", at, Officer);
        complaint.Close(null, null, Rules, at, Calendar.DayOf(at), Officer);
    }

    [Fact]
    public void the_clocks_are_a_day_three_and_seven_working_days()
    {
        var complaint = Receive();
        complaint.Acknowledging.Due.ShouldBe(Monday.AddHours(24));
        complaint.Deciding.Due.ShouldBe(new DateTime(2026, 3, 5, 16, 0, 0, DateTimeKind.Utc)); // Thursday 24:00 in Shanghai
        complaint.Closing.Due.ShouldBe(new DateTime(2026, 3, 11, 16, 0, 0, DateTimeKind.Utc)); // Wednesday of the next week
    }

    [Fact]
    public void a_safety_complaint_is_acknowledged_within_two_hours() => Receive(safety: true).Acknowledging.Due.ShouldBe(Monday.AddHours(2));

    [Fact]
    public void an_earlier_date_of_the_outside_channel_rules()
    {
        var (early, late) = (Receive(outside: Monday.AddHours(30)), Receive(outside: Monday.AddDays(60)));
        (early.Deciding.Due, early.Closing.Due, early.Acknowledging.Due).ShouldBe((Monday.AddHours(30), Monday.AddHours(30), Monday.AddHours(24)));
        late.Closing.Due.ShouldBe(new DateTime(2026, 3, 11, 16, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void steps_come_in_their_order()
    {
        var complaint = Receive();
        Action[] later =
        [
            () => complaint.Assess(Severity.Normal, ComplaintMatter.Service, "", Rules, Monday, Officer), () => complaint.Investigate("x", Finding.Upheld, Rules, Monday, Officer),
            () => complaint.Decide(Remedy.None, "x", null, Rules, Monday, Officer), () => complaint.Reply("x", Monday, Officer), () => complaint.Close(null, null, Rules, Monday, new DateOnly(2026, 3, 2), Officer),
        ];
        foreach (var act in later) Should.Throw<RuleViolation>(act).Key.ShouldBe("Complaints.WrongStage");
    }

    [Fact]
    public void the_one_complained_about_takes_no_step()
    {
        var complaint = Receive(order: Order);
        Should.Throw<RuleViolation>(() => complaint.Acknowledge("我来", Rules, Monday, Subject)).Key.ShouldBe("Complaints.OwnMatter");
        complaint.Acknowledge("已联系", Rules, Monday, Officer);
        Should.Throw<RuleViolation>(() => complaint.Assess(Severity.Normal, ComplaintMatter.Service, "", Rules, Monday, Subject)).Key.ShouldBe("Complaints.OwnMatter");
    }

    [Fact]
    public void whoever_handled_it_and_turns_out_to_be_its_subject_handles_it_no_longer()
    {
        var complaint = Receive();
        complaint.Acknowledge("我来", Rules, Monday, Subject);
        complaint.Concern(Order, Monday, Officer);
        (complaint.HandlerId, complaint.SubjectName, complaint.Team).ShouldBe((null, "赵强", "A组"));
        Should.Throw<RuleViolation>(() => complaint.Assess(Severity.Normal, ComplaintMatter.Service, "", Rules, Monday, Subject)).Key.ShouldBe("Complaints.OwnMatter");
    }

    [Fact]
    public void its_order_stays_once_it_is_decided()
    {
        var complaint = Receive();
        Close(complaint, Monday.AddHours(1));
        Should.Throw<RuleViolation>(() => complaint.Concern(Order, Monday.AddHours(2), Officer)).Key.ShouldBe("Complaints.DecidedAlready");
    }

    [Fact]
    public void it_reopens_until_24_00_of_the_fifteenth_day_and_the_second_time_the_owner_takes_it()
    {
        var complaint = Receive();
        Close(complaint, Monday.AddHours(1));
        var last = new DateTime(2026, 3, 17, 16, 0, 0, DateTimeKind.Utc); // closed on 2 March: 24:00 of 17 March
        Should.Throw<RuleViolation>(() => complaint.Reopen("仍不热", Rules, last.AddMilliseconds(1), Officer)).Key.ShouldBe("Complaints.TooLateToReopen");
        complaint.Reopen("仍不热", Rules, last, Officer);
        (complaint.Reopened, complaint.NeedsOwner(Rules.Policy)).ShouldBe((1, false));
        Close(complaint, last.AddHours(1));
        complaint.Reopen("还是不热", Rules, last.AddDays(1), Officer);
        (complaint.Reopened, complaint.NeedsOwner(Rules.Policy)).ShouldBe((2, true));
    }

    [Fact]
    public void somebody_must_be_there_to_answer_to()
    {
        Should.Throw<RuleViolation>(() => Complaint.Receive(new ComplaintIntake { ReceivedAt = Monday, ReceivedDay = new DateOnly(2026, 3, 2), Text = "没修好" }, Rules, Officer)).Key.ShouldBe("Complaints.PhoneMissing");
        Complaint.Receive(new ComplaintIntake { ReceivedAt = Monday, ReceivedDay = new DateOnly(2026, 3, 2), Text = "没修好", Order = Order with { Phone = null } }, Rules, Officer).ContactKey.ShouldBe(Order.Number);
    }
}
