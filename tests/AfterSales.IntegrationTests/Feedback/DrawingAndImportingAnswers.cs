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
        (await manager.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "答复" })).ShouldBeOk();
        (await manager.SubmitAsync($"/Service/Requests/Complete/{number}", new() { ["Outcome"] = "Fixed", ["Result"] = "已答复" })).ShouldBeOk();
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
            db.Add(new OptOut { ContactKey = key, Since = installation.Now, By = "customer" });
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
    public async Task past_complaints_go_in_once_by_the_verb_with_their_clocks_and_bad_rows_are_named()
    {
        var order = await CompletedAsync();
        var path = installation.Folder.In("complaints.csv");
        await File.WriteAllTextAsync(path, $"""
            complaint_no,order_no,channel,phone,text,severity,received_at,acknowledged_at,decided_at,closed_at,finding,cause,remedy,decision,action,settled
            T-1,{order},line12315,,修了三次没修好,serious,2026-03-02 09:00,2026-03-02 15:00,2026-03-05 10:00,2026-03-06 10:00,upheld,workmanship,refund,全额退款,复训,yes
            T-2,,phone,13900139010,态度差,,2026-03-02 09:00,2026-03-04 09:00,,,,,,,,
            T-3,,phone,13900139010,等了两天,,2026-03-02 09:00,,,2026-03-20 10:00,not_upheld,,none,,,
            ,,phone,13900139010,x,,2026-03-02 09:00,,,,,,,,,
            T-5,SO-NONE,phone,13900139010,x,,2026-03-02 09:00,,,,,,,,,
            T-6,,pigeon,13900139010,x,,2026-03-02 09:00,,,,,,,,,
            T-7,,phone,,x,,2026-03-02 09:00,,,,,,,,,
            T-8,,phone,13900139010,x,,2026-03-02 09:00,2026-03-01 09:00,,,,,,,,
            T-9,,phone,13900139010,x,,2026-03-02 09:00,,2026-03-03 09:00,,,,,,,
            T-10,,phone,13900139010,x,,2026-03-02 09:00,,2026-03-03 09:00,2026-03-04 09:00,upheld,,apology,,,
            T-11,,phone,13900139010,x,,2026-03-02 09:00,,2026-03-03 09:00,,upheld,weather,apology,,,
            T-12,,phone,13900139010,x,,2026-03-02 09:00,,2026-03-03 09:00,,not_upheld,,refund,,,
            T-13,,phone,13900139010,x,,2026-03-02 09:00,,,,,,,,,yes
            T-14,,phone,13900139010,,,2026-03-02 09:00,,,,,,,,,
            """);
        var refused = new (int, string)[] { (4, "closed_at"), (5, "complaint_no"), (6, "order_no"), (7, "channel"), (8, "phone"), (9, "acknowledged_at"), (10, "finding"), (11, "cause"), (12, "cause"), (13, "remedy"), (14, "settled"), (15, "text") };
        for (var round = 1; round <= 2; round++)
        {
            var ran = await installation.RunAsync(["import", "complaints", path, "--json"]);
            ran.Exit.ShouldBe(4);
            int Count(string name) => ran.Json.GetProperty(name).GetInt32();
            (Count("read"), Count("accepted"), Count("unchanged"), Count("rejected")).ShouldBe(round == 1 ? (14, 2, 0, 12) : (14, 0, 2, 12));
            ran.Json.GetProperty("rejects").EnumerateArray().Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("column").GetString()!)).ShouldBe(refused);
        }
        var known = await installation.WithAsync<FeedbackDbContext, List<Complaint>>(db => db.Set<Complaint>().AsNoTracking().Where(c => c.EarlierNumber != null).OrderBy(c => c.EarlierNumber).ToListAsync());
        var (closed, open) = (known[0], known[1]);
        (closed.Stage, closed.OrderNumber, closed.Cause, closed.Settled, closed.Severity).ShouldBe((ComplaintStage.Closed, order, "workmanship", true, Severity.Serious));
        closed.Clocks.ShouldAllBe(c => c.Clock.Verdict == Kernel.Clocks.ClockVerdict.Met); // 6 h of 24; Thursday of Monday + 3 working days; Friday of seven
        (open.Stage, open.Acknowledging.Verdict).ShouldBe((ComplaintStage.Acknowledged, Kernel.Clocks.ClockVerdict.Missed)); // 48 h
        await installation.DeliverEventsAsync();
        (await installation.WithAsync<FeedbackDbContext, bool>(db => db.Set<Invitation>().AnyAsync(i => i.AboutId == closed.PublicId))).ShouldBeFalse("history asks nobody");
    }

    [Fact]
    public async Task words_of_a_questionnaire_come_back_translated_into_the_draft_and_bad_rows_are_named()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var id = await installation.WithAsync<FeedbackDbContext, Guid>(db => db.Set<Questionnaire>().Where(q => q.Kind == SurveyKind.Training).Select(q => q.PublicId).SingleAsync());
        var file = await officer.Http.GetStringAsync($"/Feedback/Surveys/Translations/{id}?handler=File");
        file.ShouldContain("\"pace/slow\",\"太慢\",\"Too slow\"");
        var changed = file.Replace("Too slow", "Much too slow", StringComparison.Ordinal) + $"\"pace/never\",\"从不\",\"Never\"\r\n\"trainer\",\"{new string('长', 300)}\",\"x\"\r\n";
        var page = await officer.SubmitAsync(await officer.OpenAsync($"/Feedback/Surveys/Translations/{id}"), [], with: "[type=file]", files: new() { ["file"] = new FileToSend("words.csv", System.Text.Encoding.UTF8.GetBytes(changed), "text/csv") });
        page.ShouldBeOk().Texts("tbody tr").Count(t => t.Contains("pace/never", StringComparison.Ordinal) || t.Contains("长长", StringComparison.Ordinal)).ShouldBe(2);
        var stored = await installation.WithAsync<FeedbackDbContext, Questionnaire>(db => db.Set<Questionnaire>().AsNoTracking().Include(q => q.Versions).SingleAsync(q => q.PublicId == id));
        stored.Edited.Single(q => q.Code == "pace").Choices.Single(c => c.Code == "slow").En.ShouldBe("Much too slow");
        stored.Current.Questions.Single(q => q.Code == "pace").Choices.Single(c => c.Code == "slow").En.ShouldBe("Too slow", "what is published does not change");
    }

    [Fact]
    public async Task a_question_can_rest_on_a_choice_and_is_asked_when_that_is_picked()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var id = await installation.WithAsync<FeedbackDbContext, Guid>(db => db.Set<Questionnaire>().Where(q => q.Kind == SurveyKind.Relationship).Select(q => q.PublicId).SingleAsync());
        Task<Shown> AddAsync(Dictionary<string, string?> typed) => officer.SubmitAsync($"/Feedback/Surveys/Edit/{id}", typed, with: "[name='Input.Zh']");
        (await AddAsync(new() { ["Kind"] = "Single", ["Zh"] = "您从哪里知道我们？", ["En"] = "Where did you hear of us?", ["Choices"] = "朋友 | Friends\n网络 | Internet" })).ShouldBeOk();
        (await AddAsync(new() { ["Kind"] = "Text", ["Zh"] = "哪个网站？", ["En"] = "Which site?", ["If"] = "q1=c2" })).ShouldBeOk().Text.ShouldContain("Internet");
        var edited = (await installation.WithAsync<FeedbackDbContext, Questionnaire>(db => db.Set<Questionnaire>().AsNoTracking().Include(q => q.Versions).SingleAsync(q => q.PublicId == id))).Edited;
        edited.Asked(new Dictionary<string, string> { ["q1"] = "c1" }).ShouldNotContain(q => q.Code == "q2");
        edited.Asked(new Dictionary<string, string> { ["q1"] = "c2" }).ShouldContain(q => q.Code == "q2");
        var refused = await officer.SubmitAsync($"/Feedback/Surveys/Edit/{id}?code=q1", new() { ["Choices"] = "朋友 | Friends\n广告 | Advertisement" }, with: "[name='Input.Zh']");
        refused.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity, "another question rests on the choice that would go");
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
