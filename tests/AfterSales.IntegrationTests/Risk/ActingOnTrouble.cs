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
    public async Task news_of_a_good_signal_opens_none()
    {
        await SignalAsync(Signal("nps", "2026-01") with { IsWorse = false });
        (await AboutAsync("signal:nps")).ShouldBeEmpty();
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
