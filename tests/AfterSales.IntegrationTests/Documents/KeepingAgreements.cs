using System.Net;
using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>Agreements through their pages: from the template to the signed copy on file, amended, reminded of, ended.</summary>
public sealed class KeepingAgreements(Installation installation) : IClassFixture<Installation>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;
    static string Page(string details, string act) => details.Replace("/Details/", $"/{act}/", StringComparison.Ordinal);

    static async Task<string> WriteAsync(Visitor clerk, string party, string start, string end)
    {
        var shown = await clerk.SubmitAsync("/Documents/Agreements/Write", new() { ["Party"] = party, ["Kind"] = "Hotel", ["StartsOn"] = start, ["EndsOn"] = end, ["ResponseHours"] = "12" });
        shown.ShouldBeOk().Text.ShouldContain("draft");
        return shown.Url.AbsolutePath;
    }

    async Task<string> SignedAsync(string party, string start = "2026-03-01", string end = "2026-12-31", bool copy = true)
    {
        var (clerk, manager) = (await installation.AsAsync(Roles.RecordsClerk), await installation.AsAsync(Roles.Manager));
        var details = await WriteAsync(clerk, party, start, end);
        await SignAsync(clerk, manager, details, copy);
        return details;
    }

    static async Task SignAsync(Visitor clerk, Visitor manager, string details, bool copy)
    {
        (await clerk.SubmitAsync(await clerk.OpenAsync(Page(details, "Review")), [], with: "button[value=submit]")).ShouldBeOk().Text.ShouldContain("Sent to review");
        (await clerk.OpenAsync(Page(details, "Sign"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await manager.SubmitAsync(await manager.OpenAsync(Page(details, "Sign")), [], with: "[name='Input.SignedOn']", files: copy ? new() { ["Copy"] = new("scan.pdf", PaperFiles.Pdf("签署文本 " + details), "application/pdf") } : null)).ShouldBeOk();
    }

    [Fact]
    public async Task from_the_template_to_the_signed_copy_on_file()
    {
        var details = await SignedAsync("和美酒店");
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var shown = await clerk.OpenAsync(details);
        shown.Text.ShouldContain("effective");
        shown.Text.ShouldContain("Version 1 signed, effective from 2026-03-01");
        var record = await clerk.OpenAsync(shown.Find("tbody a[href^='/Documents/Records/Details/']").GetAttribute("href")!);
        record.ShouldBeOk().Text.ShouldContain("AG-2026-");
        record.Text.ShouldContain("Signed copy");
        var print = await clerk.OpenAsync(Page(details, "Print"));
        print.Text.ShouldContain("甲方（用户）：和美酒店");
        print.Text.ShouldContain("Customer: 和美酒店");
        print.Text.ShouldContain("within 12 hours");
    }

    [Fact]
    public async Task refuses_with_a_sentence_an_end_before_the_start_and_two_versions_on_one_day()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var wrong = await clerk.SubmitAsync("/Documents/Agreements/Write", new() { ["Party"] = "某酒店", ["StartsOn"] = "2026-06-01", ["EndsOn"] = "2026-05-31" });
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("It would end before it starts");
        wrong.Find("[name='Input.Party']").GetAttribute("value").ShouldBe("某酒店");
        var details = await SignedAsync("同日酒店");
        var same = await clerk.SubmitAsync(Page(details, "Amend"), new() { ["Reason"] = "变更", ["StartsOn"] = "2026-03-01" });
        same.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        same.Text.ShouldContain("Another version takes effect on 2026-03-01 already");
    }

    [Fact]
    public async Task each_version_is_told_once_when_it_is_signed()
    {
        var (clerk, manager) = (await installation.AsAsync(Roles.RecordsClerk), await installation.AsAsync(Roles.Manager));
        var details = await SignedAsync("公告酒店");
        (await clerk.SubmitAsync(Page(details, "Amend"), new() { ["Reason"] = "缩短时限", ["StartsOn"] = "2026-04-01", ["NoticeOn"] = "2026-03-11", ["ResponseHours"] = "8" })).ShouldBeOk();
        await SignAsync(clerk, manager, details, copy: false);
        (await clerk.OpenAsync("/Documents/Agreements?view=no_copy")).Text.ShouldContain("公告酒店");
        await WatchAsync("2026-03-31");
        await WatchAsync("2026-04-01");
        await WatchAsync("2026-04-02");
        var id = details[^36..];
        var told = await installation.WithAsync<DocumentsDbContext, List<OutboxMessage>>(db => db.Outbox.Where(m => m.Type == typeof(AgreementSigned).FullName && m.Payload.Contains(id)).OrderBy(m => m.Id).ToListAsync(Stop));
        told.Count.ShouldBe(2);
        told[0].Payload.ShouldContain("\"ResponseHours\":12");
        told[1].Payload.ShouldContain("\"ResponseHours\":8");
        told[1].Payload.ShouldContain("\"From\":\"2026-04-01\"");
    }

    Task WatchAsync(string day) => installation.WithAsync<WatchAgreements>(watch => watch.RunAsync(new DateTime(DateOnly.ParseExact(day, "yyyy-MM-dd"), new TimeOnly(3, 0), DateTimeKind.Utc), Stop));

    [Fact]
    public async Task reminds_ninety_thirty_and_seven_days_before_an_undecided_end()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        await SignedAsync("提醒酒店", end: "2026-10-31");
        foreach (var (day, notices) in new[] { ("2026-08-01", 0), ("2026-08-02", 1), ("2026-08-03", 1), ("2026-10-01", 2), ("2026-10-24", 3), ("2026-10-31", 3) })
        {
            await WatchAsync(day);
            (await clerk.OpenAsync("/Messages")).Texts(".notice").Count(t => t.Contains("提醒酒店", StringComparison.Ordinal)).ShouldBe(notices, day);
        }
    }

    [Fact]
    public async Task the_reference_contract_is_there_with_all_its_clauses()
    {
        await WatchAsync("2026-03-11");
        await WatchAsync("2026-03-12");
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var shown = await clerk.OpenAsync($"/Documents/Agreements/Details/{ReferenceContract.PublicId}");
        shown.ShouldBeOk().Text.ShouldContain("69 clauses");
        shown.Text.ShouldContain("1.3.1");
        shown.Text.ShouldContain("After termination");
        (await installation.WithAsync<DocumentsDbContext, int>(db => db.Set<Agreement>().CountAsync(a => a.IsReference, Stop))).ShouldBe(1);
    }
}
