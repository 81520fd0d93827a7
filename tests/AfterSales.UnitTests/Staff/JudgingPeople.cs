using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Rewards;
using AfterSales.Staff.Training;

namespace AfterSales.UnitTests.Staff;

/// <summary>Assessments with missing numbers, weights that must add up, grade bands; rewards and penalties with their clocks.</summary>
public sealed class JudgingPeople
{
    static readonly DateTime Now = new(2026, 4, 10, 2, 0, 0, DateTimeKind.Utc);
    static readonly Actor Manager = new("1", "经理"), Owner = new("2", "管理员");
    static readonly TrainedPerson Person = new(new Guid(1, 0, 0, new byte[8]), "T001", "张伟");
    static readonly WorkingCalendar China = WorkingCalendar.China();
    static readonly TemplateLineFacts[] Lines = [new("first_time_fix_rate", null, 40, 0.60, 1.00), new("repeat_repair_rate", null, 20, 0.20, 0.00), new(null, "规范", 40, null, null)];

    [Fact]
    public void weights_that_are_not_100_are_refused()
    {
        foreach (var (weight, sum) in new[] { (39, 99), (41, 101) })
            Should.Throw<RuleViolation>(() => ATemplate([Lines[0] with { Weight = weight }, .. Lines[1..]])).ShouldSatisfyAllConditions(r => r.Key.ShouldBe("Assessments.Template.WeightsWrong"), r => r.Args.ShouldBe([sum]));
        Should.Throw<RuleViolation>(() => ATemplate([])).Key.ShouldBe("Assessments.Template.WeightsWrong");
        Should.Throw<RuleViolation>(() => ATemplate([Lines[0] with { Floor = 1 }, .. Lines[1..]])).Key.ShouldBe("Assessments.Template.ScaleWrong");
        ATemplate(Lines).Lines.Sum(l => l.Weight).ShouldBe(100);
    }

    [Fact]
    public void the_total_is_the_weighted_mean_of_measured_and_rated_lines()
    {
        var assessment = Measured(new() { ["first_time_fix_rate"] = new(0.90, 40, "/rows"), ["repeat_repair_rate"] = new(0.05, 40, "/rows") });
        assessment.Rate(new Dictionary<int, int?> { [3] = 4 }, null, Now, Manager);
        // (40 x 75 + 20 x 75 + 40 x 75) / 100
        (assessment.Total, assessment.Grade, assessment.Run, assessment.MissingWeight).ShouldBe((75.0, AssessmentGrade.B, 77, 0));
    }

    [Fact]
    public void a_missing_number_is_never_0()
    {
        var assessment = Measured(new() { ["first_time_fix_rate"] = new(1.00, 12, "/rows"), ["repeat_repair_rate"] = new(null, 0, "/rows") });
        assessment.Rate(new Dictionary<int, int?> { [3] = 5 }, null, Now, Manager);
        (assessment.Total, assessment.MissingWeight).ShouldBe((100.0, 20)); // as 0 it would be 80
        var without = Measured([]);
        without.Rate(new Dictionary<int, int?> { [3] = 5 }, null, Now, Manager);
        (without.Total, without.Grade, without.MissingWeight).ShouldBe((null, null, 60)); // less than half of the weight says nothing
    }

    [Fact]
    public void is_signed_once_by_the_employee_after_the_manager_and_a_no_needs_words()
    {
        var assessment = Measured([]);
        Should.Throw<RuleViolation>(() => assessment.Sign(true, null, new DateOnly(2026, 4, 12), Now)).Key.ShouldBe("Assessments.NotRated");
        Should.Throw<RuleViolation>(() => assessment.Rate(new Dictionary<int, int?>(), null, Now, Manager)).Key.ShouldBe("Assessments.RatingMissing");
        assessment.Rate(new Dictionary<int, int?> { [3] = 2 }, null, Now, Manager);
        Should.Throw<RuleViolation>(() => assessment.Sign(false, " ", new DateOnly(2026, 4, 12), Now)).Key.ShouldBe("Assessments.CommentMissing");
        assessment.Sign(false, "请复核", new DateOnly(2026, 4, 12), Now);
        Should.Throw<RuleViolation>(() => assessment.Rate(new Dictionary<int, int?> { [3] = 5 }, null, Now, Manager)).Key.ShouldBe("Assessments.IsSigned");
        assessment.Due.ShouldBe(new DateOnly(2026, 4, 20));
    }

    [Fact]
    public void numbers_are_not_frozen_before_the_period_is_over() =>
        Should.Throw<RuleViolation>(() => AnAssessment().Measure(new Dictionary<string, MeasuredValue>(), 1, new DateOnly(2026, 3, 31), Now)).Key.ShouldBe("Assessments.PeriodNotOver");

    [Fact]
    public void a_proposal_is_decided_within_five_working_days_of_the_calendar()
    {
        // Friday 3 April 2026; the 4th to the 6th are Qingming. Working days: 7, 8, 9, 10, 13 April; in time until 24:00 of the 13th in Shanghai.
        var proposal = AProposal(new DateTime(2026, 4, 3, 2, 0, 0, DateTimeKind.Utc));
        (proposal.DueDay, proposal.Due).ShouldBe((new DateOnly(2026, 4, 13), new DateTime(2026, 4, 13, 16, 0, 0, DateTimeKind.Utc)));
        proposal.IsLate(proposal.Due).ShouldBeFalse();
        proposal.IsLate(proposal.Due.AddMilliseconds(1)).ShouldBeTrue();
    }

    [Fact]
    public void an_appeal_is_heard_within_its_days_and_by_somebody_else()
    {
        var policy = new RewardPolicy();
        var proposal = AProposal(Now);
        Should.Throw<RuleViolation>(() => proposal.Decide(false, null, null, policy, China, Now, Manager)).Key.ShouldBe("Rewards.WhyMissing");
        Should.Throw<RuleViolation>(() => proposal.Decide(true, Money.From(100), null, policy, China, Now, Manager)).Key.ShouldBe("Rewards.WhyMissing");
        proposal.Decide(true, null, null, policy, China, Now, Manager);
        proposal.Final(Now).ShouldBeNull(); // it may still be appealed against
        proposal.Final(proposal.AppealUntil!.Value.AddTicks(1)).ShouldBe(Money.From(200));
        Should.Throw<RuleViolation>(() => proposal.AppealAgainst("不公", policy, China, proposal.AppealUntil!.Value.AddMilliseconds(1))).Key.ShouldBe("Rewards.AppealTooLate");
        proposal.AppealAgainst("两单为客户改期", policy, China, proposal.AppealUntil!.Value);
        Should.Throw<RuleViolation>(() => proposal.DecideAppeal(AppealOutcome.Rejected, null, "核实无误", Now.AddDays(8), Manager)).Key.ShouldBe("Rewards.OwnDecision");
        Should.Throw<RuleViolation>(() => proposal.DecideAppeal(AppealOutcome.Changed, null, "酌情", Now.AddDays(8), Owner)).Key.ShouldBe("Rewards.AmountWrong");
        proposal.DecideAppeal(AppealOutcome.Upheld, null, "属实", Now.AddDays(8), Owner);
        proposal.Final(Now.AddDays(9)).ShouldBe(Money.Zero);
    }

    [Theory]
    [InlineData(0.97, 8, true)]
    [InlineData(0.97, 7, false)]
    [InlineData(0.96, 20, false)]
    [InlineData(null, 20, false)]
    public void a_rule_needs_its_threshold_and_its_rows(double? value, double n, bool hits) => new RewardPolicy().Months[0].Hits(value, n).ShouldBe(hits);

    static AssessmentTemplate ATemplate(IReadOnlyList<TemplateLineFacts> lines) => AssessmentTemplate.Write(new TemplateFacts("季度考核", Roles.Technician, AssessmentRhythm.Quarter, 90, 75, 60, lines), Now);

    static Assessment AnAssessment() => Assessment.Open(ATemplate(Lines), Person, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), new AssessmentPolicy(), Now);

    static Assessment Measured(Dictionary<string, MeasuredValue> values)
    {
        var assessment = AnAssessment();
        assessment.Measure(values, 77, new DateOnly(2026, 4, 1), Now);
        return assessment;
    }

    static Proposal AProposal(DateTime at) => Proposal.Make(new ProposalFacts(RewardKind.Penalty, Money.From(200), "Rewards.Evidence.Words", ["三次迟到"], null, null, null), Person, new RewardPolicy(), China, at, "经理");
}
