using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>Relationship samples, and past answers from a file.</summary>
public sealed class DrawingAndImportingAnswers(Installation installation) : IClassFixture<Installation>
{
    static int _phones;

    /// <summary>A completed enquiry; asked about only when its event is delivered.</summary>
    async Task<string> CompletedAsync()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        (await manager.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = $"1370015{++_phones:0000}", ["Name"] = "张伟", ["Address"] = "文一路 1 号", ["Description"] = "咨询", ["Kind"] = "Enquiry" })).ShouldBeOk();
        var number = await installation.WithAsync<ServiceDbContext, string>(db => db.Set<ServiceOrder>().OrderByDescending(o => o.Id).Select(o => o.Number).FirstAsync());
        await manager.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "答复" });
        await manager.SubmitAsync($"/Service/Requests/Complete/{number}", new() { ["Outcome"] = "Fixed", ["Result"] = "已答复" });
        return number;
    }

    [Fact]
    public async Task a_quarter_is_drawn_once_and_never_presses_who_opted_out()
    {
        for (var i = 0; i < 3; i++) await CompletedAsync();
        await installation.DeliverEventsAsync();
        var unwilling = await installation.WithAsync<FeedbackDbContext, string>(async db =>
        {
            var key = await db.Set<Invitation>().Where(i => i.Kind == SurveyKind.Service).Select(i => i.ContactKey).FirstAsync();
            db.Add(new OptOut { ContactKey = key, Since = installation.Now });
            await db.SaveChangesAsync();
            return key;
        });
        var manager = await installation.AsAsync(Roles.Manager);
        (await manager.SubmitAsync("/Feedback/Surveys/Samples", [], with: "form.mb-3")).ShouldBeOk();
        (await installation.WithAsync<DrawRelationshipSample, RelationshipSample?>(d => d.DrawAsync("other", Actor.System, CancellationToken.None))).ShouldBeNull("the quarter is drawn");
        var sample = await installation.WithAsync<FeedbackDbContext, RelationshipSample>(db => db.Set<RelationshipSample>().AsNoTracking().Include(s => s.Strata).SingleAsync());
        sample.LeftOut.ShouldBeGreaterThanOrEqualTo(1);
        var asked = await installation.WithAsync<FeedbackDbContext, List<string>>(db => db.Set<Invitation>().Where(i => i.Kind == SurveyKind.Relationship).Select(i => i.ContactKey).ToListAsync());
        asked.Count.ShouldBe(sample.Drawn);
        asked.ShouldNotContain(unwilling);
        asked.Distinct().Count().ShouldBe(asked.Count);
    }

    [Fact]
    public async Task past_answers_go_in_once_and_bad_rows_are_named()
    {
        var (order, other) = (await CompletedAsync(), await CompletedAsync());
        await installation.DeliverEventsAsync();
        await installation.WithAsync<FeedbackDbContext>(db => db.Set<Invitation>().Where(i => i.Orders.Any(o => o.Number == order || o.Number == other)).ExecuteDeleteAsync()); // as if the earlier system had asked
        var path = installation.Folder.In("answers.csv");
        var now = installation.Now.AddHours(8).ToString("yyyy-MM-dd'T'HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(path, $"""
            order_no,answered_at,rating,recommendation,comment
            {order},{now},1,0,不满意
            SO-NONE,{now},5,10,
            {other},{now},6,10,
            {other},2026-03-10 09:30,5,10,
            {other},2027-03-11 09:30,5,10,
            {other},{now},,,
            """);
        for (var round = 1; round <= 2; round++)
        {
            var report = await installation.WithAsync<IServiceProvider, ImportReport>(async services =>
            {
                var made = new ImportReport("survey-answers", services.GetRequiredService<Texts>(), null);
                await services.GetRequiredService<ImportAnswers>().RunAsync(path, new ImportMap(), false, made, CancellationToken.None);
                return made;
            });
            (report.Accepted, report.Unchanged, report.Rejected).ShouldBe(round == 1 ? (1, 0, 5) : (0, 1, 5));
            report.Listed.Select(r => (r.Line, r.Column)).ShouldBe([(3, "order_no"), (4, "rating"), (5, "answered_at"), (6, "answered_at"), (7, "rating")]);
        }
        var invitation = await installation.WithAsync<FeedbackDbContext, Invitation>(db => db.Set<Invitation>().AsNoTracking().Whole().SingleAsync(i => i.Orders.Any(o => o.Number == order)));
        (invitation.Response!.Rating, invitation.Response.Recommendation, invitation.Response.Comment).ShouldBe((1, 0, "不满意"));
        (await installation.WithAsync<FeedbackDbContext, bool>(db => db.Set<CallBack>().AnyAsync(c => c.InvitationId == invitation.PublicId))).ShouldBeFalse("history calls nobody back");
    }

    [Fact]
    public async Task the_analysis_pages_show_what_was_answered()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        foreach (var by in SurveyAnalysis.Dimensions) (await officer.OpenAsync("/Feedback/Surveys/Analysis?by=" + by)).ShouldBeOk();
        foreach (var by in ComplaintAnalysis.Dimensions) (await officer.OpenAsync("/Feedback/Complaints/Analysis?upheld=true&by=" + by)).ShouldBeOk();
        foreach (var page in new[] { "", "/Mentions?state=untoned&tone=Negative&q=x", "/Promises", "/Campaigns", "/Testimonials", "/Analyses", "/Import" }) (await officer.OpenAsync("/Feedback/Brand" + page)).ShouldBeOk();
    }
}
