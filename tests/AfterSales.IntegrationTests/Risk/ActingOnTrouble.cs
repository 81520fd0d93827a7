using System.Net;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Data;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Risk;

/// <summary>Corrective actions on the server: opened by signals and other modules exactly once, worked through on the pages, reopened where they had no effect.</summary>
public sealed class ActingOnTrouble(Installation installation) : IClassFixture<Installation>
{
    Task<List<CorrectiveAction>> AboutAsync(string key) => installation.WithAsync<RiskDbContext, List<CorrectiveAction>>(db => db.Set<CorrectiveAction>().AsNoTracking().Whole().Where(a => a.Triggers.Any(t => t.Key.StartsWith(key))).ToListAsync());

    async Task SignalAsync(SignalFound signal)
    {
        await installation.WithAsync<ReportingDbContext>(async db =>
        {
            db.Publish(signal, installation.Now);
            await db.SaveChangesAsync();
        });
        await installation.DeliverEventsAsync();
    }

    SignalFound Signal(string indicator, string period, string rule = "beyond_limits") =>
        new(indicator, "month", period, DateOnly.Parse(period + "-01", null), DateOnly.Parse(period + "-01", null).AddMonths(1).AddDays(-1), rule, 0.71, 0.8, 0.9, 1, 3, installation.Now) { IsWorse = true };

    [Fact]
    public async Task a_bad_signal_opens_one_action_however_often_it_is_told()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer, "zh-CN");
        for (var i = 0; i < 3; i++) await SignalAsync(Signal("csat_top2", "2026-01"));
        var action = (await AboutAsync("signal:csat_top2")).Single();
        (action.Source, action.Stage, action.SignalFrom, action.SignalTo).ShouldBe((ActionSource.Signal, ActionStage.Plan, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)));
        await SignalAsync(Signal("csat_top2", "2026-02"));
        (await AboutAsync("signal:csat_top2")).Single().Triggers.Count.ShouldBe(2, "the same trouble again joins the action that is open");
        var page = (await officer.OpenAsync(OpenAction.Page(action))).ShouldBeOk();
        page.Text.ShouldContain("2026-01：0.71（超出控制限；中心线 0.9，控制限 0.8 至 1）");
        (await officer.OpenAsync("/Messages?state=all")).Text.ShouldContain("出现异常信号");
    }

    [Fact]
    public async Task one_team_that_stands_apart_has_an_action_of_its_own()
    {
        var signal = Signal("handling_on_time_rate", "2026-01");
        foreach (var told in (SignalFound[])[signal, signal with { Dimension = "team", Member = "B" }, signal with { Dimension = "team", Member = "B" }]) await SignalAsync(told);
        (await AboutAsync("signal:handling_on_time_rate")).Select(a => (a.Dimension, a.Member, a.Triggers.Count)).ShouldBe([(null, null, 1), ("team", "B", 1)]);
    }

    [Fact]
    public async Task news_of_a_good_signal_opens_none()
    {
        await SignalAsync(Signal("nps", "2026-01") with { IsWorse = false });
        (await AboutAsync("signal:nps")).ShouldBeEmpty();
    }

    [Fact]
    public async Task the_fault_codes_that_explain_most_of_a_shift_are_named()
    {
        SignalSlice Fault(string code, double explained) => new("fault", code, 0.5, 10, explained, 0.1);
        await SignalAsync(Signal("repeat_visit_rate", "2026-01") with { Slices = [new("team", "B", 0.6, 40, 0.9, 0.3), Fault("E4", 0.1), Fault("E1", 0.5), Fault("E7", 0.2), Fault("E2", 0.05)] });
        var action = (await AboutAsync("signal:repeat_visit_rate")).Single();
        action.FaultList.ShouldBe(["E1", "E7", "E4"]);
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        (await officer.OpenAsync(OpenAction.Page(action))).Find("[name='Plan.Faults']").GetAttribute("value").ShouldBe("E1,E7,E4");
    }

    [Fact]
    public async Task a_finding_of_the_brands_audit_opens_one_action_for_each_clause_however_often_it_is_told()
    {
        var audit = PublicId.New(installation.Now);
        AuditFindingRaised Finding(string order, string clause) => new(audit, "default", new DateOnly(2026, 2, 1), order, clause, "晚到两小时", "赵工", installation.Now);
        for (var round = 0; round < 2; round++)
        {
            await installation.WithAsync<ReportingDbContext>(async db =>
            {
                foreach (var finding in (AuditFindingRaised[])[Finding("SO-1", "1.4"), Finding("SO-2", "1.4"), Finding("SO-2", "8.2")]) db.Publish(finding, installation.Now);
                await db.SaveChangesAsync();
            });
            await installation.DeliverEventsAsync();
        }
        var actions = await AboutAsync($"audit:{audit:N}");
        actions.Select(a => (a.Source, a.Triggers.Count)).ShouldBe([(ActionSource.Audit, 2), (ActionSource.Audit, 1)]);
        actions[0].Triggers.ShouldAllBe(t => t.AboutId == audit && t.Link == $"/Reporting/Audits/Details/{audit}");
        var officer = await installation.AsAsync(Roles.QualityOfficer, "zh-CN");
        (await officer.OpenAsync(OpenAction.Page(actions[0]))).Text.ShouldContain("赵工 对 2026-02 的审核：条款 1.4 未达标。订单 SO-1：晚到两小时");
        (await officer.OpenAsync("/Messages?state=all")).Text.ShouldContain("已签署 2026-02 的审核");
        (await officer.OpenAsync("/Risk/Actions?state=plan")).Text.ShouldContain("条款 8.2 未达标");
    }

    [Fact]
    public async Task a_measure_may_name_a_course_that_the_company_offers()
    {
        var course = Course.Create("T-IGN", new CourseFacts("点火系统检修", null, CourseContent.Theory, CourseMethod.Classroom, 4, new Marks(), AttemptRule.Best, null, 30, "first_time_fix_rate", null, null, null, []), installation.Now);
        await installation.WithAsync<StaffDbContext>(async db =>
        {
            db.Add(course);
            await db.SaveChangesAsync();
        });
        await SignalAsync(Signal("first_time_fix_rate", "2026-01"));
        var path = OpenAction.Page((await AboutAsync("signal:first_time_fix_rate")).Single());
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var page = (await officer.SubmitAsync(path, new() { ["Why[0]"] = "first look is wrong" }, with: "[name='Why[0]']")).ShouldBeOk();
        page.Find("[name='Plan.Course'] option[selected]").GetAttribute("value").ShouldBe("T-IGN", "the course is meant to move that number");
        Dictionary<string, string?> plan = new() { ["Measure"] = "Train team B", ["Owner"] = Me(page), ["Due"] = "2027-12-01", ["Plan.Faults"] = "E1， E3" };
        (await officer.SubmitAsync(path, new(plan) { ["Plan.Course"] = "T-GONE" }, with: "[name='Plan.Measure']")).Text.ShouldContain("The company offers no course “T-GONE”");
        var agreed = (await officer.SubmitAsync(path, plan, with: "[name='Plan.Measure']")).ShouldBeOk();
        agreed.Text.ShouldContain("T-IGN 点火系统检修");
        (await AboutAsync("signal:first_time_fix_rate")).Single().FaultList.ShouldBe(["E1", "E3"]);
    }

    [Fact]
    public async Task of_many_requests_with_one_key_one_opens_and_the_others_are_told_of_it()
    {
        var about = PublicId.New(installation.Now);
        var request = new ActionRequest($"complaint:{about:N}", ActionSources.Complaint, "twice not mended", about, "CP-2026-000001", "/Feedback/Complaints");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => installation.WithAsync<IAskForActions, ActionAnswer>(ask => ask.AskAsync(request, CancellationToken.None))));
        answers.Select(a => a.ActionId).Distinct().Count().ShouldBe(1);
        answers.Count(a => a.IsNew).ShouldBe(1);
        answers.ShouldAllBe(a => a.Number.StartsWith("CA-2026-", StringComparison.Ordinal));
        (await AboutAsync(request.Key)).Count.ShouldBe(1);
        await Should.ThrowAsync<InvalidOperationException>(() => installation.WithAsync<IAskForActions, ActionAnswer>(ask => ask.AskAsync(request with { Key = "x", Source = "weather" }, CancellationToken.None)));
    }

    [Fact]
    public async Task an_action_is_worked_through_and_reopened_when_it_had_no_effect()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var opened = (await officer.SubmitAsync("/Risk/Actions/Open", new() { ["Problem"] = "Photos are missing", ["Source"] = "Audit" })).ShouldBeOk();
        var path = opened.Url.AbsolutePath;
        Dictionary<string, string?> plan = new() { ["Measure"] = "Upload later", ["Owner"] = Me(opened), ["Due"] = "2027-12-01" };
        (await officer.SubmitAsync(path, plan, with: "[name='Plan.Measure']")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "the cause comes first");
        (await officer.SubmitAsync(path, new() { ["Why[0]"] = "not uploaded", ["Why[1]"] = "no signal" }, with: "[name='Why[0]']")).ShouldBeOk();
        (await officer.SubmitAsync(path, new() { ["Containment"] = "looked at one by one" }, with: "[name='Input.Containment']")).ShouldBeOk().Text.ShouldContain("looked at one by one");
        (await officer.SubmitAsync(path, plan, with: "[name='Plan.Measure']")).ShouldBeOk().Text.ShouldContain("Root cause: no signal");
        (await officer.SubmitAsync(path, new() { ["Proof"] = "seen in 20 orders" }, with: "[name='Input.Proof']")).ShouldBeOk();
        var again = (await officer.SubmitAsync(path, new() { ["Why"] = "seen again today" }, with: "#judge")).ShouldBeOk();
        again.Text.ShouldContain("Not effective, begins again: seen again today");
        again.Find("[name='Plan.Measure']");
        (await officer.OpenAsync("/Risk/Actions?state=plan")).Text.ShouldContain("Photos are missing");
        var trainer = await installation.AsAsync(Roles.Trainer);
        (await trainer.OpenAsync(path)).ShouldBeOk().Document.QuerySelector("main form[method=post]").ShouldBeNull("who only reads is offered nothing");
    }

    static string Me(Shown page) => page.Document.QuerySelectorAll("[name='Plan.Owner'] option").First(o => o.TextContent.Contains(Roles.QualityOfficer, StringComparison.Ordinal)).GetAttribute("value")!;

    [Fact]
    public async Task an_act_on_what_somebody_else_changed_is_refused_with_what_changed()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var page = (await officer.SubmitAsync("/Risk/Actions/Open", new() { ["Problem"] = "Two at once" })).ShouldBeOk();
        (await officer.SubmitAsync(page, new() { ["Why[0]"] = "first" }, with: "[name='Why[0]']")).ShouldBeOk();
        var second = await officer.SubmitAsync(page, new() { ["Why[0]"] = "second" }, with: "[name='Why[0]']");
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("Root cause: first");
    }

    [Fact]
    public async Task an_upheld_complaint_leads_to_one_action_and_carries_its_number()
    {
        var id = await installation.WithAsync<IServiceProvider, Guid>(async services =>
        {
            var (db, rules, at) = (services.GetRequiredService<FeedbackDbContext>(), services.GetRequiredService<ComplaintRulebook>().InForceAt(installation.Now), installation.Now);
            var complaint = Complaint.Receive(new ComplaintIntake { ReceivedAt = at, ReceivedDay = new DateOnly(2026, 3, 11), Phone = "13900139000", Text = "修了两次还不热" }, rules, Actor.System);
            complaint.Acknowledge("x", rules, at, Actor.System);
            complaint.Assess(Severity.Normal, ComplaintMatter.Service, "", rules, at, Actor.System);
            complaint.Investigate("首次诊断不准", Finding.Upheld, rules, at, Actor.System);
            db.Add(complaint);
            await db.SaveChangesAsync();
            return complaint.PublicId;
        });
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var page = await officer.OpenAsync($"/Feedback/Complaints/Details/{id}");
        for (var i = 0; i < 2; i++) (await officer.SubmitAsync(page, [], with: "form[action*='handler=Correct']")).ShouldBeOk();
        var action = (await AboutAsync($"complaint:{id:N}")).Single();
        action.Problem.ShouldContain("首次诊断不准");
        (await installation.WithAsync<FeedbackDbContext, string?>(db => db.Set<Complaint>().Where(c => c.PublicId == id).Select(c => c.Action).SingleAsync())).ShouldBe(action.Number);
        (await officer.OpenAsync($"/Feedback/Complaints/Details/{id}")).Find($"a[href*='{action.Number}']");
    }

    [Fact]
    public async Task the_night_verifies_from_the_numbers_and_too_few_is_looked_at_later()
    {
        (await installation.RunAsync(["warehouse", "load"])).ShouldSucceed();
        var id = await installation.WithAsync<RiskDbContext, Guid>(async db =>
        {
            var (today, now, who) = (new DateOnly(2025, 12, 1), new DateTime(2025, 12, 1, 2, 0, 0, DateTimeKind.Utc), Actor.System);
            var action = CorrectiveAction.Open(new Trigger("night", ActionSource.Audit, null, null, null), "p", null, new ActionPolicy(), today, now, who);
            action.Analyse(["w"], now, who);
            action.Agree("m", new Owner(null, "o"), today, new Expectation("response_on_time_rate", null, null, true, null), today, now, who);
            action.Finish("p", new ActionPolicy(), today, now, who);
            db.Add(action);
            await db.SaveChangesAsync();
            return action.PublicId;
        });
        await installation.WithAsync<VerifyActions>(job => job.RunAsync(installation.Now, CancellationToken.None));
        var looked = (await AboutAsync("night")).Single();
        (looked.Stage, looked.Round!.Verdict, looked.Round.AfterN).ShouldBe((ActionStage.Check, EffectVerdict.TooFew, 0));
        looked.NextDue.ShouldBe(DateOnly.FromDateTime(installation.Now.AddHours(8)).AddDays(28));
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        (await officer.OpenAsync($"/Risk/Actions/Details/{id}")).Text.ShouldContain("Too few to say: 0 rows before, 0 after");
    }
}
