using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Service.Contracts;

namespace AfterSales.UnitTests.Feedback;

/// <summary>What an answer may be, who enters it, what a low one opens (clauses 3.1 to 3.5).</summary>
public sealed class AnsweringASurvey
{
    static readonly SurveyPolicy Policy = new();
    static readonly WorkingCalendar Calendar = new("t", TimeZoneInfo.Utc, Enum.GetValues<DayOfWeek>(), [], [2026]);
    static readonly DateTime Now = new(2026, 3, 11, 1, 0, 0, DateTimeKind.Utc);
    static readonly DateOnly Today = new(2026, 3, 11);
    static readonly IReadOnlyList<Question> Questions = ShippedQuestionnaires.All.Single(q => q.Kind == SurveyKind.Service).Questions;

    static OrderInBrief Job(string technician, int daysAgo) =>
        new(PublicId.New(Now), "SO-" + technician, "repair", null, null, "张女士", "13900139000", null, null, null, technician, technician, technician + "-account", null, true, Now.AddDays(-daysAgo));

    static Invitation Invite(params OrderInBrief[] jobs)
    {
        var questionnaire = new Questionnaire();
        questionnaire.Versions.Add(new QuestionnaireVersion { Number = 1, Document = QuestionList.Write(Questions), PublishedBy = "t" });
        var invitation = Invitation.Of(SurveyKind.Service, questionnaire, new Addressee("13900139000", "张女士", "13900139000"), Now, Today, Now.AddDays(14), Today, 0);
        foreach (var job in jobs) invitation.Include(job);
        return invitation;
    }

    static void Say(Invitation invitation, AnswerSource source, params (string Question, string Value)[] said) =>
        invitation.Answer(said.ToDictionary(s => s.Question, s => (IReadOnlyList<string>)s.Value.Split(',')), Questions, source, Now, Today, Policy);

    static readonly AnswerSource Link = new(SurveyMethod.Link, "zh-CN");

    [Theory]
    [InlineData("overall", "0")]
    [InlineData("overall", "6")]
    [InlineData("overall", "4,5")]
    [InlineData("recommend", "11")]
    [InlineData("recommend", "-1")]
    [InlineData("effort", "0")]
    [InlineData("effort", "eight")]
    public void what_the_question_does_not_offer_is_refused(string question, string value) => Should.Throw<RuleViolation>(() => Say(Invite(Job("T1", 1)), Link, (question, value))).Key.ShouldBe("Surveys.NotOffered");

    [Fact]
    public void why_is_asked_after_a_low_score_only_and_goes_when_the_score_rises()
    {
        var invitation = Invite(Job("T1", 1));
        Say(invitation, Link, ("overall", "3"), ("why", "late,price"));
        invitation.Response!.Answers.Single(a => a.Question == "why").Value.ShouldBe("late,price");
        Say(invitation, Link, ("overall", "4"));
        invitation.Response.Answers.ShouldNotContain(a => a.Question == "why");
    }

    [Fact]
    public void the_technician_who_did_a_job_enters_nothing_about_it_by_account_or_by_code()
    {
        var (invitation, phone) = (Invite(Job("T1", 1), Job("T2", 2)), new AnswerSource(SurveyMethod.Phone, "zh-CN"));
        foreach (var account in new[] { "T1-account", "T2-account" }) Should.Throw<RuleViolation>(() => Say(invitation, phone with { EnteredBy = new Actor(account, "师傅") }, ("overall", "5"))).Key.ShouldBe("Surveys.Interview.OwnJob");
        var unnamed = Invite(Job("T3", 1) with { TechnicianAccount = null });
        Should.Throw<RuleViolation>(() => Say(unnamed, phone with { EnteredBy = new Actor("77", "师傅"), EnteredByUser = "T3" }, ("overall", "5"))).Key.ShouldBe("Surveys.Interview.OwnJob");
        Say(invitation, phone with { EnteredBy = new Actor("q", "质量专员") }, ("overall", "5"));
        (invitation.Response!.Method, invitation.Response.EnteredBy).ShouldBe((SurveyMethod.Phone, "质量专员"));
    }

    [Theory]
    [InlineData("2", "10", true)]
    [InlineData("3", "10", false)]
    [InlineData("5", "6", true)]
    [InlineData("5", "7", false)]
    public void a_rating_up_to_two_or_a_recommendation_up_to_six_is_low(string rating, string recommendation, bool low)
    {
        var invitation = Invite(Job("T1", 1));
        Say(invitation, Link, ("overall", rating), ("recommend", recommendation));
        invitation.Response!.IsLow(Policy).ShouldBe(low);
    }

    [Fact]
    public void the_call_back_is_about_the_job_that_the_customer_was_shown_and_has_a_day()
    {
        var invitation = Invite(Job("T2", 1), Job("T1", 3));
        Say(invitation, Link, ("overall", "1"), ("comment", "没修好"));
        var call = CallBack.Open(invitation, Policy, Calendar, Now, Today);
        (call.Technician, call.Comment, call.Clock.Due).ShouldBe(("T1", "没修好", Now.AddHours(24)));
        Should.Throw<RuleViolation>(() => call.Try(CallResult.Reached, null, Calendar, Now, new Actor("T1-account", "T1"))).Key.ShouldBe("Callbacks.OwnJob");
        Should.Throw<RuleViolation>(() => call.End(CallBackResult.Settled, "好了", Calendar, Now, new Actor("q", "质量专员"))).Key.ShouldBe("Callbacks.NotReached");
        for (var i = 0; i < 2; i++) call.Try(CallResult.NoAnswer, null, Calendar, Now.AddHours(i), new Actor("q", "质量专员"));
        Should.Throw<RuleViolation>(() => call.End(CallBackResult.Unreachable, "打不通", Calendar, Now.AddHours(3), new Actor("q", "质量专员"))).Key.ShouldBe("Callbacks.ThreeTries");
        call.Try(CallResult.Reached, null, Calendar, Now.AddHours(24), new Actor("q", "质量专员"));
        call.Clock.Verdict.ShouldBe(ClockVerdict.Met);
    }
}
