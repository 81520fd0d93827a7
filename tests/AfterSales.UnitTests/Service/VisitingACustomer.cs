using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using static AfterSales.UnitTests.Kernel.Times;

namespace AfterSales.UnitTests.Service;

/// <summary>Clauses 1.3.3, 1.4, 1.6: what a visit asks for before it ends, whoever sends the form. Wednesday 12 November 2025, window 14:00 to 16:00.</summary>
public class VisitingACustomer
{
    static readonly Actor LiQiang = new("7", "李强");
    static readonly Actor Boss = new("1", "周敏");
    static readonly Technician Sent = new() { Code = "T01", Name = "李强" };
    static readonly OrderRules OrderRules = new(new PolicyVersion<SlaPolicy>(0, DateTime.MinValue, new SlaPolicy()), China);
    static readonly CheckList List = CheckList.First(1, At("2025-01-01 00:00"),
        CheckItem.Of("OUT", "出水温度", "Outlet", "°C", 38, 60), CheckItem.Of("LEAK", "气密性", "Leak", "Pa", null, 50), CheckItem.Of("CO", "一氧化碳", "CO", "ppm", null, 500, required: false));
    static readonly VisitRules Rules = new(new VisitPolicy(), OrderRules, ProductType.GasInstantaneous, List);
    static readonly VisitRules Bare = Rules with { List = null, Policy = new VisitPolicy { Shots = [] } };
    static readonly Qualification Certified = new(true, "CG-1");

    static Moment M(string at, string? received = null, bool byDoer = true) => new(At(at), At(received ?? at), null, null, byDoer);

    static ServiceOrder Scheduled(OrderKind kind = OrderKind.Repair)
    {
        var order = ServiceOrder.Receive(new Intake { ReceivedAt = At("2025-11-10 09:00"), Kind = kind, Channel = OrderChannel.Phone, FaultCode = "E1" }, OrderRules, Boss);
        order.Respond(At("2025-11-11 15:00"), At("2025-11-12 14:00"), At("2025-11-12 16:00"), "维修", OrderRules, Boss);
        order.Assign(Sent, new Clearance(true, "ProductType.GasInstantaneous", new DateOnly(2025, 11, 12)), At("2025-11-11 15:30"), Boss);
        return order;
    }

    static Visit Begin(ServiceOrder order, int trip = 1) => Visit.Begin(order, trip, 0, At("2025-11-12 13:00"), PublicId.New(At("2025-11-12 13:00")));

    static Visit OnSite(VisitRules? rules = null, string arrives = "2025-11-12 14:05")
    {
        var visit = Begin(Scheduled());
        visit.Depart(M("2025-11-12 13:30"), rules ?? Rules, LiQiang);
        visit.Arrive(M(arrives), false, Certified, rules ?? Rules, LiQiang);
        return visit;
    }

    static void Shoot(Visit visit, params string[] shots)
    {
        foreach (var shot in shots) visit.AddPhoto(shot, PublicId.New(At("2025-11-12 13:00")), new string('a', 64), 10, 10, M("2025-11-12 14:30"));
    }

    static void Measure(Visit visit, decimal outlet = 45, decimal leak = 10)
    {
        visit.Measure("OUT", outlet, Rules, M("2025-11-12 14:40"));
        visit.Measure("LEAK", leak, Rules, M("2025-11-12 14:40"));
    }

    static void Refused(string key, Action act) => Should.Throw<RuleViolation>(act).Key.ShouldBe(key);

    static void Finish(Visit visit, VisitOutcome outcome = VisitOutcome.Fixed, string? report = "更换点火针", string? reason = null, string? next = null, VisitRules? rules = null) =>
        visit.Finish(outcome, report, reason, next, M("2025-11-12 15:00"), rules ?? Rules, LiQiang);

    [Fact]
    public void ends_the_order_with_itself()
    {
        var visit = OnSite();
        Measure(visit);
        Shoot(visit, "nameplate", "leak_test");
        Finish(visit);
        (visit.Order.Status, visit.Order.CompletedAt, visit.Order.Outcome, visit.Order.Visits).ShouldBe((OrderStatus.Completed, At("2025-11-12 15:00"), VisitOutcome.Fixed, 1));
        (visit.CheckPassed, visit.OnTime, visit.Certified, visit.CertificateNumber).ShouldBe((true, true, true, "CG-1"));
        visit.Stamps.Select(s => s.Kind).ShouldBe([StampKind.Depart, StampKind.Arrive, StampKind.Finish]);
    }

    [Fact]
    public void cannot_be_gone_around_by_completing_the_order_itself()
    {
        var order = OnSite().Order;
        Refused("Visits.FinishThere", () => order.Complete(VisitOutcome.Fixed, "x", At("2025-11-12 15:00"), OrderRules, LiQiang));
        Refused("Visits.FinishThere", () => order.NeedSecondVisit("x", At("2025-11-12 15:00"), LiQiang));
        Refused("Visits.FinishThere", () => order.Complete(VisitOutcome.Fixed, "x", At("2025-11-12 15:00"), OrderRules, LiQiang, OnSite()));
    }

    [Fact]
    public void fixed_needs_every_required_value_and_no_optional_one()
    {
        var visit = OnSite();
        Shoot(visit, "nameplate", "leak_test");
        visit.Measure("OUT", 45, Rules, M("2025-11-12 14:40"));
        Refused("Visits.Finish.ValuesMissing", () => Finish(visit));
        visit.Order.Status.ShouldBe(OrderStatus.OnSite);
        visit.Measure("LEAK", 10, Rules, M("2025-11-12 14:40"));
        Finish(visit);
    }

    [Theory] // both limits belong to what passes
    [InlineData(38, true), InlineData(60, true), InlineData(37.9, false), InlineData(60.1, false)]
    public void a_value_passes_by_its_limits_and_by_nothing_else(double outlet, bool passes)
    {
        var visit = OnSite();
        visit.Measure("OUT", (decimal)outlet, Rules, M("2025-11-12 14:40"));
        visit.ValueOf("OUT")!.Passes.ShouldBe(passes);
    }

    [Fact]
    public void a_failed_value_needs_a_second_visit_or_a_managers_release_with_reason()
    {
        var visit = OnSite();
        Measure(visit, leak: 51);
        Shoot(visit, "nameplate", "leak_test");
        Refused("Visits.Finish.ValueFailed", () => Finish(visit));
        Refused("Requests.ReasonMissing", () => visit.Release(" ", M("2025-11-12 14:50", byDoer: false), Boss));
        visit.Release("客户同意", M("2025-11-12 14:50", byDoer: false), Boss);
        Finish(visit);
        (visit.CheckPassed, visit.ReleasedBy).ShouldBe((false, "周敏"));
    }

    [Fact]
    public void a_value_from_an_overdue_instrument_counts_and_is_marked()
    {
        var visit = OnSite();
        visit.Measure("OUT", 45, Rules, M("2025-11-12 14:40"), new MeasuredWith("GP-01", Overdue: true));
        visit.ValueOf("OUT").ShouldNotBeNull();
        (visit.ValueOf("OUT")!.Passes, visit.ValueOf("OUT")!.Instrument, visit.ValueOf("OUT")!.InstrumentOverdue).ShouldBe((true, "GP-01", true));
    }

    [Fact]
    public void an_old_part_that_is_due_comes_back_once()
    {
        var visit = OnSite();
        visit.UsePart(ModelPart.List(1, "CTRL", "控制板", "", null, dueBack: true), 1, "F1", "N1", false, new DateOnly(2025, 11, 12), M("2025-11-12 14:30"));
        visit.TakeBack(visit.Parts[0].Id, At("2025-11-13 09:00"), Boss);
        (visit.Parts[0].BackAt, visit.Parts[0].BackTakenBy).ShouldBe((At("2025-11-13 09:00"), "周敏"));
        Refused("Parts.Old.Already", () => visit.TakeBack(visit.Parts[0].Id, At("2025-11-13 10:00"), Boss));
    }

    [Fact]
    public void a_release_speaks_of_the_values_it_saw()
    {
        var visit = OnSite();
        Measure(visit, leak: 51);
        visit.Release("客户同意", M("2025-11-12 14:50"), Boss);
        visit.Measure("LEAK", 99, Rules, M("2025-11-12 14:55"));
        Shoot(visit, "nameplate", "leak_test");
        Refused("Visits.Finish.ValueFailed", () => Finish(visit));
        Refused("Visits.Release.NothingFailed", () => OnSite().Release("x", M("2025-11-12 14:50"), Boss));
    }

    [Fact]
    public void a_model_without_a_check_list_is_not_passed()
    {
        var visit = OnSite(Bare);
        Finish(visit, rules: Bare);
        visit.CheckPassed.ShouldBe(false);
    }

    [Fact]
    public void required_shots_are_taken_or_excused_with_a_reason()
    {
        var visit = OnSite();
        Measure(visit);
        visit.UsePart(Part(), 1, null, null, false, new DateOnly(2025, 11, 12), M("2025-11-12 14:20"));
        visit.NeededShots(Rules).ShouldBe(["nameplate", "leak_test", "old_part", "new_part"]);
        Shoot(visit, "nameplate", "leak_test", "new_part");
        Refused("Visits.Finish.ShotMissing", () => Finish(visit));
        Refused("Requests.ReasonMissing", () => visit.ExcuseShot("old_part", PublicId.New(At("2025-11-12 13:00")), "", M("2025-11-12 14:50")));
        visit.ExcuseShot("old_part", PublicId.New(At("2025-11-12 13:00")), "客户要求保留旧件", M("2025-11-12 14:50"));
        Finish(visit);
    }

    [Theory]
    [InlineData(VisitOutcome.NoFault), InlineData(VisitOutcome.Declined), InlineData(VisitOutcome.SafetyStop), InlineData(VisitOutcome.Exchange), InlineData(VisitOutcome.PartNeeded)]
    internal void other_outcomes_need_a_reason_a_photo_and_a_signature_or_its_refusal(VisitOutcome outcome)
    {
        var visit = OnSite();
        Refused("Visits.Finish.ReasonMissing", () => Finish(visit, outcome));
        Refused("Visits.Finish.PhotoMissing", () => Finish(visit, outcome, reason: "原因", next: "订货"));
        Shoot(visit, "other");
        Refused("Visits.Finish.SignatureMissing", () => Finish(visit, outcome, reason: "原因", next: "订货"));
        visit.Sign(null, null, null, "不愿签字", M("2025-11-12 14:55"));
        Finish(visit, outcome, reason: "原因", next: "订货");
        visit.Order.Status.ShouldBe(outcome == VisitOutcome.PartNeeded ? OrderStatus.Scheduled : OrderStatus.Completed);
    }

    [Fact]
    public void a_needed_part_says_what_happens_next_and_the_order_waits_for_the_second_trip()
    {
        var visit = OnSite();
        Shoot(visit, "other");
        visit.Sign("王芳", "本人", new string('b', 64), null, M("2025-11-12 14:55"));
        Refused("Visits.Finish.NextStepMissing", () => Finish(visit, VisitOutcome.PartNeeded, reason: "风机坏"));
        Finish(visit, VisitOutcome.PartNeeded, reason: "风机坏", next: "订风机，周五再来");
        (visit.Order.Status, visit.Order.Visits, visit.Order.CompletedAt).ShouldBe((OrderStatus.Scheduled, 1, null));
        var second = Begin(visit.Order, 2);
        second.Arrive(M("2025-11-14 10:00"), false, Certified, Rules, LiQiang);
        (visit.Order.Visits, second.OnTime).ShouldBe((2, null)); // no window was agreed for it
    }

    [Fact]
    public void a_trip_to_a_closed_door_is_no_visit_and_asks_for_no_signature()
    {
        var visit = OnSite();
        Shoot(visit, "other");
        Finish(visit, VisitOutcome.NobodyHome, reason: "敲门十分钟无人");
        (visit.Order.Status, visit.Order.Visits).ShouldBe((OrderStatus.Scheduled, 0));
    }

    [Fact]
    public void a_condemned_appliance_needs_a_notice_that_is_signed_or_whose_refusal_is_photographed_and_tells_risk()
    {
        var visit = OnSite();
        Shoot(visit, "other");
        visit.Sign("王芳", null, new string('b', 64), null, M("2025-11-12 14:50"));
        Refused("Visits.Finish.HazardMissing", () => Finish(visit, VisitOutcome.Condemned, reason: "内胆漏"));
        visit.WarnOfHazard("内胆漏水，停止使用", null, M("2025-11-12 14:52"));
        Refused("Visits.Finish.HazardRefusalPhoto", () => Finish(visit, VisitOutcome.Condemned, reason: "内胆漏"));
        Shoot(visit, "hazard_refused");
        visit.TakeEvents();
        Finish(visit, VisitOutcome.Condemned, reason: "内胆漏");
        var told = visit.TakeEvents().OfType<ApplianceCondemned>().Single();
        (told.VisitId, told.NoticeRefused, told.Hazard).ShouldBe((visit.PublicId, true, "内胆漏水，停止使用"));
    }

    [Fact]
    public void misuse_needs_evidence_in_words_and_a_photo()
    {
        var visit = OnSite(Bare);
        Refused("Visits.Find.EvidenceMissing", () => visit.Find("E1", "水垢", true, " ", [], M("2025-11-12 14:20")));
        visit.Find("E1", "水垢", true, "自行拆机", [], M("2025-11-12 14:20"));
        Refused("Visits.Finish.MisusePhoto", () => Finish(visit, rules: Bare));
        Shoot(visit, "misuse");
        Finish(visit, rules: Bare);
    }

    [Fact]
    public void a_fault_code_is_one_of_the_models()
    {
        Refused("Visits.Find.UnknownFault", () => OnSite().Find("E9", null, false, null, ["E1", "E2"], M("2025-11-12 14:20")));
        var visit = OnSite();
        visit.Find("E2", null, false, null, ["E1", "E2"], M("2025-11-12 14:20"));
        visit.FaultCode.ShouldBe("E2");
    }

    static ModelPart Part() => ModelPart.List(1, "DJ-01", "点火针", "Electrode", "6901", dueBack: false);

    [Fact]
    public void a_part_has_a_quantity_above_nothing_and_is_still_to_be_had()
    {
        var day = new DateOnly(2025, 11, 12);
        foreach (var quantity in (int[])[0, -1]) Refused("Visits.Part.Quantity", () => OnSite().UsePart(Part(), quantity, null, null, false, day, M("2025-11-12 14:20")));
        var ended = Part();
        ended.End(day);
        Refused("Visits.Part.Ended", () => OnSite().UsePart(ended, 1, null, null, false, day, M("2025-11-12 14:20")));
    }

    [Fact]
    public void work_is_booked_by_the_catalogue_of_the_day_and_the_type()
    {
        var (visit, day) = (OnSite(), new DateOnly(2025, 11, 12));
        var when = M("2025-11-12 14:20");
        Refused("Visits.Work.NotInForce", () => visit.AddWork(WorkCode.List("A", null, "甲", "", 1, day.AddDays(1)), day, Rules, when));
        Refused("Visits.Work.NotInForce", () => visit.AddWork(WorkCode.List("A", ProductType.Solar, "甲", "", 1, day), day, Rules, when));
        visit.AddWork(WorkCode.List("A", null, "甲", "", 0.5m, day), day, Rules, when);
        Refused("Visits.Work.Twice", () => visit.AddWork(WorkCode.List("A", null, "甲", "", 1, day), day, Rules, when));
        visit.Work.Single().Hours.ShouldBe(0.5m);
    }

    [Theory] // 14:00-16:00; up to 15 minutes early is on time
    [InlineData("2025-11-12 13:45", false, true), InlineData("2025-11-12 13:44", false, false), InlineData("2025-11-12 13:30", true, true), InlineData("2025-11-12 16:00", false, true), InlineData("2025-11-12 16:01", false, false)]
    public void arrives_on_time_inside_the_window_and_earlier_by_consent_only(string at, bool consent, bool onTime)
    {
        var visit = Begin(Scheduled());
        visit.Arrive(M(at), consent, Certified, Rules, LiQiang);
        visit.OnTime.ShouldBe(onTime);
    }

    [Fact]
    public void a_window_moved_by_the_company_is_missed_and_one_moved_by_the_customer_is_followed()
    {
        foreach (var customer in (bool[])[true, false])
        {
            var order = Scheduled();
            order.Reschedule(At("2025-11-13 09:00"), At("2025-11-13 11:00"), customer, "改期", null, At("2025-11-12 10:00"), Boss);
            var visit = Begin(order);
            visit.Arrive(M("2025-11-13 09:30"), false, Certified, Rules, LiQiang);
            visit.OnTime.ShouldBe(customer);
            visit.WindowEnd.ShouldBe(At(customer ? "2025-11-13 11:00" : "2025-11-12 16:00"));
        }
    }

    [Fact]
    public void certification_is_kept_as_it_was_at_arrival()
    {
        var visit = Begin(Scheduled());
        visit.Arrive(M("2025-11-12 14:05"), false, new Qualification(false, null), Rules, LiQiang);
        (visit.Certified, visit.CertificateNumber).ShouldBe((false, null));
    }

    [Fact]
    public void a_stamp_is_late_when_it_came_more_than_thirty_minutes_after_it_happened()
    {
        var visit = Begin(Scheduled());
        visit.Depart(M("2025-11-12 13:30", "2025-11-12 14:00"), Rules, LiQiang);
        visit.Arrive(M("2025-11-12 14:05", "2025-11-12 14:36"), false, Certified, Rules, LiQiang);
        visit.Stamps.Select(s => s.Late).ShouldBe([false, true]);
    }

    [Fact]
    public void the_phones_time_is_never_in_the_future_and_never_before_an_earlier_stamp()
    {
        Refused("Visits.Time.Future", () => Moment.Of(At("2025-11-12 14:06"), At("2025-11-12 14:00"), new VisitPolicy(), true));
        Moment.Of(At("2025-11-12 14:04"), At("2025-11-12 14:00"), new VisitPolicy(), true).At.ShouldBe(At("2025-11-12 14:00")); // a little ahead is now
        Moment.Of(At("2025-11-12 13:00"), At("2025-11-12 14:00"), new VisitPolicy(), true).At.ShouldBe(At("2025-11-12 13:00"));
        var visit = OnSite(Bare);
        Refused("Visits.Time.BeforeEarlier", () => visit.Finish(VisitOutcome.Fixed, "x", null, null, M("2025-11-12 14:04", "2025-11-12 15:00"), Bare, LiQiang));
        Refused("Visits.Time.BeforeEarlier", () => Begin(Scheduled()).Depart(M("2025-11-11 14:59", "2025-11-12 13:00"), Rules, LiQiang));
    }

    [Fact]
    public void an_entry_of_somebody_else_is_remembered_so_that_an_older_page_conflicts()
    {
        var visit = OnSite(Bare);
        visit.OthersVersion.ShouldBe(0);
        var seen = visit.Version;
        visit.Find("E1", "水垢", false, null, [], M("2025-11-12 14:20", byDoer: false));
        visit.OthersVersion.ShouldBeGreaterThan(seen);
    }

    [Fact]
    public void nothing_is_entered_before_arrival_or_after_the_finish()
    {
        var visit = Begin(Scheduled());
        Refused("Visits.NotArrived", () => visit.Measure("OUT", 45, Rules, M("2025-11-12 13:00")));
        var done = OnSite(Bare);
        Finish(done, rules: Bare);
        Refused("Visits.IsFinished", () => Shoot(done, "other"));
        Refused("Visits.IsFinished", () => Finish(done, rules: Bare));
    }

    [Fact]
    public void pictures_and_signatures_are_claimed_with_the_visit()
    {
        var visit = OnSite(Bare);
        Shoot(visit, "other");
        visit.Sign("王芳", null, new string('b', 64), null, M("2025-11-12 14:50"));
        visit.TakeEvents().OfType<FileClaimed>().ShouldBe([new FileClaimed(new string('a', 64), visit.FileOwner), new FileClaimed(new string('b', 64), visit.FileOwner)]);
        Refused("Visits.Sign.NothingGiven", () => visit.Sign("王芳", null, null, null, M("2025-11-12 14:50")));
        Refused("Visits.Sign.NameMissing", () => visit.Sign(" ", null, new string('b', 64), null, M("2025-11-12 14:50")));
    }

    [Fact]
    public void a_job_is_accepted_once_and_returned_with_a_reason_before_setting_out()
    {
        var order = Scheduled();
        order.Accept(At("2025-11-12 08:00"), LiQiang);
        Refused("Visits.Accept.Already", () => order.Accept(At("2025-11-12 08:01"), LiQiang));
        Refused("Requests.ReasonMissing", () => order.Return("", At("2025-11-12 08:02"), LiQiang));
        order.Return("车坏了", At("2025-11-12 08:02"), LiQiang);
        (order.Status, order.TechnicianId, order.AcceptedAt).ShouldBe((OrderStatus.Responded, null, null));
        Refused("Visits.Return.WrongState", () => OnSite().Order.Return("x", At("2025-11-12 15:00"), LiQiang));
    }

    [Fact]
    public void the_office_can_end_a_trip_that_settled_nothing()
    {
        var visit = OnSite();
        visit.CloseByOffice("工程师电话告知缺件", M("2025-11-12 15:00", byDoer: false), Rules, Boss);
        (visit.Outcome, visit.ClosedByOffice, visit.Order.Status).ShouldBe((VisitOutcome.PartNeeded, true, OrderStatus.Scheduled));
    }

    [Fact]
    public void a_check_list_changes_by_editions_and_a_line_needs_a_limit()
    {
        var next = List.Next(At("2026-01-01 00:00"), CheckItem.Of("GP", "燃气压力", "Pressure", "Pa", 1500, 3000), "CO");
        (next.Edition, string.Join(' ', next.Items.Select(i => i.Code))).ShouldBe((2, "OUT LEAK GP"));
        List.Items.Count.ShouldBe(3);
        Refused("Visits.Check.ItemTwice", () => List.Next(At("2026-01-01 00:00"), CheckItem.Of("OUT", "甲", "", "", 1, null), null));
        Refused("Visits.Check.NoLimit", () => CheckItem.Of("X", "甲", "", "", null, null));
        Refused("Visits.Check.LimitsCrossed", () => CheckItem.Of("X", "甲", "", "", 2, 1));
    }
}
