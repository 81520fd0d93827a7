using AfterSales.Documents.Agreements;
using AfterSales.Kernel;

namespace AfterSales.UnitTests.Documents;

/// <summary>Clauses 6.1 to 6.3, 13.2, 14.1: written, reviewed, signed, amended, renewed, ended.</summary>
public sealed class LivingAnAgreement
{
    static readonly Actor Clerk = new("1", "周敏"), Manager = new("2", "陈立");
    static readonly DateTime Now = new(2026, 6, 1, 2, 0, 0, DateTimeKind.Utc);
    static readonly DateOnly Today = new(2026, 6, 1);

    static Terms From(string start, string? end = "2026-12-31", int? response = 24) =>
        new(Day(start), end is null ? null : Day(end), "全部用户", null, null, response, null, null, null, null, null);

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    static Agreement Signed(string start = "2026-01-01", string? end = "2026-12-31")
    {
        var agreement = Agreement.Write(AgreementKind.Hotel, "协议", "如意酒店", From(start, end), Today, Now, Clerk);
        agreement.SendToReview(Now, Clerk);
        agreement.Sign(Today, Today, Now, Manager);
        agreement.GiveNumber(1);
        return agreement;
    }

    static string Refusal(Action act) => Should.Throw<RuleViolation>(act).Key;

    [Fact]
    public void an_agreement_that_ends_before_it_starts_is_refused() =>
        Refusal(() => Agreement.Write(AgreementKind.Hotel, "协议", "酒店", From("2026-07-01", "2026-06-30"), Today, Now, Clerk)).ShouldBe("Agreements.EndsBeforeStart");

    [Fact]
    public void one_day_is_long_enough() => Agreement.Write(AgreementKind.Hotel, "协议", "酒店", From("2026-07-01", "2026-07-01"), Today, Now, Clerk).StateOn(Today, 90).ShouldBe(AgreementState.Draft);

    [Fact]
    public void what_nobody_reviewed_cannot_be_signed()
    {
        var agreement = Agreement.Write(AgreementKind.Hotel, "协议", "酒店", From("2026-07-01"), Today, Now, Clerk);
        Refusal(() => agreement.Sign(Today, Today, Now, Manager)).ShouldBe("Agreements.NotInReview");
        agreement.SendToReview(Now, Clerk);
        Refusal(() => agreement.Rewrite("x", "y", From("2026-07-01"), Now, Clerk)).ShouldBe("Agreements.NoDraft");
        Refusal(() => agreement.Sign(Today.AddDays(1), Today, Now, Manager)).ShouldBe("Agreements.SignedLater");
        agreement.SendBack("价格待定", Now, Manager);
        agreement.StateOn(Today, 90).ShouldBe(AgreementState.Draft);
    }

    [Theory]
    [InlineData("2025-12-31", "Signed")]
    [InlineData("2026-01-01", "Effective")]
    [InlineData("2026-10-01", "Effective")]
    [InlineData("2026-10-02", "Expiring")]
    [InlineData("2026-12-31", "Expiring")]
    [InlineData("2027-01-01", "Ended")]
    public void the_calendar_decides_what_a_signed_agreement_is(string day, string state) => Signed().StateOn(Day(day), 90).ToString().ShouldBe(state);

    [Fact]
    public void an_amendment_counts_from_its_own_day()
    {
        var agreement = Signed();
        agreement.Amend(From("2026-07-01", response: 8), Day("2026-06-01"), "缩短时限", Now, Clerk);
        agreement.VersionOn(Day("2026-07-01"))!.Number.ShouldBe(1, "an amendment that nobody signed does not count");
        agreement.SendToReview(Now, Clerk);
        agreement.Sign(Today, Today, Now, Manager);
        agreement.VersionOn(Day("2026-06-30"))!.ResponseHours.ShouldBe(24);
        agreement.VersionOn(Day("2026-07-01"))!.ResponseHours.ShouldBe(8);
        agreement.StateOn(Day("2026-07-01"), 90).ShouldBe(AgreementState.Amended);
        agreement.VersionOn(Day("2027-01-01")).ShouldBeNull();
    }

    [Fact]
    public void two_versions_cannot_begin_on_one_day()
    {
        var agreement = Signed();
        Refusal(() => agreement.Amend(From("2026-01-01"), null, "同日", Now, Clerk)).ShouldBe("Agreements.TwoOnOneDay");
        Refusal(() => agreement.Amend(From("2025-12-31"), null, "更早", Now, Clerk)).ShouldBe("Agreements.AmendBeforeStart");
        Refusal(() => agreement.Amend(From("2027-01-01"), null, "更晚", Now, Clerk)).ShouldBe("Agreements.AmendAfterEnd");
        agreement.Amend(From("2026-07-01"), null, "变更", Now, Clerk);
        Refusal(() => agreement.Amend(From("2026-08-01"), null, "再变更", Now, Clerk)).ShouldBe("Agreements.VersionOpen");
        agreement.Rewrite("x", "y", From("2026-01-01"), Now, Clerk); // moved onto the day of the first
        agreement.SendToReview(Now, Clerk);
        Refusal(() => agreement.Sign(Today, Today, Now, Manager)).ShouldBe("Agreements.TwoOnOneDay");
    }

    [Fact]
    public void takes_effect_once_on_its_day()
    {
        var agreement = Signed("2026-06-05");
        agreement.TakeEffect(Day("2026-06-04")).ShouldBeFalse();
        agreement.TakeEffect(Day("2026-06-05")).ShouldBeTrue();
        agreement.TakeEffect(Day("2026-06-06")).ShouldBeFalse();
    }

    [Fact]
    public void an_end_is_decided_once_and_renewal_makes_the_next()
    {
        var agreement = Signed();
        Refusal(() => agreement.Decide(Day("2026-12-31"), Today, Now, Manager)).ShouldBe("Agreements.RenewLater");
        agreement.Decide(Day("2027-12-31"), Today, Now, Manager);
        (agreement.EndsOn, agreement.Ends.Count, agreement.Ends[0].DecidedOn).ShouldBe((Day("2027-12-31"), 2, Today));
        agreement.Decide(null, Day("2027-11-01"), Now, Manager);
        Refusal(() => agreement.Decide(null, Today, Now, Manager)).ShouldBe("Agreements.NothingToDecide");
        agreement.StateOn(Day("2028-01-01"), 90).ShouldBe(AgreementState.Ended);
    }

    [Fact]
    public void a_terminated_agreement_counts_no_more_from_its_day()
    {
        var agreement = Signed();
        agreement.Terminate("协商解除", Day("2026-05-01"), Day("2026-08-01"), null, Today, Now, Manager);
        agreement.StateOn(Day("2026-07-31"), 90).ShouldBe(AgreementState.Effective);
        agreement.StateOn(Day("2026-08-01"), 90).ShouldBe(AgreementState.Terminated);
        agreement.VersionOn(Day("2026-08-01")).ShouldBeNull();
        Refusal(() => agreement.Amend(From("2026-09-01"), null, "变更", Now, Clerk)).ShouldBe("Agreements.IsTerminated");
    }

    [Fact]
    public void every_placeholder_of_the_templates_is_filled()
    {
        foreach (var (language, name) in from language in (string[])["zh", "en"] from template in AgreementTexts.Templates select (language, template.Name))
        {
            AgreementTexts.Template(language, name).ShouldContain("{party}");
            var filled = AgreementTexts.Fill(AgreementTexts.Template(language, name), "清泉服务", Signed(), From("2026-01-01", response: 12));
            filled.ShouldNotContain("{");
            filled.ShouldContain("如意酒店");
            filled.ShouldContain("2026-12-31");
            filled.ShouldContain("12");
        }
    }

    [Fact]
    public void the_reference_contract_has_every_clause() => AgreementTexts.ReferenceClauses().Select(c => c.Number).ShouldBe(File.ReadLines(Path.Combine(Root(), "seed-data", "clauses.tsv")).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')[0]));

    static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "AfterSales.sln"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
