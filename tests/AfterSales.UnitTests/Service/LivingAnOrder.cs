using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using static AfterSales.UnitTests.Kernel.Times;

namespace AfterSales.UnitTests.Service;

/// <summary>Clauses 1.3 and 1.4: what a service order allows, and what it refuses with which sentence. Monday 10 November 2025, 09:00.</summary>
public class LivingAnOrder
{
    static readonly Actor Someone = new("1", "周敏");
    static readonly OrderRules Rules = new(new PolicyVersion<SlaPolicy>(0, DateTime.MinValue, new SlaPolicy()), China);

    static readonly Technician LiQiang = new() { Code = "T01", Name = "李强" };
    static readonly Clearance Cleared = new(true, "ProductType.GasStorage", new DateOnly(2025, 11, 12));

    static ServiceOrder Order(Complexity? complexity = null, bool safety = false, OrderKind kind = OrderKind.Repair) => ServiceOrder.Receive(
        new Intake { ReceivedAt = At("2025-11-10 09:00"), Kind = kind, Channel = OrderChannel.Phone, Complexity = complexity, IsSafety = safety }, Rules, Someone);

    static ServiceOrder OnSite(string responded = "2025-11-10 10:00", Complexity? complexity = null)
    {
        var order = Order(complexity);
        order.Respond(At(responded), At("2025-11-12 14:00"), At("2025-11-12 16:00"), "维修", Rules, Someone);
        order.Assign(LiQiang, Cleared, At("2025-11-11 10:30"), Someone);
        order.Arrive(At("2025-11-12 14:05"), Rules, Someone);
        return order;
    }

    static void Refused(string key, Action act) => Should.Throw<RuleViolation>(act).Key.ShouldBe(key);

    [Fact]
    public void the_response_clock_runs_from_receipt_and_handling_from_the_response()
    {
        var order = Order();
        order.Response.Due.ShouldBe(At("2025-11-11 09:00"));
        order.Handling.Started.ShouldBeNull();
        order.Respond(At("2025-11-10 10:00"), At("2025-11-10 14:00"), At("2025-11-10 16:00"), "维修", Rules, Someone);
        order.Response.Verdict.ShouldBe(ClockVerdict.Met);
        order.Handling.Due.ShouldBe(At("2025-11-11 10:00"));
    }

    [Fact]
    public void a_complex_fault_has_three_working_days() => OnSite(complexity: Complexity.Complex).Handling.Due.ShouldBe(At("2025-11-14 00:00"));

    [Fact]
    public void a_special_case_has_48_hours_and_marking_it_too_late_is_refused()
    {
        var order = Order();
        order.MarkSpecial("severe_weather", At("2025-11-11 09:00"), Rules, Someone);
        order.Response.Due.ShouldBe(At("2025-11-12 09:00"));
        Refused("Requests.Special.TooLate", () => Order().MarkSpecial("severe_weather", At("2025-11-11 09:01"), Rules, Someone));
    }

    [Fact]
    public void a_safety_order_never_pauses()
    {
        var order = Order(safety: true);
        order.Respond(At("2025-11-10 09:10"), At("2025-11-10 10:00"), At("2025-11-10 12:00"), "燃气", Rules, Someone);
        Refused("Requests.Pause.Safety", () => order.PauseClock("customer_absent", At("2025-11-10 09:30"), null, null, At("2025-11-10 09:30"), Rules, Someone));
    }

    [Fact] // unanswered at 10:00, 12:00 and 14:00, a message delivered: met by attempts at 14:00; handling waits for the real response
    public void three_unanswered_attempts_two_hours_apart_and_a_message_meet_the_response_clock()
    {
        var order = Order();
        order.RecordAttempt(At("2025-11-10 10:00"), null, ContactResult.NoAnswer, true, null, Rules, Someone);
        order.RecordAttempt(At("2025-11-10 11:59"), null, ContactResult.NoAnswer, false, null, Rules, Someone); // too soon to count
        order.RecordAttempt(At("2025-11-10 12:00"), null, ContactResult.Busy, false, null, Rules, Someone);
        order.Response.IsOpen.ShouldBeTrue();
        order.RecordAttempt(At("2025-11-10 14:00"), null, ContactResult.NoAnswer, false, null, Rules, Someone);
        (order.Response.Verdict, order.Response.ByAttempts, order.Handling.Started).ShouldBe((ClockVerdict.Met, true, null));
    }

    [Fact]
    public void attempts_without_a_delivered_message_do_not()
    {
        var order = Order();
        foreach (var at in (string[])["2025-11-10 10:00", "2025-11-10 12:00", "2025-11-10 14:00"]) order.RecordAttempt(At(at), null, ContactResult.NoAnswer, false, null, Rules, Someone);
        order.Response.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void closing_a_late_order_needs_an_overrun_reason()
    {
        var order = OnSite(); // handling was due 11 Nov 10:00
        order.Complete(VisitOutcome.Fixed, "更换电极", At("2025-11-12 15:00"), Rules, Someone);
        order.Handling.Verdict.ShouldBe(ClockVerdict.Missed);
        Refused("Requests.Close.OverrunReasonMissing", () => order.Close(null, At("2025-11-12 18:00"), Rules, Someone));
        Refused("Requests.UnknownReason", () => order.Close("because", At("2025-11-12 18:00"), Rules, Someone));
        order.Close("staff_shortage", At("2025-11-12 18:00"), Rules, Someone);
        order.Status.ShouldBe(OrderStatus.Closed);
    }

    [Fact]
    public void reopening_keeps_the_first_verdict_beside_a_new_clock()
    {
        var order = OnSite();
        order.Complete(VisitOutcome.Fixed, "更换电极", At("2025-11-12 15:00"), Rules, Someone);
        order.Reopen("又坏了", At("2025-11-14 08:00"), Rules, Someone);
        order.FormerClocks.Single(c => c.Kind == ClockKind.Handling).Verdict.ShouldBe(ClockVerdict.Missed);
        (order.Status, order.Reopened, order.Response.IsOpen, order.Response.Due).ShouldBe((OrderStatus.Received, 1, true, At("2025-11-15 08:00")));
    }

    [Fact]
    public void regrading_after_the_old_deadline_is_refused()
    {
        Refused("Requests.Regrade.TooLate", () => OnSite().Regrade(Complexity.Complex, "换主板", At("2025-11-12 14:30"), Rules, Someone));
        var inTime = OnSite("2025-11-11 15:00");
        inTime.Regrade(Complexity.Complex, "换主板", At("2025-11-12 14:30"), Rules, Someone);
        inTime.Handling.Due.ShouldBe(At("2025-11-15 00:00")); // Tue 11 not counted; Wed, Thu, Fri
    }

    [Fact]
    public void a_cancellation_in_time_is_exempt()
    {
        var order = Order();
        order.Cancel("customer_withdrew", null, At("2025-11-10 12:00"), Rules, Someone);
        (order.Response.Verdict, order.Handling.Verdict, order.NextDue).ShouldBe((ClockVerdict.Exempt, ClockVerdict.Exempt, null));
    }

    [Fact]
    public void a_pause_in_the_past_needs_a_managers_reason()
    {
        var order = Order();
        order.Respond(At("2025-11-10 10:00"), At("2025-11-10 14:00"), At("2025-11-10 16:00"), "维修", Rules, Someone);
        Refused("Requests.Pause.Backdated", () => order.PauseClock("customer_absent", At("2025-11-10 11:00"), null, null, At("2025-11-10 12:00"), Rules, Someone));
        order.PauseClock("customer_absent", At("2025-11-10 11:00"), null, "技师忘记登记", At("2025-11-10 12:00"), Rules, Someone);
        Refused("Requests.Pause.AlreadyPaused", () => order.PauseClock("force_majeure", At("2025-11-10 13:00"), null, null, At("2025-11-10 13:00"), Rules, Someone));
        order.NextDue.ShouldBe(At("2025-11-16 10:00")); // an open pause is taken at its longest: 23 h left on 15 Nov 11:00
    }

    [Theory]
    [InlineData("2025-11-10 16:00", "2025-11-10 14:00", "Requests.Window.EndsBeforeStart")]
    [InlineData("2025-11-09 14:00", "2025-11-09 16:00", "Requests.Window.InThePast")]
    public void a_window_must_make_sense(string from, string to, string key) => Refused(key, () => Order().Respond(At("2025-11-10 10:00"), At(from), At(to), "维修", Rules, Someone));

    [Fact]
    public void an_enquiry_completes_without_a_visit_and_a_repair_does_not()
    {
        var enquiry = Order(kind: OrderKind.Enquiry);
        enquiry.Respond(At("2025-11-10 10:00"), null, null, "保养价格", Rules, Someone);
        enquiry.Complete(VisitOutcome.Fixed, "已答复", At("2025-11-10 10:05"), Rules, Someone);
        enquiry.Status.ShouldBe(OrderStatus.Completed);
        Refused("Requests.Complete.WrongState", () => Order().Complete(VisitOutcome.Fixed, "x", At("2025-11-10 10:05"), Rules, Someone));
    }

    [Fact]
    public void every_act_raises_the_version_and_writes_one_line_of_history()
    {
        var order = OnSite();
        order.Events.Select(e => e.Act).ShouldBe(["Received", "Responded", "Assigned", "Arrived"]);
        order.Events.Select(e => e.Version).ShouldBe([1, 2, 3, 4]);
    }

    [Fact] // column present, cell empty: reached at arrival at the latest, inferred; handling then starts at receipt
    public void an_imported_order_without_a_response_cell_is_inferred_from_its_arrival()
    {
        var order = ServiceOrder.FromHistory(new OrderHistory
        {
            Intake = new Intake { Number = "X1", ReceivedAt = At("2025-11-10 09:00"), Kind = OrderKind.Repair, Channel = OrderChannel.Phone },
            ResponseIsRecorded = true, ArrivedAt = At("2025-11-10 20:00"), CompletedAt = At("2025-11-10 21:00"),
        }, Rules, At("2025-12-01 00:00"));
        (order.Response.Verdict, order.Response.Inferred, order.Handling.Started).ShouldBe((ClockVerdict.Met, true, At("2025-11-10 09:00")));
        (order.Handling.Verdict, order.Status).ShouldBe((ClockVerdict.Met, OrderStatus.Completed));
    }

    [Fact]
    public void an_import_without_a_response_column_measures_no_response()
    {
        var order = ServiceOrder.FromHistory(new OrderHistory
        {
            Intake = new Intake { Number = "X2", ReceivedAt = At("2025-11-10 09:00"), Kind = OrderKind.Repair, Channel = OrderChannel.Phone },
            ResponseIsRecorded = false, ClosedAt = At("2025-11-12 09:00"),
        }, Rules, At("2025-12-01 00:00"));
        (order.Response.Verdict, order.Handling.Verdict, order.Handling.Inferred).ShouldBe((ClockVerdict.NotMeasured, ClockVerdict.Missed, true));
    }

    [Fact]
    public void clause_1_6_2_nobody_without_a_certificate_for_that_day_is_sent()
    {
        var order = Order();
        order.Respond(At("2025-11-10 10:00"), At("2025-11-12 14:00"), At("2025-11-12 16:00"), "维修", Rules, Someone);
        Refused("Requests.Assign.NotCertified", () => order.Assign(LiQiang, Cleared with { IsCertified = false }, At("2025-11-11 10:30"), Someone));
        order.Status.ShouldBe(OrderStatus.Responded);
        order.Assign(LiQiang, Cleared, At("2025-11-11 10:30"), Someone);
        Refused("Requests.Reschedule.NotCertified", () => order.Reschedule(At("2025-11-20 14:00"), At("2025-11-20 16:00"), true, "客户改期", Cleared with { IsCertified = false }, At("2025-11-11 11:00"), Someone));
        order.WindowStart.ShouldBe(At("2025-11-12 14:00"));
    }

    static ServiceOrder Agreed()
    {
        var order = Order();
        order.Respond(At("2025-11-10 10:00"), At("2025-11-12 14:00"), At("2025-11-12 16:00"), "维修", Rules, Someone);
        return order;
    }

    static void Move(ServiceOrder order, string start, string end, bool customer, string at) => order.Reschedule(At(start), At(end), customer, "改期", null, At(at), Someone);

    [Fact]
    public void a_window_that_the_customer_moves_in_time_is_followed()
    {
        var order = Agreed();
        order.PromisedEnd.ShouldBe(At("2025-11-12 16:00"));
        Move(order, "2025-11-13 09:00", "2025-11-13 11:00", customer: true, at: "2025-11-11 08:00");
        (order.PromisedEnd, order.MovedByCompany).ShouldBe((At("2025-11-13 11:00"), false));
    }

    [Fact]
    public void a_window_that_the_company_moves_counts_as_missed_whatever_follows()
    {
        var order = Agreed();
        Move(order, "2025-11-13 09:00", "2025-11-13 11:00", customer: false, at: "2025-11-11 08:00");
        Move(order, "2025-11-14 09:00", "2025-11-14 11:00", customer: true, at: "2025-11-11 09:00");
        (order.PromisedEnd, order.MovedByCompany).ShouldBe((At("2025-11-12 16:00"), true));
    }

    [Fact]
    public void a_window_that_is_over_is_not_healed_by_a_later_wish()
    {
        var order = Agreed();
        Move(order, "2025-11-13 09:00", "2025-11-13 11:00", customer: true, at: "2025-11-12 16:01");
        order.PromisedEnd.ShouldBe(At("2025-11-12 16:00"));
    }

    [Fact]
    public void every_move_of_a_window_is_kept_with_who_asked_and_why()
    {
        var order = Agreed();
        Move(order, "2025-11-13 09:00", "2025-11-13 11:00", customer: true, at: "2025-11-11 08:00");
        var move = order.Reschedules.ShouldHaveSingleItem();
        (move.OldStart, move.OldEnd, move.NewStart, move.NewEnd).ShouldBe((At("2025-11-12 14:00"), At("2025-11-12 16:00"), At("2025-11-13 09:00"), At("2025-11-13 11:00")));
        (move.ByCustomer, move.Reason, move.Who, move.At).ShouldBe((true, "改期", "周敏", At("2025-11-11 08:00")));
    }
}
