using AfterSales.Kernel;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Register;

namespace AfterSales.UnitTests.Risk;

/// <summary>A risk with its levels, the history of every rating, reviews by its band, treatments; controls with their tests; events with the risks they belong to.</summary>
public sealed class KeepingARisk
{
    static readonly RiskPolicy Policy = new();
    static readonly Actor Officer = new("officer", "Officer");
    static readonly Owner Somebody = new("7", "Somebody");
    static readonly DateOnly Today = new(2026, 3, 11);
    static readonly DateTime Now = new(2026, 3, 11, 2, 0, 0, DateTimeKind.Utc);

    static Levels L(int il, int ic, int rl, int rc, int tl, int tc) => new(new Level(il, ic), new Level(rl, rc), new Level(tl, tc));

    static RegisteredRisk Risk(Levels? levels = null) => RegisteredRisk.Register(new RiskFacts(RiskCategory.Safety, "t", "c", "e", "f", RiskResponse.Reduce, Somebody), levels ?? L(4, 5, 3, 4, 1, 4), Policy, Today, Now, Officer);

    /// <summary>Every field of the 5 x 5 map against the bands of the domain rules: 1-4 low, 5-9 medium, 10-15 high, 16-25 extreme.</summary>
    [Fact]
    public void lies_in_the_band_of_its_score()
    {
        for (var l = 1; l <= 5; l++)
            for (var c = 1; c <= 5; c++)
                Policy.BandOf(new Level(l, c).Score).ShouldBe((l * c) switch { <= 4 => RiskBand.Low, <= 9 => RiskBand.Medium, <= 15 => RiskBand.High, _ => RiskBand.Extreme });
    }

    [Theory]
    [InlineData(2, 2, 12)]
    [InlineData(3, 3, 6)]
    [InlineData(3, 4, 3)]
    [InlineData(4, 4, 1)]
    public void is_reviewed_the_sooner_the_graver_it_is(int likelihood, int consequence, int months) => Risk(L(5, 5, likelihood, consequence, 1, 1)).ReviewDue.ShouldBe(Today.AddMonths(months));

    [Fact]
    public void is_refused_off_the_map_or_with_controls_that_make_it_worse()
    {
        Should.Throw<RuleViolation>(() => Risk(L(0, 5, 1, 1, 1, 1))).Key.ShouldBe("Register.OffTheMap");
        Should.Throw<RuleViolation>(() => Risk(L(5, 6, 1, 1, 1, 1))).Key.ShouldBe("Register.OffTheMap");
        Should.Throw<RuleViolation>(() => Risk(L(3, 3, 4, 2, 1, 1))).Key.ShouldBe("Register.ResidualAboveInherent");
        Should.Throw<RuleViolation>(() => Risk(L(3, 3, 2, 2, 3, 4))).Key.ShouldBe("Register.TargetAboveInherent");
    }

    [Fact]
    public void keeps_every_rating_with_the_days_on_which_it_held()
    {
        var risk = Risk();
        risk.Rate(L(4, 5, 2, 4, 1, 4), "trained", Policy, Today.AddDays(30), Now, Officer);
        risk.Rate(L(4, 5, 4, 4, 1, 4), "happened twice", Policy, Today.AddDays(60), Now, Officer);
        risk.Ratings.Select(r => (r.Since, r.Until, r.Residual.Score)).ShouldBe([(Today, Today.AddDays(30), 12), (Today.AddDays(30), Today.AddDays(60), 8), (Today.AddDays(60), null, 16)]);
        risk.RatingOn(Today.AddDays(29))!.Residual.Score.ShouldBe(12);
        risk.RatingOn(Today.AddDays(30))!.Residual.Score.ShouldBe(8);
        risk.RatingOn(Today.AddDays(-1)).ShouldBeNull();
        Should.Throw<RuleViolation>(() => risk.Rate(risk.Levels, " ", Policy, Today, Now, Officer)).Key.ShouldBe("Register.ReasonMissing");
    }

    [Fact]
    public void that_is_rated_up_is_looked_at_sooner_and_never_later()
    {
        var risk = Risk(L(5, 5, 2, 2, 1, 1));
        risk.Rate(L(5, 5, 4, 5, 1, 1), "worse", Policy, Today.AddDays(10), Now, Officer);
        risk.ReviewDue.ShouldBe(Today.AddDays(10).AddMonths(1));
        risk.Rate(L(5, 5, 1, 1, 1, 1), "better", Policy, Today.AddDays(11), Now, Officer);
        risk.ReviewDue.ShouldBe(Today.AddDays(10).AddMonths(1));
    }

    [Fact]
    public void that_was_reviewed_owes_the_next_review()
    {
        var risk = Risk();
        risk.Review("as before", Policy, Today.AddMonths(3), Officer);
        risk.Reviews.Select(r => (r.Due, r.DoneOn)).ShouldBe([(Today.AddMonths(3), Today.AddMonths(3)), (Today.AddMonths(6), null)]);
    }

    [Fact]
    public void that_is_closed_owes_nothing_and_stands_on_no_month_after()
    {
        var risk = Risk();
        risk.Close("no more subcontractors", new DateOnly(2026, 4, 20));
        (risk.ReviewDue, risk.Reviews.Single().Dropped).ShouldBe((null, true));
        RiskMonth.Of(risk, new DateOnly(2026, 3, 31))!.Residual.ShouldBe(12);
        RiskMonth.Of(risk, new DateOnly(2026, 4, 30)).ShouldBeNull();
        Should.Throw<RuleViolation>(() => risk.Review("x", Policy, Today, Officer)).Key.ShouldBe("Register.IsClosed");
        var late = Risk();
        late.Close("x", Today.AddMonths(4));
        late.Reviews.Single().Dropped.ShouldBeFalse("it was late before");
    }

    [Fact]
    public void months_are_those_that_are_over() =>
        KeepMonths.LastDays(new DateOnly(2026, 1, 20), new DateOnly(2026, 4, 1)).ShouldBe([new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 28), new DateOnly(2026, 3, 31)]);

    [Fact]
    public void events_belong_to_risks_or_were_not_foreseen_but_not_both()
    {
        RiskEvent Happened() => RiskEvent.Happened("k", RiskEventSource.Reported, "leak", Now, Today, Now, Officer);
        var one = Happened();
        Should.Throw<RuleViolation>(() => one.Assess([], false, "x", Today, Officer)).Key.ShouldBe("Register.Happened.LinkOrNot");
        Should.Throw<RuleViolation>(() => one.Assess([3], true, "x", Today, Officer)).Key.ShouldBe("Register.Happened.LinkOrNot");
        one.Assess([3, 4], false, "known", Today, Officer);
        (one.Foreseen, one.Risks.Count).ShouldBe((true, 2));
        one.Assess([], true, "on second thought", Today, Officer);
        (one.Foreseen, one.Risks.Count).ShouldBe((false, 0));
        Should.Throw<RuleViolation>(() => RiskEvent.Happened("k", RiskEventSource.Reported, "x", Now.AddMinutes(1), Today, Now, Officer)).Key.ShouldBe("Register.Happened.InFuture");
    }

    [Fact]
    public void controls_owe_a_test_every_so_many_months_whatever_the_last_one_said()
    {
        var control = Control.Introduce(ControlKind.Preventive, "n", "w", Somebody, 3, [1], Today, Now);
        control.TestDue.ShouldBe(new DateOnly(2026, 6, 11));
        Should.Throw<RuleViolation>(() => control.Test(ControlTestResult.Fails, " ", Today, Officer)).Key.ShouldBe("Controls.NoteMissing");
        control.Test(ControlTestResult.Fails, "two of ten", new DateOnly(2026, 6, 20), Officer);
        (control.TestDue, control.LastTest!.Result).ShouldBe((new DateOnly(2026, 9, 20), ControlTestResult.Fails));
        control.Retire(new DateOnly(2026, 7, 1));
        (control.TestDue, control.Tests[^1].Dropped).ShouldBe((null, true));
        Should.Throw<RuleViolation>(() => control.Test(ControlTestResult.Works, null, Today, Officer)).Key.ShouldBe("Controls.IsRetired");
        Should.Throw<RuleViolation>(() => Control.Introduce(ControlKind.Preventive, "n", "w", Somebody, 3, [], Today, Now)).Key.ShouldBe("Controls.RisksMissing");
        Should.Throw<RuleViolation>(() => Control.Introduce(ControlKind.Preventive, "n", "w", Somebody, 0, [1], Today, Now)).Key.ShouldBe("Controls.MonthsOutside");
    }
}
