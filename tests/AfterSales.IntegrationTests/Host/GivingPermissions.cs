using System.Net;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Host;

/// <summary>What roles may do is the company's to say, and the administrator sees it with their eyes.</summary>
public sealed class GivingPermissions(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task counts_from_the_next_request_and_is_in_the_audit_log()
    {
        var administrator = await installation.AsAsync(Roles.Administrator);
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        (await clerk.OpenAsync("/Settings/Audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var form = await administrator.OpenAsync("/Settings/EditPermission?code=host.audit.read");
        form.Document.QuerySelectorAll("input[name=held][checked]").Select(e => e.GetAttribute("value")).ShouldBe([Roles.Manager]);
        await administrator.SubmitAsync(form, new() { ["held"] = Roles.RecordsClerk });
        (await clerk.OpenAsync("/Settings/Audit")).ShouldBeOk();
        var manager = await installation.AsAsync(Roles.Manager);
        (await manager.OpenAsync("/Settings/Audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await installation.WithAsync<HostDbContext, string>(db => db.Set<AuditEntry>().Where(a => a.Action == "permission.changed").OrderBy(a => a.Id).Select(a => a.Subject + " " + a.Detail).FirstAsync()))
            .ShouldBe("host.audit.read +records-clerk -manager");
        (await administrator.OpenAsync("/Settings/Permissions")).Document.QuerySelectorAll("td.changed").Length.ShouldBe(2);
        await administrator.SubmitAsync("/Settings/EditPermission?code=host.audit.read", new() { ["held"] = Roles.Manager });
        (await clerk.OpenAsync("/Settings/Audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.OpenAsync("/Settings/Permissions")).Document.QuerySelectorAll("td.changed").Length.ShouldBe(0);
    }

    [Fact]
    public async Task has_words_for_every_permission_in_both_languages()
    {
        foreach (var language in (string[])["en", "zh-CN"])
        {
            var page = await (await installation.AsAsync(Roles.Administrator, language)).OpenAsync("/Settings/Permissions");
            page.Texts("th[scope=row]").Count().ShouldBe(AfterSalesModules.All.Sum(m => m.Permissions.Count));
            System.Text.RegularExpressions.Regex.Matches(page.Text, @"Permissions\.[\w.-]+").Select(m => m.Value).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("host.users.manage", Roles.Manager)]
    [InlineData("host.backups.take", Roles.Manager)]
    [InlineData("service.fees.make", Roles.BrandAuditor)]
    public async Task is_refused_where_it_would_give_everything_away(string permission, string role)
    {
        var administrator = await installation.AsAsync(Roles.Administrator);
        var form = await administrator.OpenAsync($"/Settings/EditPermission?code={permission}");
        using var content = new FormUrlEncodedContent([new("held", role), new("__RequestVerificationToken", form.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        using var answer = await administrator.Http.PostAsync($"/Settings/EditPermission?code={permission}", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task is_looked_at_with_the_eyes_of_a_role_or_a_person_and_nothing_is_written()
    {
        (await installation.RunAsync(["user", "add", "su", "--role", "administrator", "--password-stdin"], "a long sentence about tea")).ShouldSucceed();
        using var administrator = await installation.SignInAsync("su", "a long sentence about tea");
        await installation.AsAsync(Roles.Cashier);
        var begun = await administrator.SubmitAsync("/Settings/SeeAs", new() { ["Whom"] = "role:cashier" });
        begun.Find(".see-as").TextContent.ShouldContain("Cashier");
        (await administrator.OpenAsync("/Settings/Users")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.OpenAsync("/Settings/SeeAs")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var form = await administrator.OpenAsync("/Password");
        var before = await Fingerprint.OfAsync(installation.Services);
        (await administrator.SubmitAsync(form, new() { ["Current"] = "a long sentence about tea", ["Input.Password"] = "another sentence about rain" }, with: "input[type=password]")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Fingerprint.OfAsync(installation.Services)).ShouldBe(before);

        (await administrator.SubmitAsync(form, [], with: "form[action='/Settings/EndSeeAs']")).Url.AbsolutePath.ShouldBe("/Settings/SeeAs");
        var cashier = (await administrator.OpenAsync("/Settings/SeeAs")).Document.QuerySelectorAll("option").Single(o => o.TextContent.StartsWith("cashier-1", StringComparison.Ordinal)).GetAttribute("value");
        var person = await administrator.SubmitAsync("/Settings/SeeAs", new() { ["Whom"] = cashier });
        person.Find(".see-as").TextContent.ShouldContain("cashier-1");
        (await administrator.OpenAsync("/Settings/Account")).Text.ShouldContain("cashier-1");
        await administrator.SubmitAsync(person, [], with: "form[action='/Settings/EndSeeAs']");
        (await administrator.OpenAsync("/Settings/Users")).ShouldBeOk();
        (await installation.WithAsync<HostDbContext, List<string>>(db => db.Set<AuditEntry>().Where(a => a.Action.StartsWith("see-as")).OrderBy(a => a.Id).Select(a => a.ActorName + " " + a.Action + " " + a.Subject).ToListAsync()))
            .ShouldBe(["su see-as.begun cashier", "su see-as.ended cashier", "su see-as.begun cashier-1", "su see-as.ended cashier-1"]);
    }
}
