using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Disputes;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;

namespace AfterSales.UnitTests.Documents;

/// <summary>Clauses 14.2 to 14.4: grounds, notice, objection period, settlement, confirmation, and a checklist that must be empty.</summary>
public sealed class TerminatingAnAgreement
{
    static readonly Actor Clerk = new("1", "周敏"), Manager = new("2", "陈立");
    static readonly WorkingCalendar China = WorkingCalendar.China();
    static readonly DisputePolicy Policy = new();
    static readonly DateOnly Today = new(2026, 6, 1);
    static readonly DateTime Now = new(2026, 6, 1, 2, 0, 0, DateTimeKind.Utc);
    static readonly Guid Paper = new("0193a0c0-0000-7000-8000-000000000001");

    static Agreement Signed()
    {
        var agreement = Agreement.Write(AgreementKind.Hotel, "协议", "如意酒店", new Terms(new(2026, 1, 1), new(2026, 12, 31), null, null, null, 12, null, null, null, null, null), Today, Now, Clerk);
        agreement.SendToReview(Now, Clerk);
        agreement.Sign(new(2025, 12, 28), Today, Now, Manager);
        agreement.GiveNumber(1);
        return agreement;
    }

    static Termination Begun(Agreement agreement, DateOnly? ends = null) => Termination.Start(agreement, TerminationSide.Ours, "严重违约", ends ?? new(2026, 7, 1), Today, Policy, China, Now, Clerk);
    static string Refusal(Action act) => Should.Throw<RuleViolation>(act).Key;

    static Termination Confirmed(Agreement agreement)
    {
        var t = Begun(agreement);
        var day = new DateOnly(2026, 6, 20);
        t.GiveNotice(Today, "书面通知", Paper, Today, Policy, China, Now, Clerk);
        t.EndObjection(new(2026, 6, 17), false, "未提异议", null, new(2026, 6, 17), Policy, China, Now, Clerk);
        t.Settle(new(2026, 6, 18), Money.From(500), "结清", Paper, new(2026, 6, 18), Policy, China, Now, Clerk);
        t.Confirm(agreement, day, "双方盖章", Paper, day, Policy, China, Now, Manager);
        return t;
    }

    [Fact]
    public void the_agreement_ends_with_the_confirmation_and_not_before()
    {
        var agreement = Signed();
        var t = Begun(agreement);
        t.GiveNotice(Today, "书面通知", Paper, Today, Policy, China, Now, Clerk);
        agreement.TerminatedOn.ShouldBeNull();
        var ended = Signed();
        Confirmed(ended).Stage.ShouldBe(TerminationStage.After);
        (ended.TerminatedOn, ended.LastDay).ShouldBe((new DateOnly(2026, 7, 1), new DateOnly(2026, 6, 30)));
        ended.Changes.Single().ShouldSatisfyAllConditions(c => c.NoticeOn.ShouldBe(Today), c => c.PaperId.ShouldBe(Paper));
        ended.TakeEvents().OfType<AgreementEndMoved>().Single().Until.ShouldBe(new DateOnly(2026, 6, 30));
    }

    [Fact]
    public void the_objection_period_runs_fifteen_days_unless_the_other_side_writes_that_it_has_none()
    {
        var t = Begun(Signed());
        t.GiveNotice(Today, "书面通知", Paper, Today, Policy, China, Now, Clerk);
        t.Current!.DueOn.ShouldBe(new DateOnly(2026, 6, 16));
        Refusal(() => t.EndObjection(new(2026, 6, 16), false, "无异议", null, new(2026, 6, 16), Policy, China, Now, Clerk)).ShouldBe("Disputes.ObjectionRuns");
        t.EndObjection(new(2026, 6, 5), false, "对方书面放弃异议", Paper, new(2026, 6, 5), Policy, China, Now, Clerk);
        t.Stage.ShouldBe(TerminationStage.Settlement);
    }

    [Fact]
    public void every_step_needs_its_paper_its_turn_and_a_day_that_has_come()
    {
        var t = Begun(Signed());
        Refusal(() => t.GiveNotice(Today, "通知", null, Today, Policy, China, Now, Clerk)).ShouldBe("Disputes.PaperMissing");
        Refusal(() => t.GiveNotice(Today.AddDays(1), "通知", Paper, Today, Policy, China, Now, Clerk)).ShouldBe("Disputes.DoneLater");
        Refusal(() => t.Settle(Today, null, "结清", Paper, Today, Policy, China, Now, Clerk)).ShouldBe("Disputes.OtherStage");
    }

    [Fact]
    public void is_not_closed_while_anything_is_left_on_its_list()
    {
        var t = Confirmed(Signed());
        t.OpenItems.Count().ShouldBe(5);
        var refusal = Should.Throw<RuleViolation>(() => t.Close(new(2026, 8, 1), Now, Manager));
        (refusal.Key, refusal.Args[0]).ShouldBe(("Disputes.ItemsOpen", 5));
        foreach (var item in t.Items) item.Finish(new(2026, 7, 20), "办结", null);
        t.Close(new(2026, 8, 1), Now, Manager);
        t.Stage.ShouldBe(TerminationStage.Closed);
    }

    [Fact]
    public void a_confirmed_one_cannot_be_withdrawn()
    {
        Refusal(() => Confirmed(Signed()).Withdraw("反悔", Today, Now, Manager)).ShouldBe("Disputes.IsConfirmed");
        var t = Begun(Signed());
        t.Withdraw("双方和好", Today, Now, Manager);
        t.IsOver.ShouldBeTrue();
    }

    [Fact]
    public void a_ground_is_given_after_three_broken_months_in_a_row_and_not_with_one_missing()
    {
        var ground = Ground.Name(1, new GroundRule("处理及时率低于 80%", "", "handling_on_time_rate", true, 0.80, 3), new(2026, 1, 1), Now);
        DateOnly Month(int m) => new(2026, m, 1);
        ground.Read(Month(1), 0.79, 100);
        ground.Read(Month(2), null, 0);
        ground.Read(Month(3), 0.70, 90);
        ground.Read(Month(4), 0.7999, 90);
        ground.IsMet.ShouldBeFalse();
        ground.Read(Month(2), 0.75, 80); // late data
        ground.Readings.Where(r => r.IsMet).Select(r => r.Month).Order().ShouldBe([Month(3), Month(4)]);
        ground.IsMet.ShouldBeTrue();
        ground.Read(Month(5), 0.80, 90); // at the limit is not below it
        ground.IsMet.ShouldBeFalse();
    }

    [Fact]
    public void a_ground_that_is_measured_needs_its_limit() =>
        Refusal(() => Ground.Name(1, new GroundRule("低于界限", "", "handling_on_time_rate", true, null, 3), Today, Now)).ShouldBe("Disputes.LimitMissing");
}
