using AfterSales.Kernel;
using AfterSales.Risk.Checks;
using AfterSales.Risk.Contracts;
using AfterSales.Service.Contracts;

namespace AfterSales.UnitTests.Risk;

/// <summary>A check of a drawn job: weights make the score, a critical no fails it, nobody checks the own job.</summary>
public sealed class CheckingAJob
{
    static readonly Actor Officer = new("officer", "Officer"), Technician = new("tech", "Technician");
    static readonly DateOnly Today = new(2026, 3, 11);
    static readonly DateTime Now = new(2026, 3, 11, 2, 0, 0, DateTimeKind.Utc);

    static SpotCheck Check(string checker = "officer")
    {
        var list = CheckList.Write("l", 80, Now);
        list.Ask("一", "One", 50, false);
        list.Ask("二", "Two", 30, false);
        list.Ask("三", "Three", 20, true);
        var plan = CheckPlan.Make("p", CheckMethod.OnSite, CheckPeriod.Month, new Population(null, null, null), 5, null, 1, [new Checker("officer", "O")], Today, Now);
        var sample = CheckSample.Of(plan, Today.AddDays(-9), Today.AddDays(-1), "seed", [new Drawable("SO-1", "tech")], 1, Now, Today, Officer);
        var order = new OrderInBrief(PublicId.New(Now), "SO-2026-000001", "repair", null, null, null, null, null, null, null, "T1", "T", "tech", "A", true, Now);
        return SpotCheck.Drawn(sample, plan, list, order, new Checker(checker, checker), Today.AddDays(14), Today, Now);
    }

    static GivenAnswer Said(int n, CheckFinding finding, string? note = null) => new(n, finding, note);

    [Fact]
    public void scores_the_weight_of_what_was_in_order()
    {
        var check = Check();
        check.Note([Said(1, CheckFinding.Yes), Said(2, CheckFinding.No, "dirty"), Said(3, CheckFinding.Yes)], null, Officer);
        check.Finish(Today, Now, Officer);
        (check.Score, check.Passed).ShouldBe((70.0, false)); // (50 + 20) of 100, passes from 80
    }

    [Fact]
    public void leaves_out_what_does_not_apply()
    {
        var check = Check();
        check.Note([Said(1, CheckFinding.Yes), Said(2, CheckFinding.NotApplicable), Said(3, CheckFinding.Yes)], null, Officer);
        check.Finish(Today, Now, Officer);
        (check.Score, check.Passed).ShouldBe((100.0, true)); // 70 of 70
    }

    [Fact]
    public void fails_with_a_critical_no_whatever_the_score()
    {
        var check = Check();
        check.Note([Said(1, CheckFinding.Yes), Said(2, CheckFinding.Yes), Said(3, CheckFinding.No, "leaks")], null, Officer);
        check.Finish(Today, Now, Officer);
        (check.Score, check.Passed).ShouldBe((80.0, false));
        check.TakeEvents().OfType<CheckFailed>().Single().OrderNumber.ShouldBe("SO-2026-000001");
    }

    [Fact]
    public void that_passed_goes_on_file_and_asks_for_nothing_back()
    {
        var check = Check();
        check.Note([Said(1, CheckFinding.Yes), Said(2, CheckFinding.Yes), Said(3, CheckFinding.Yes)], null, Officer);
        check.Finish(Today, Now, Officer);
        check.TakeEvents().ShouldBe([new CheckDone(check.PublicId)]);
        Should.Throw<RuleViolation>(() => check.Note([], null, Officer)).Key.ShouldBe("Checks.IsDone");
    }

    [Fact]
    public void is_refused_while_a_question_is_open_or_a_finding_has_no_words()
    {
        var check = Check();
        check.Note([Said(1, CheckFinding.Yes), Said(2, CheckFinding.No)], null, Officer);
        Should.Throw<RuleViolation>(() => check.Finish(Today, Now, Officer)).Key.ShouldBe("Checks.Unanswered");
        check.Note([Said(3, CheckFinding.Yes)], null, Officer);
        Should.Throw<RuleViolation>(() => check.Finish(Today, Now, Officer)).Key.ShouldBe("Checks.FindingWithoutWords");
        check.Note([Said(1, CheckFinding.NotApplicable), Said(2, CheckFinding.NotApplicable), Said(3, CheckFinding.NotApplicable)], null, Officer);
        Should.Throw<RuleViolation>(() => check.Finish(Today, Now, Officer)).Key.ShouldBe("Checks.NothingApplies");
    }

    [Fact]
    public void is_never_done_by_whoever_did_the_job()
    {
        Should.Throw<RuleViolation>(() => Check("tech")).Key.ShouldBe("Checks.OwnJob");
        var check = Check();
        Should.Throw<RuleViolation>(() => check.Note([], null, Technician)).Key.ShouldBe("Checks.OwnJob");
        Should.Throw<RuleViolation>(() => check.Finish(Today, Now, Technician)).Key.ShouldBe("Checks.OwnJob");
        Should.Throw<RuleViolation>(() => check.HandOver(new Checker("tech", "T"))).Key.ShouldBe("Checks.OwnJob");
        Should.Throw<RuleViolation>(() => check.Photograph("x", null, Now, Technician)).Key.ShouldBe("Checks.OwnJob");
    }
}
