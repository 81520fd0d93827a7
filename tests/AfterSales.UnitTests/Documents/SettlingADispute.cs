using AfterSales.Documents.Disputes;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;

namespace AfterSales.UnitTests.Documents;

/// <summary>Clauses 6.4 and 13.3: negotiation, mediation, arbitration or court, with dates, positions, papers and outcome.</summary>
public sealed class SettlingADispute
{
    static readonly Actor Clerk = new("1", "周敏");
    static readonly WorkingCalendar China = WorkingCalendar.China();
    static readonly DisputePolicy Policy = new();
    /// <summary>Monday 1 June 2026; no holiday before the 19th.</summary>
    static readonly DateOnly Today = new(2026, 6, 1);
    static readonly DateTime Now = new(2026, 6, 1, 2, 0, 0, DateTimeKind.Utc);

    static Dispute Opened() => Dispute.Open("拖欠服务费", "如意酒店", Money.From(12000), [], Today, Policy, China, Now, Clerk);
    static string Refusal(Action act) => Should.Throw<RuleViolation>(act).Key;
    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    [Fact]
    public void begins_with_negotiation_and_its_steps_each_ends_on_a_day_that_is_worked()
    {
        var dispute = Opened();
        dispute.Stage.ShouldBe(DisputeStage.Negotiation);
        // 5 days: Saturday 6 June rolls to Monday 8; 15 days: Tuesday 16; 30 days: Wednesday 1 July (Civil Code articles 201 and 203)
        dispute.Steps.Select(s => (s.What, s.DueOn)).ShouldBe([("our_position", Day("2026-06-08")), ("meeting", Day("2026-06-16")), ("result", Day("2026-07-01"))]);
    }

    [Fact]
    public void a_step_that_is_late_can_be_done_but_neither_moved_nor_dropped()
    {
        var dispute = Opened();
        var step = dispute.Steps[0];
        Refusal(() => dispute.MoveStep(step.Id, Day("2026-07-01"), "对方请求", Day("2026-06-09"), Now, Clerk)).ShouldBe("Disputes.DayIsOver");
        Refusal(() => dispute.DropStep(step.Id, "不需要", Day("2026-06-09"), Now, Clerk)).ShouldBe("Disputes.DayIsOver");
        dispute.MoveStep(step.Id, Day("2026-06-20"), "对方请求", Day("2026-06-08"), Now, Clerk);
        (step.FirstDueOn, step.DueOn).ShouldBe((Day("2026-06-08"), Day("2026-06-20")));
        dispute.FinishStep(step.Id, Day("2026-06-21"), "已寄出", null, Day("2026-06-21"), Now, Clerk);
        step.DoneOn.ShouldBe(Day("2026-06-21"));
    }

    [Fact]
    public void going_on_drops_what_still_waits_and_keeps_missed_what_is_late()
    {
        var dispute = Opened();
        dispute.MoveOn(DisputeStage.Mediation, Day("2026-06-10"), "协商不成", Day("2026-06-10"), Policy, China, Now, Clerk);
        dispute.Steps.Where(s => s.Stage == DisputeStage.Negotiation).Select(s => s.DroppedOn <= s.DueOn).ShouldBe([false, true, true]);
        dispute.Steps.Count(s => s.Stage == DisputeStage.Mediation && s.IsOpen).ShouldBe(3);
    }

    [Fact]
    public void arbitration_shuts_the_way_to_the_court_and_no_stage_comes_back()
    {
        var dispute = Opened();
        dispute.MoveOn(DisputeStage.Arbitration, Today, "协议约定仲裁", Today, Policy, China, Now, Clerk);
        Refusal(() => dispute.MoveOn(DisputeStage.Court, Today, "不服裁决", Today, Policy, China, Now, Clerk)).ShouldBe("Disputes.ArbitrationIsFinal");
        Refusal(() => dispute.MoveOn(DisputeStage.Mediation, Today, "再谈", Today, Policy, China, Now, Clerk)).ShouldBe("Disputes.StageBack");
    }

    [Fact]
    public void ends_with_the_paper_that_binds_both_sides_or_withdrawn()
    {
        var dispute = Opened();
        Refusal(() => dispute.Resolve(DisputeOutcome.Settled, Today, "分期支付", Money.From(10000), null, Today, Now, Clerk)).ShouldBe("Disputes.OutcomePaperMissing");
        dispute.Resolve(DisputeOutcome.Settled, Today, "分期支付", Money.From(10000), PublicId.New(Now), Today, Now, Clerk);
        dispute.Waiting.ShouldBeEmpty();
        Refusal(() => dispute.TakePosition(PositionSide.Theirs, Today, "再议", null, Today, Now, Clerk)).ShouldBe("Disputes.IsClosed");
        Opened().Resolve(DisputeOutcome.Withdrawn, Today, "对方撤回", null, null, Today, Now, Clerk);
    }

    [Fact]
    public void refuses_what_lies_ahead_or_says_nothing()
    {
        Refusal(() => Dispute.Open(" ", "酒店", null, [], Today, Policy, China, Now, Clerk)).ShouldBe("Disputes.SubjectMissing");
        Refusal(() => Dispute.Open("事由", "酒店", null, [], Today.AddDays(1), Policy, China, Now, Clerk)).ShouldBe("Disputes.OpenedLater");
        var dispute = Opened();
        Refusal(() => dispute.FinishStep(dispute.Steps[0].Id, Today.AddDays(1), "完成", null, Today, Now, Clerk)).ShouldBe("Disputes.DoneLater");
        Refusal(() => dispute.FinishStep(dispute.Steps[0].Id, Today, " ", null, Today, Now, Clerk)).ShouldBe("Disputes.ResultMissing");
        Refusal(() => dispute.FinishStep(999, Today, "完成", null, Today, Now, Clerk)).ShouldBe("Disputes.StepGone");
    }
}
