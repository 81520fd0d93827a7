using AfterSales.Kernel;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Register;

namespace AfterSales.UnitTests.Risk;

/// <summary>A corrective action from the problem to the proven effect, and again from the beginning where there was none.</summary>
public sealed class LivingAnAction
{
    static readonly ActionPolicy Policy = new();
    static readonly Actor Officer = new("officer", "Officer");
    static readonly Owner Somebody = new("7", "Somebody");
    static readonly DateOnly Today = new(2026, 3, 11);
    static readonly DateTime Now = new(2026, 3, 11, 2, 0, 0, DateTimeKind.Utc);
    static readonly Expectation Csat = new("csat_top2", null, null, true, null);

    static CorrectiveAction Opened() => CorrectiveAction.Open(new Trigger("k", ActionSource.Audit, null, null, null), "Photos are missing", null, Policy, Today, Now, Officer);

    static CorrectiveAction Agreed(Expectation? expected = null)
    {
        var action = Opened();
        action.Analyse(["not uploaded", "no signal", null, " "], Now, Officer);
        action.Agree("Upload later", Somebody, Today.AddDays(10), expected ?? Csat, Today, Now, Officer);
        return action;
    }

    static CorrectiveAction Finished(Expectation? expected = null)
    {
        var action = Agreed(expected);
        action.Finish("seen", Policy, Today.AddDays(9), Now, Officer);
        return action;
    }

    static EffectResult Result(EffectVerdict verdict) => new(EffectMethod.TwoProportions, verdict, 0.8, 200, 0.9, 150, 2.5, 0.01);

    [Fact]
    public void has_a_week_to_find_cause_and_measure() => (Opened().Stage, Opened().NextDue).ShouldBe((ActionStage.Plan, Today.AddDays(7)));

    [Fact]
    public void asks_five_whys_at_most_and_the_last_is_the_root_cause()
    {
        var action = Agreed();
        (action.RootCause, action.WhyList.Count).ShouldBe(("no signal", 2));
        Should.Throw<RuleViolation>(() => Opened().Analyse([], Now, Officer)).Key.ShouldBe("Actions.WhysMissing");
        Should.Throw<RuleViolation>(() => Opened().Analyse(["1", "2", "3", "4", "5", "6"], Now, Officer)).Key.ShouldBe("Actions.WhysMissing");
    }

    [Fact]
    public void agrees_on_nothing_before_the_cause_is_known() => Should.Throw<RuleViolation>(() => Opened().Agree("x", Somebody, Today, Csat, Today, Now, Officer)).Key.ShouldBe("Actions.CauseMissing");

    [Fact]
    public void needs_measure_owner_and_a_day_to_come()
    {
        var action = Opened();
        action.Analyse(["why"], Now, Officer);
        Should.Throw<RuleViolation>(() => action.Agree(" ", Somebody, Today, Csat, Today, Now, Officer)).Key.ShouldBe("Actions.MeasureMissing");
        Should.Throw<RuleViolation>(() => action.Agree("x", new Owner(null, ""), Today, Csat, Today, Now, Officer)).Key.ShouldBe("Register.OwnerMissing");
        Should.Throw<RuleViolation>(() => action.Agree("x", Somebody, Today.AddDays(-1), Csat, Today, Now, Officer)).Key.ShouldBe("Actions.DuePast");
        Should.Throw<RuleViolation>(() => action.Agree("x", Somebody, Today, Csat with { Dimension = "team" }, Today, Now, Officer)).Key.ShouldBe("Actions.MemberMissing");
    }

    [Fact]
    public void names_ten_fault_codes_at_most_each_once()
    {
        var action = Opened();
        action.Analyse(["why"], Now, Officer);
        Should.Throw<RuleViolation>(() => action.Agree("x", Somebody, Today, Csat, Today, Now, Officer, new Remedy(Enumerable.Range(1, 11).Select(n => "E" + n), null, null))).Key.ShouldBe("Actions.FaultsTooMany");
        action.Agree("x", Somebody, Today, Csat, Today, Now, Officer, new Remedy(["E1", " E3 ", "E1", ""], "T-1", "点火系统检修"));
        (string.Join(' ', action.FaultList), action.Round!.Course, action.Round.CourseName).ShouldBe(("E1 E3", "T-1", "点火系统检修"));
    }

    [Fact]
    public void counts_its_effect_from_the_day_it_was_done_or_later_never_before()
    {
        (Finished().Round!.EffectFrom, Finished().NextDue).ShouldBe((Today.AddDays(9), Today.AddDays(9 + 56)));
        Finished(Csat with { From = Today.AddDays(2) }).Round!.EffectFrom.ShouldBe(Today.AddDays(9));
        Finished(Csat with { From = Today.AddDays(20) }).Round!.EffectFrom.ShouldBe(Today.AddDays(20));
    }

    [Fact]
    public void that_was_effective_is_over()
    {
        var action = Finished();
        action.Verify(Result(EffectVerdict.Effective), 5, Policy, Today.AddDays(70), Now);
        (action.Stage, action.ClosedOn, action.NextDue, action.Round!.VerifiedOn).ShouldBe((ActionStage.Act, Today.AddDays(70), null, Today.AddDays(70)));
        action.TakeEvents().OfType<ActionVerified>().Single().Effective.ShouldBeTrue();
        Should.Throw<RuleViolation>(() => action.Withdraw("x", Today, Now, Officer)).Key.ShouldBe("Actions.IsClosed");
    }

    [Fact]
    public void that_was_not_effective_begins_again()
    {
        var action = Finished();
        action.Verify(Result(EffectVerdict.NotEffective), 5, Policy, Today.AddDays(70), Now);
        (action.Stage, action.NextDue, action.IsOpen).ShouldBe((ActionStage.Plan, Today.AddDays(77), true));
        action.Agree("Something else", Somebody, Today.AddDays(90), Csat, Today.AddDays(71), Now, Officer);
        (action.Rounds.Count, action.Round!.Ordinal, action.Rounds[0].Verdict).ShouldBe((2, 2, EffectVerdict.NotEffective));
    }

    [Fact]
    public void with_too_few_numbers_is_looked_at_later_and_then_a_person_may_say_effective()
    {
        var action = Finished();
        Should.Throw<RuleViolation>(() => action.Judge(true, "fine", Policy, Today.AddDays(70), Now, Officer)).Key.ShouldBe("Actions.NumbersDecide");
        action.Verify(Result(EffectVerdict.TooFew), 5, Policy, Today.AddDays(70), Now);
        (action.Stage, action.NextDue, action.Round!.VerifiedOn).ShouldBe((ActionStage.Check, Today.AddDays(98), null));
        action.Judge(true, "fine", Policy, Today.AddDays(75), Now, Officer);
        (action.Stage, action.Round!.Method).ShouldBe((ActionStage.Act, EffectMethod.Judgement));
    }

    [Fact]
    public void may_be_called_not_effective_by_a_person_at_any_time()
    {
        var action = Finished();
        action.Judge(false, "seen again", Policy, Today.AddDays(20), Now, Officer);
        (action.Stage, action.Round!.Verdict, action.Round!.Why).ShouldBe((ActionStage.Plan, EffectVerdict.NotEffective, "seen again"));
    }

    [Fact]
    public void without_a_number_is_judged_by_people()
    {
        var action = Finished(new Expectation(null, null, null, true, null));
        action.Judge(true, "all photos there", Policy, Today.AddDays(20), Now, Officer);
        action.Stage.ShouldBe(ActionStage.Act);
    }

    [Fact]
    public void that_is_withdrawn_is_neither_late_nor_done()
    {
        var action = Agreed();
        action.Withdraw("twice", Today, Now, Officer);
        (action.Stage, action.Round!.Dropped, action.IsOpen).ShouldBe((ActionStage.Withdrawn, true, false));
    }

    [Fact]
    public void tells_everybody_who_asked_once_it_has_its_number()
    {
        var action = Opened();
        action.GiveNumber(7);
        var told = action.TakeEvents().OfType<ActionOpened>().Single();
        (told.Number, told.Source, told.Key).ShouldBe(("CA-2026-000007", "audit", "k"));
        action.AlsoAsked(new Trigger("k2", ActionSource.Survey, null, null, null), Now);
        action.TakeEvents().OfType<ActionOpened>().Single().Key.ShouldBe("k2");
    }
}
