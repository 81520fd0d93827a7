using System.Net;
using AfterSales.Feedback.Brand;
using AfterSales.Feedback.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>Mentions entered and imported, promises, campaigns whose link brings requests.</summary>
public sealed class TheBrandOnTheServer(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task a_mention_is_entered_judged_and_answered_and_the_same_one_is_refused()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        Dictionary<string, string?> typed = new() { ["Place"] = "Weibo", ["PublishedAt"] = "2026-03-11T08:00", ["Author"] = "a", ["Text"] = "约好上午下午才来，态度差" };
        var page = (await officer.SubmitAsync("/Feedback/Brand/Enter", typed)).ShouldBeOk();
        page.Text.ShouldContain("Bad words: 态度差");
        (await officer.SubmitAsync(page, new() { ["Tone"] = "Negative" }, with: "[name='Input.Tone']")).ShouldBeOk();
        (await officer.SubmitAsync(page.Url.AbsolutePath, new() { ["Reply"] = "抱歉，已安排复检", ["RepliedAt"] = "2026-03-11T08:30" }, with: "[name='Input.Reply']")).ShouldBeOk();
        var mention = await installation.WithAsync<FeedbackDbContext, Mention>(db => db.Set<Mention>().AsNoTracking().SingleAsync(m => m.Author == "a"));
        (mention.Tone, mention.Answering.Ended).ShouldBe((Tone.Negative, new DateTime(2026, 3, 11, 0, 30, 0, DateTimeKind.Utc)));
        (await officer.SubmitAsync("/Feedback/Brand/Enter", typed)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task bad_rows_of_an_import_are_named_one_by_one_and_good_ones_go_in_once()
    {
        var path = installation.Folder.In("mentions.csv");
        await File.WriteAllTextAsync(path, """
            platform,published_at,author,text,stars,replied_at,reply
            weibo,2026-03-01 10:00,甲,很准时,5,,
            大众点评,2026-03-02 10:00,乙,态度差,1,2026-03-02 12:00,抱歉
            myspace,2026-03-01 10:00,丙,一般,3,,
            weibo,yesterday,丁,一般,3,,
            weibo,2027-03-01 10:00,戊,一般,3,,
            weibo,2026-03-01 10:00,己,,3,,
            weibo,2026-03-01 10:00,庚,一般,6,,
            weibo,2026-03-05 10:00,辛,一般,3,2026-03-04 10:00,早了
            """);
        for (var round = 1; round <= 2; round++)
        {
            var report = await installation.WithAsync<IServiceProvider, ImportReport>(async services =>
            {
                var made = new ImportReport("mentions", (Kernel.Text.Texts)services.GetService(typeof(Kernel.Text.Texts))!, null);
                await ((ImportMentions)services.GetService(typeof(ImportMentions))!).RunAsync(path, new ImportMap(), false, Actor.Import, made, CancellationToken.None);
                return made;
            });
            (report.Read, report.Accepted, report.Unchanged, report.Rejected).ShouldBe(round == 1 ? (8, 2, 0, 6) : (8, 0, 2, 6));
            report.Listed.Select(r => (r.Line, r.Column)).ShouldBe([(4, "platform"), (5, "published_at"), (6, "published_at"), (7, "text"), (8, "stars"), (9, "replied_at")]);
            report.Listed.ShouldAllBe(r => r.Reason.Length > 5);
        }
        (await installation.WithAsync<FeedbackDbContext, int>(db => db.Set<Mention>().CountAsync(m => m.Author == "甲" || m.Author == "乙"))).ShouldBe(2);
    }

    [Fact]
    public async Task a_request_through_a_campaigns_link_is_counted_for_it()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        (await manager.SubmitAsync("/Feedback/Brand/Campaign", new() { ["Code"] = "spring26", ["Name"] = "春季清洗", ["From"] = "2026-03-01", ["Until"] = "2026-04-01", ["Cost"] = "300" })).ShouldBeOk().Text.ShouldContain("/r?c=SPRING26");
        (await manager.SubmitAsync("/Feedback/Brand/Campaign", new() { ["Code"] = "SPRING26", ["Name"] = "again", ["From"] = "2026-03-01", ["Until"] = "2026-04-01", ["Cost"] = "0" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var customer = installation.Anonymous();
        var page = await customer.OpenAsync("/r?c=spring26");
        page = await customer.SubmitAsync(page, new() { ["Kind"] = "Repair", ["Description"] = "不出热水" }, with: "textarea");
        page = await customer.SubmitAsync(page, new() { ["Address"] = "文二路 2 号" }, with: "[name='Input.Address']");
        (await customer.SubmitAsync(page, new() { ["Name"] = "李雷", ["Phone"] = "13900139777", ["Consent"] = "true" }, with: "[name='Input.Phone']")).ShouldBeOk();
        (await installation.WithAsync<ServiceDbContext, string?>(db => db.Set<ServiceOrder>().Where(o => o.ContactPhone == "13900139777").Select(o => o.Campaign).SingleAsync())).ShouldBe("SPRING26");
        var result = (await installation.WithAsync<ICampaignResults, IReadOnlyList<CampaignResult>>(r => r.OfAsync(["SPRING26", "NOTHING1"], CancellationToken.None))).ToDictionary(r => r.Code);
        (result["SPRING26"].Requests, result["SPRING26"].Registrations, result["NOTHING1"].Requests).ShouldBe((1, 1, 0));
        (await manager.OpenAsync("/Feedback/Brand/Campaigns")).Text.ShouldContain("300.00");
    }

    [Fact]
    public async Task a_promise_is_published_planned_and_withdrawn()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var page = (await manager.SubmitAsync("/Feedback/Brand/Promises", new() { ["Zh"] = "准时上门", ["En"] = "On time", ["Indicator"] = "on_time_arrival_rate", ["Target"] = "95", ["PublishedOn"] = "2026-03-01" }, with: "[name='Input.Zh']")).ShouldBeOk();
        page.Text.ShouldContain("95.0%");
        page = (await manager.SubmitAsync(page, new() { ["What"] = "排班加人", ["Owner"] = "王经理", ["Due"] = "2026-05-01" }, with: "[name='Step.What']")).ShouldBeOk();
        page.Text.ShouldContain("排班加人");
        (await manager.SubmitAsync(page, [], with: "form[action*='handler=Withdraw']")).ShouldBeOk().Text.ShouldContain("2026-03-11");
    }
}
