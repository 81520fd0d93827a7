using System.Net;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Staff.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Staff;

/// <summary>The register of certificates, and what dispatch is told of it.</summary>
public sealed class KeepingCertificates(Installation installation) : IClassFixture<Installation>
{
    async Task<string> IssueAsync(Visitor trainer, string person, string number, string type = "gas_storage", string until = "2027-03-31")
    {
        var shown = await trainer.SubmitAsync("/Staff/Certificates/Issue", new()
        {
            ["PersonCode"] = person, ["PersonName"] = "持证人" + person, ["Number"] = number, ["Issuer"] = "晨光", ["Types"] = type, ["IssuedOn"] = "2026-01-10", ["ExpiresOn"] = until,
        });
        shown.ShouldBeOk();
        return shown.Url.AbsolutePath;
    }

    async Task<IReadOnlySet<string>> CertifiedAsync(string? type, string day, string? region = null)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IStaffDirectory>().CertifiedAsync(type, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), region, CancellationToken.None);
    }

    [Fact]
    public async Task an_outside_certificate_counts_in_the_cities_it_names_where_the_policy_asks_for_one()
    {
        const string Suzhou = "320508", Hangzhou = "330106", Day = "2026-05-01";
        var trainer = await installation.AsAsync(Roles.Trainer);
        foreach (var person in new[] { "GW1", "GW2" }) await IssueAsync(trainer, person, "BRAND-" + person);
        (await CertifiedAsync("gas_storage", Day, Suzhou)).ShouldContain("GW1");
        (await AskAsync("gas_storage gas 32")).Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        (await AskAsync("gas_storage gas 320500")).ShouldBeOk();

        (await CertifiedAsync("gas_storage", Day, Suzhou)).Intersect(["GW1", "GW2"]).ShouldBeEmpty();
        foreach (var elsewhere in new[] { Hangzhou, null, "昆山" }) (await CertifiedAsync("gas_storage", Day, elsewhere)).ShouldContain("GW1", elsewhere ?? "unknown");

        (await AuthorityAsync("GW1", "320500", "Gas")).ShouldBeOk().Text.ShouldContain("苏州市");
        (await AuthorityAsync("GW2", "330100、320100", "Gas")).ShouldBeOk();
        (await CertifiedAsync("gas_storage", Day, Suzhou)).Intersect(["GW1", "GW2"]).ShouldBe(["GW1"]);
        (await CertifiedAsync("gas_storage", "2026-07-01", Suzhou)).ShouldNotContain("GW1"); // the outside one is over, the brand's is not
        await installation.WithAsync<IStaffDirectory>(async staff =>
        {
            (await staff.LacksAsync("GW2", "gas_storage", new DateOnly(2026, 5, 1), Suzhou, CancellationToken.None)).ShouldBe("OutsideTrade.Gas");
            (await staff.CertificateAsync("GW2", "gas_storage", new DateOnly(2026, 5, 1), Suzhou, CancellationToken.None)).ShouldBeNull();
            (await staff.CertificateAsync("GW1", "gas_storage", new DateOnly(2026, 5, 1), Suzhou, CancellationToken.None)).ShouldBe("BRAND-GW1");
        });
        (await AuthorityAsync("GW3", "苏州", "Gas")).Text.ShouldContain("‘苏州’ is no city");
        (await AuthorityAsync("GW3", "320500", null)).Text.ShouldContain("Choose the trade");
        (await AuthorityAsync("GW3", null, "Gas", "Brand")).Text.ShouldContain("Only a certificate of an authority");

        async Task<Shown> AskAsync(string need)
        {
            var owner = await installation.AsAsync(Roles.Administrator);
            return await owner.SubmitAsync("/Settings/EditPolicy?key=staff.people", new() { ["EffectiveFrom"] = installation.Now.AddHours(8).AddMinutes(2).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), ["Typed[OutsideNeeds]"] = need, ["act"] = "save" }, with: "[name=act]");
        }

        Task<Shown> AuthorityAsync(string person, string? cities, string? trade, string kind = "Authority") => trainer.SubmitAsync("/Staff/Certificates/Issue", new()
        {
            ["PersonCode"] = person, ["PersonName"] = person, ["Kind"] = kind, ["Number"] = "OUT-" + person + cities, ["Issuer"] = "住建局", ["IssuedOn"] = "2026-01-10", ["ExpiresOn"] = "2026-06-30",
            ["Trade"] = trade ?? "", ["Cities"] = cities ?? "", ["Types"] = kind == "Brand" ? "gas_storage" : null,
        });
    }

    [Fact]
    public async Task an_authoritys_certificate_that_was_registered_without_its_trade_gets_it_later()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        var page = (await trainer.SubmitAsync("/Staff/Certificates/Issue", new() { ["PersonCode"] = "GW9", ["PersonName"] = "GW9", ["Kind"] = "Authority", ["Number"] = "DG-9", ["Issuer"] = "应急管理局", ["IssuedOn"] = "2026-01-10" })).ShouldBeOk().Url.AbsolutePath;
        var form = page.Replace("/Details/", "/CountFor/", StringComparison.Ordinal);
        (await trainer.SubmitAsync(form, new() { ["Cities"] = "320500" })).Text.ShouldContain("Choose the trade");
        (await trainer.SubmitAsync(form, new() { ["Trade"] = "Electrician", ["Cities"] = "苏州" })).Text.ShouldContain("‘苏州’ is no city");
        var kept = (await trainer.SubmitAsync(form, new() { ["Trade"] = "Electrician", ["Cities"] = "320500 330100" })).ShouldBeOk();
        kept.Text.ShouldContain("Counts for: electrical work (authority) 苏州市 杭州市");
        (await trainer.OpenAsync(form)).Find("[name='Input.Cities']").GetAttribute("value").ShouldBe("320500 330100");
        var brand = (await IssueAsync(trainer, "GW10", "N-10")).Replace("/Details/", "/CountFor/", StringComparison.Ordinal);
        (await trainer.SubmitAsync(brand, new() { ["Trade"] = "Electrician" })).Text.ShouldContain("Only a certificate of an authority");
    }

    [Fact]
    public async Task tells_dispatch_who_is_certified_for_the_type_on_the_day()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        await IssueAsync(trainer, "K1", "N-1");
        (await CertifiedAsync("gas_storage", "2026-01-09")).ShouldNotContain("K1");
        (await CertifiedAsync("gas_storage", "2027-03-31")).ShouldContain("K1");
        (await CertifiedAsync("gas_storage", "2027-04-01")).ShouldNotContain("K1");
        (await CertifiedAsync("heat_pump", "2026-05-01")).ShouldNotContain("K1");
        (await CertifiedAsync(null, "2026-05-01")).ShouldContain("K1");
    }

    [Fact]
    public async Task what_it_says_is_filed_and_a_renewal_is_a_version_of_the_same_paper()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        var page = await IssueAsync(trainer, "K9", "N-9");
        await installation.DeliverEventsAsync();
        (await trainer.SubmitAsync(page.Replace("/Details/", "/Renew/", StringComparison.Ordinal), new() { ["Until"] = "2028-03-31" })).ShouldBeOk();
        while (await installation.DeliverEventsAsync() > 0) { }
        var id = Guid.Parse(page.Split('/')[^1]);
        var paper = await installation.WithAsync<DocumentsDbContext, Document>(db => db.Set<Document>().Include(d => d.Versions).Include(d => d.Links).AsSplitQuery().SingleAsync(d => d.FiledKey == id));
        (paper.Class, paper.Paper, paper.State, paper.Versions.Count, paper.Links.Single().Label).ShouldBe((RecordClass.Training, Papers.Certificate, DocumentState.Archived, 2, "K9"));
        await using var newest = (await installation.WithAsync<IFileStore, Stream?>(files => files.Open(paper.Versions.MaxBy(v => v.Number)!.Sha256, CancellationToken.None)))!;
        using var text = new StreamReader(newest);
        (await text.ReadToEndAsync()).ShouldContain("2028-03-31");
    }

    [Fact]
    public async Task suspension_and_revocation_take_effect_on_their_day()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        var page = await IssueAsync(trainer, "K2", "N-2");
        (await trainer.SubmitAsync(page.Replace("/Details/", "/Suspend/", StringComparison.Ordinal), new() { ["From"] = "2026-04-01", ["Reason"] = "调查" })).ShouldBeOk().Text.ShouldContain("Suspended from 2026-04-01: 调查");
        (await CertifiedAsync("gas_storage", "2026-03-31")).ShouldContain("K2");
        (await CertifiedAsync("gas_storage", "2026-04-01")).ShouldNotContain("K2");
        await trainer.SubmitAsync(page.Replace("/Details/", "/Resume/", StringComparison.Ordinal), new() { ["From"] = "2026-04-10" });
        (await CertifiedAsync("gas_storage", "2026-04-10")).ShouldContain("K2");
        await trainer.SubmitAsync(page.Replace("/Details/", "/Revoke/", StringComparison.Ordinal), new() { ["From"] = "2026-06-01", ["Reason"] = "伪造" });
        (await CertifiedAsync("gas_storage", "2026-05-31")).ShouldContain("K2");
        (await CertifiedAsync("gas_storage", "2026-06-01")).ShouldNotContain("K2");
    }

    [Fact]
    public async Task refuses_the_same_number_of_the_same_issuer_and_keeps_what_was_typed()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        await IssueAsync(trainer, "K3", "N-3");
        var refused = await trainer.SubmitAsync("/Staff/Certificates/Issue", new()
        {
            ["PersonCode"] = "K4", ["PersonName"] = "另一人", ["Number"] = "N-3", ["Issuer"] = "晨光", ["Types"] = "solar", ["IssuedOn"] = "2026-01-10",
        });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("N-3");
        refused.Find("[name='Input.PersonName']").GetAttribute("value").ShouldBe("另一人");
        refused.Find("[name='Input.Types'][value=solar]").HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task of_two_people_at_one_certificate_the_second_is_told()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        var path = (await IssueAsync(trainer, "K5", "N-5")).Replace("/Details/", "/Renew/", StringComparison.Ordinal);
        var (first, second) = (await trainer.OpenAsync(path), await trainer.OpenAsync(path));
        (await trainer.SubmitAsync(first, new() { ["Until"] = "2028-01-01" })).ShouldBeOk();
        var told = await trainer.SubmitAsync(second, new() { ["Until"] = "2029-01-01" });
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text.ShouldContain("Renewed until 2028-01-01");
        told.Find("[name='Input.Until']").GetAttribute("value").ShouldBe("2029-01-01");
    }

    [Fact]
    public async Task registering_the_same_facts_twice_changes_nothing()
    {
        await installation.AsAsync(Roles.Trainer);
        CertificateFacts facts = new("F-9", "K9", "王九", "own", "公司", ["solar"], null, new DateOnly(2026, 1, 1), null);
        for (var i = 0; i < 2; i++)
        {
            await using var scope = installation.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IRegisterCertificates>().RegisterAsync([facts, facts with { Number = "F-10", PersonCode = "K10" }], CancellationToken.None);
        }
        (await CertifiedAsync("solar", "2026-05-01")).ShouldBeSubsetOf(["K9", "K10"]);
    }

    [Fact]
    public async Task a_customer_sees_by_the_code_on_the_paper_only_whether_it_is_valid_whose_and_for_what()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        var page = await IssueAsync(trainer, "K6", "N-6");
        var printed = await trainer.SubmitAsync(page.Replace("/Details/", "/Print/", StringComparison.Ordinal), [], with: "[name=Version]");
        var link = System.Text.RegularExpressions.Regex.Match(printed.ShouldBeOk().Text, @"/v/[\w-]{22}").Value;
        using var customer = installation.Anonymous();
        var seen = await customer.OpenAsync(link);
        seen.ShouldBeOk().Text.ShouldContain("This certificate is valid today.");
        seen.Text.ShouldContain("持证人K6");
        seen.Text.ShouldNotContain("N-6");
        seen.Text.ShouldNotContain("晨光");
        seen.Text.ShouldNotContain("2027");
        await trainer.SubmitAsync(page.Replace("/Details/", "/Suspend/", StringComparison.Ordinal), new() { ["From"] = "2026-03-11", ["Reason"] = "事故调查" });
        var suspended = await customer.OpenAsync(link);
        suspended.Text.ShouldContain("This certificate is not valid today.");
        suspended.Text.ShouldNotContain("事故调查");
        var (unknown, malformed) = (await customer.OpenAsync("/v/AAAAAAAAAAAAAAAAAAAAAA"), await customer.OpenAsync("/v/short"));
        (unknown.Status, malformed.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        unknown.Text.ShouldBe(malformed.Text);
    }

    [Fact]
    public async Task a_late_renewal_does_not_cover_the_days_between()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        var page = await IssueAsync(trainer, "K7", "N-7", until: "2026-02-28");
        (await trainer.SubmitAsync(page.Replace("/Details/", "/Renew/", StringComparison.Ordinal), new() { ["Until"] = "2027-02-28" })).ShouldBeOk();
        (await CertifiedAsync("gas_storage", "2026-02-28")).ShouldContain("K7");
        (await CertifiedAsync("gas_storage", "2026-03-05")).ShouldNotContain("K7");
        (await CertifiedAsync("gas_storage", "2026-03-11")).ShouldContain("K7");
    }
}
