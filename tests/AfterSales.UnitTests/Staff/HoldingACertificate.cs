using AfterSales.Kernel;
using AfterSales.Staff.Certificates;

namespace AfterSales.UnitTests.Staff;

/// <summary>Clause 1.6.2: only people with a certificate that counts on the day are sent.</summary>
public sealed class HoldingACertificate
{
    static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    static readonly Actor Trainer = new("7", "周敏");

    static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    static Certificate Some(string? until = "2026-12-31", CertificateKind kind = CertificateKind.Brand, params string[] types) => Certificate.Issue(
        new CertificateOrder("T01", "马烨伟", kind, "CG-1", "晨光", types.Length == 0 ? ["gas_storage"] : types, null, Day("2026-01-10"), until is null ? null : Day(until)), Now, Trainer);

    [Theory]
    [InlineData("2026-01-09", "Upcoming")]
    [InlineData("2026-01-10", "Valid")]
    [InlineData("2026-12-31", "Valid")]
    [InlineData("2027-01-01", "Expired")]
    public void counts_from_the_day_of_issue_to_the_end_of_its_last_day(string day, string state) => Some().On(Day(day)).ToString().ShouldBe(state);

    [Fact]
    public void without_a_last_day_never_ends() => Some(until: null).On(Day("2060-01-01")).ShouldBe(CertificateState.Valid);

    [Fact]
    public void does_not_count_while_it_is_suspended()
    {
        var certificate = Some();
        certificate.Suspend(Day("2026-04-01"), "安全事故调查", Now, Trainer);
        certificate.On(Day("2026-03-31")).ShouldBe(CertificateState.Valid);
        certificate.On(Day("2026-11-01")).ShouldBe(CertificateState.Suspended);
        certificate.Resume(Day("2026-04-15"), Now, Trainer);
        certificate.On(Day("2026-04-14")).ShouldBe(CertificateState.Suspended);
        certificate.On(Day("2026-04-15")).ShouldBe(CertificateState.Valid);
    }

    [Fact]
    public void ends_for_good_when_it_is_revoked()
    {
        var certificate = Some();
        certificate.Revoke(Day("2026-05-01"), "伪造记录", Now, Trainer);
        certificate.On(Day("2026-04-30")).ShouldBe(CertificateState.Valid);
        certificate.On(Day("2026-05-01")).ShouldBe(CertificateState.Revoked);
        Should.Throw<RuleViolation>(() => certificate.Renew(Day("2028-01-01"), Now, Trainer)).Key.ShouldBe("Certificates.IsRevoked");
        Should.Throw<RuleViolation>(() => certificate.Suspend(Day("2026-06-01"), "x", Now, Trainer)).Key.ShouldBe("Certificates.IsRevoked");
    }

    [Fact]
    public void runs_on_when_it_is_renewed_to_a_later_day()
    {
        var certificate = Some();
        Should.Throw<RuleViolation>(() => certificate.Renew(Day("2026-12-31"), Now, Trainer)).Key.ShouldBe("Certificates.RenewLater");
        certificate.Renew(Day("2027-12-31"), Now, Trainer);
        certificate.On(Day("2027-06-01")).ShouldBe(CertificateState.Valid);
        certificate.Events.Select(e => e.Act).ShouldBe(["Issued", "Renewed"]);
        certificate.Version.ShouldBe(2);
    }

    [Fact]
    public void names_a_product_type_unless_an_authority_issued_it()
    {
        var order = new CertificateOrder("T01", "马烨伟", CertificateKind.Own, "1", "公司", [], null, Day("2026-01-10"), null);
        Should.Throw<RuleViolation>(() => Certificate.Issue(order, Now, Trainer)).Key.ShouldBe("Certificates.TypesMissing");
        Certificate.Issue(order with { Kind = CertificateKind.Authority, Number = "电工 7" }, Now, Trainer).Types.ShouldBeEmpty();
    }

    [Fact]
    public void cannot_end_before_it_was_issued() => Should.Throw<RuleViolation>(() => Some(until: "2026-01-09")).Key.ShouldBe("Certificates.EndsBeforeIssue");

    [Fact]
    public void speaks_of_the_product_types_that_service_knows() =>
        AfterSales.Service.Contracts.ProductTypes.Codes.ShouldBe(Code.All<AfterSales.Service.Products.ProductType>(), ignoreOrder: true);
}
