using AfterSales.Feedback.Brand;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;

namespace AfterSales.UnitTests.Feedback;

/// <summary>Tone suggestions, the reply clock, promises, consent, analyses (clauses 12.1 to 12.4).</summary>
public sealed class TheBrand
{
    static readonly BrandPolicy Policy = new();
    static readonly WorkingCalendar Calendar = new("t", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], [], []);
    static readonly Actor Officer = new("q", "质量专员");
    static readonly DateTime Published = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("师傅很准时，收费透明", "Positive", "准时 透明", "")]
    [InlineData("不满意，态度差", "Negative", "", "不满意 态度差")]
    [InlineData("服务不专业", "Negative", "", "不专业")]
    [InlineData("没有迟到，满意", "Positive", "没有迟到 满意", "")]
    [InlineData("The technician was not polite and came late.", "Negative", "", "late not polite")]
    [InlineData("Great and friendly, but expensive", "Positive", "friendly great", "expensive")]
    [InlineData("A chocolate shop, lately renovated", "Neutral", "", "")]
    [InlineData("约的下午三点", "Neutral", "", "")]
    [InlineData("准时，但是太贵", "Neutral", "准时", "太贵")]
    public void a_suggestion_counts_words_and_shows_which(string text, string tone, string good, string bad)
    {
        var suggestion = ToneSuggestion.Of(text, Policy);
        suggestion.Tone.ToString().ShouldBe(tone);
        suggestion.Good.Order(StringComparer.Ordinal).ShouldBe(Split(good));
        suggestion.Bad.Order(StringComparer.Ordinal).ShouldBe(Split(bad));
    }

    static IEnumerable<string> Split(string words) => words switch
    {
        "" => [], "late not polite" => ["late", "not polite"], _ => words.Split(' ').Order(StringComparer.Ordinal),
    };

    static Mention Enter(string text = "约好上午，下午才来，态度差", int? stars = null, DateTime? now = null) => Mention.Enter(
        new MentionIntake { Place = MentionPlace.Dianping, Text = text, Stars = stars, PublishedAt = Published, PublishedDay = new DateOnly(2026, 3, 2) }, Policy, Calendar, now ?? Published.AddHours(5), Officer);

    [Fact]
    public void nobody_but_a_person_sets_the_tone()
    {
        var mention = Enter();
        mention.Tone.ShouldBeNull();
        mention.Judge(Tone.Neutral, true, Officer);
        (mention.Tone, mention.ToneBy).ShouldBe((Tone.Neutral, "质量专员"));
    }

    [Theory]
    [InlineData("态度差", null, true)]
    [InlineData("很准时", null, false)]
    [InlineData("一般", 3, true)]
    [InlineData("一般", 4, false)]
    public void unkind_words_or_few_stars_need_a_reply(string text, int? stars, bool needs) => Enter(text, stars).NeedsReply.ShouldBe(needs);

    [Fact]
    public void the_reply_clock_runs_from_publication_not_from_the_day_it_was_found()
    {
        var late = Enter(now: Published.AddDays(3));
        late.Answering.Due.ShouldBe(Published.AddHours(24));
        late.Answer("抱歉", Published.AddDays(3), Calendar, Officer);
        late.Answering.Verdict.ShouldBe(ClockVerdict.Missed);
        var inTime = Enter();
        inTime.Answer("抱歉", Published.AddHours(24), Calendar, Officer);
        inTime.Answering.Verdict.ShouldBe(ClockVerdict.Met);
    }

    [Fact]
    public void a_reply_is_noted_once_and_then_a_reply_was_needed()
    {
        var mention = Enter();
        mention.Answer("抱歉", Published.AddHours(6), Calendar, Officer);
        Should.Throw<RuleViolation>(() => mention.Answer("再次抱歉", Published.AddHours(7), Calendar, Officer)).Key.ShouldBe("Brand.Mention.RepliedAlready");
        Should.Throw<RuleViolation>(() => mention.Judge(Tone.Negative, false, Officer)).Key.ShouldBe("Brand.Mention.RepliedAlready");
    }

    [Fact]
    public void a_mention_of_the_future_or_without_words_is_refused()
    {
        Should.Throw<RuleViolation>(() => Enter(now: Published.AddMinutes(-1))).Key.ShouldBe("Brand.Mention.InFuture");
        Should.Throw<RuleViolation>(() => Enter(" ")).Key.ShouldBe("Brand.Mention.TextMissing");
        Should.Throw<RuleViolation>(() => Enter(stars: 6)).Key.ShouldBe("Brand.Mention.Stars");
    }

    static Promise Publish(bool higher = true) => Promise.Publish("按时上门", "On time", "on_time_arrival_rate", 0.9, higher, new DateOnly(2026, 1, 15), Published, Officer);

    [Fact]
    public void a_promise_owes_a_number_for_each_month_to_whose_end_it_was_given()
    {
        var promise = Publish();
        promise.DueMonths(new DateOnly(2026, 1, 31)).ShouldBeEmpty();
        promise.DueMonths(new DateOnly(2026, 3, 1)).ShouldBe([new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)]);
        promise.Withdraw(new DateOnly(2026, 2, 28));
        promise.DueMonths(new DateOnly(2026, 6, 1)).ShouldBe([new DateOnly(2026, 1, 1)]);
    }

    [Theory]
    [InlineData(true, 0.90, true)]
    [InlineData(true, 0.89, false)]
    [InlineData(false, 0.90, true)]
    [InlineData(false, 0.91, false)]
    public void a_promise_at_its_target_is_kept(bool higher, double value, bool kept)
    {
        var promise = Publish(higher);
        promise.Read(new DateOnly(2026, 1, 1), value, 40, true, 7);
        promise.Months.Single().Kept.ShouldBe(kept);
    }

    [Fact]
    public void a_month_without_data_is_neither_kept_nor_broken_and_a_settled_one_stays()
    {
        var promise = Publish();
        promise.Read(new DateOnly(2026, 1, 1), null, 0, false, 7);
        promise.Months.Single().Kept.ShouldBeNull();
        promise.Read(new DateOnly(2026, 1, 1), 0.95, 40, true, 8);
        promise.Read(new DateOnly(2026, 1, 1), 0.10, 40, true, 9);
        (promise.Months.Single().Kept, promise.Months.Single().Run).ShouldBe((true, 8));
    }

    [Fact]
    public void a_step_of_the_plan_is_due_in_its_year()
    {
        var promise = Publish();
        Should.Throw<RuleViolation>(() => promise.AddStep(2026, "培训", "张经理", new DateOnly(2027, 1, 1))).Key.ShouldBe("Brand.Plan.DueOutside");
        promise.AddStep(2026, "培训", "张经理", new DateOnly(2026, 9, 1));
        promise.Plan.Count.ShouldBe(1);
    }

    [Fact]
    public void a_testimonial_is_shown_with_consent_only_and_not_after_it_was_taken_back()
    {
        var day = new DateOnly(2026, 3, 2);
        var words = Testimonial.Propose("很好", "陈女士", null, Published);
        Should.Throw<RuleViolation>(() => words.Show(day)).Key.ShouldBe("Brand.Testimonial.NoConsent");
        Should.Throw<RuleViolation>(() => words.Consent(day, "", day, Officer)).Key.ShouldBe("Brand.Testimonial.HowMissing");
        words.Consent(day, "短信", day, Officer);
        words.Show(day);
        words.IsShown.ShouldBeTrue();
        words.Withdraw(day);
        words.IsShown.ShouldBeFalse();
        Should.Throw<RuleViolation>(() => words.Show(day)).Key.ShouldBe("Brand.Testimonial.IsWithdrawn");
    }

    [Fact]
    public void an_analysis_is_due_on_the_tenth_and_signed_after_its_month_with_findings()
    {
        var analysis = Analysis.Owed(AnalysisKind.Brand, new DateOnly(2026, 1, 1), Policy);
        analysis.Due.ShouldBe(new DateOnly(2026, 2, 10));
        Should.Throw<RuleViolation>(() => analysis.Sign("平稳", null, new DateOnly(2026, 1, 31), Officer)).Key.ShouldBe("Brand.Analysis.MonthNotOver");
        Should.Throw<RuleViolation>(() => analysis.Sign(" ", null, new DateOnly(2026, 2, 1), Officer)).Key.ShouldBe("Brand.Analysis.FindingsMissing");
        analysis.Sign("平稳", null, new DateOnly(2026, 2, 1), Officer);
        Should.Throw<RuleViolation>(() => analysis.Sign("平稳", null, new DateOnly(2026, 2, 2), Officer)).Key.ShouldBe("Brand.Analysis.IsSigned");
    }

    [Theory]
    [InlineData("SPRING26", true)]
    [InlineData("spring26", true)]
    [InlineData("AB", false)]
    [InlineData("SPRING-26", false)]
    public void a_code_can_be_typed_from_a_leaflet(string code, bool taken)
    {
        CampaignFacts facts = new("春季", CampaignWay.Leaflet, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), Money.From(100), null);
        if (taken) Campaign.Plan(code, facts, Published, Officer).Code.ShouldBe("SPRING26");
        else Should.Throw<RuleViolation>(() => Campaign.Plan(code, facts, Published, Officer)).Key.ShouldBe("Brand.Campaign.CodeForm");
    }
}
