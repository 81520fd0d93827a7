using System.Net;
using System.Text.RegularExpressions;
using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Contracts;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>A completed order is asked about, a low score is called back, becomes a complaint, and is settled.</summary>
public sealed partial class FromOrderToSettledComplaint(Installation installation) : IClassFixture<Installation>
{
    static int _phones;

    [Fact]
    public async Task a_low_score_becomes_a_call_back_a_complaint_and_is_closed()
    {
        var invitation = await InvitedAsync();
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var link = await LinkAsync(officer, invitation);
        var customer = installation.Anonymous();
        var form = (await customer.OpenAsync(link)).ShouldBeOk();
        form.Document.QuerySelectorAll("input:checked").ShouldBeEmpty();
        (await ReadAsync(invitation)).Response.ShouldBeNull("opening the link records nothing");
        (await customer.SubmitAsync(form, new() { ["q-overall"] = "1", ["done"] = "true" }, with: "#questions")).Text.ShouldContain("Thank you");
        (await ReadAsync(invitation)).Response!.Rating.ShouldBe(1);

        var callBack = await installation.WithAsync<FeedbackDbContext, Guid>(db => db.Set<CallBack>().Where(c => c.InvitationId == invitation).Select(c => c.PublicId).SingleAsync());
        var complaint = (await officer.SubmitAsync($"/Feedback/Callbacks/Details/{callBack}", new() { ["Note"] = "还是不热" }, with: "[formaction*='handler=Complain']")).ShouldBeOk();
        var id = Guid.Parse(complaint.Url.AbsolutePath.Split('/')[^1]);
        (await installation.WithAsync<FeedbackDbContext, Guid?>(db => db.Set<CallBack>().Where(c => c.PublicId == callBack).Select(c => c.ComplaintId).SingleAsync())).ShouldBe(id);
        await SettleAsync(officer, id);
        var closed = await ComplaintAsync(id);
        (closed.OrderNumber, closed.Text).ShouldBe(((await ReadAsync(invitation)).Orders.Single().Number, "还是不热"), "everything is carried over from the answer");
        await installation.DeliverEventsAsync(); // to Feedback itself, which writes the letter
        await installation.DeliverEventsAsync(); // to Documents, which files it
        (await officer.FragmentAsync($"/Documents/Records/OfOrder/{closed.OrderNumber}")).Text.ShouldContain($"{closed.Number} reply letter");
    }

    [Fact]
    public async Task what_a_customer_answered_leads_to_one_corrective_action()
    {
        var invitation = await InvitedAsync();
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var customer = installation.Anonymous();
        await customer.SubmitAsync(await customer.OpenAsync(await LinkAsync(officer, invitation)), new() { ["q-overall"] = "2", ["done"] = "true" }, with: "#questions");
        var details = $"/Feedback/Surveys/Details/{invitation}";
        var action = (await officer.SubmitAsync(details, [], with: "form[action*='handler=Correct']")).ShouldBeOk();
        action.Url.AbsolutePath.ShouldStartWith("/Risk/Actions/Details/");
        action.Find($"main a[href='{details}']").TextContent.ShouldBe((await ReadAsync(invitation)).Orders.Single().Number);
        (await officer.SubmitAsync(details, [], with: "form[action*='handler=Correct']")).Url.ShouldBe(action.Url, "asked for twice, it is one");
    }

    /// <summary>Takes a complaint through its steps; each is accepted and leads to the next stage.</summary>
    async Task SettleAsync(Visitor officer, Guid id)
    {
        var path = $"/Feedback/Complaints/Details/{id}";
        async Task StepAsync(ComplaintStage reached, Dictionary<string, string?> typed)
        {
            (await officer.SubmitAsync(path, typed, with: Step)).ShouldBeOk();
            (await ComplaintAsync(id)).Stage.ShouldBe(reached);
        }
        await StepAsync(ComplaintStage.Acknowledged, new() { ["Input.Text"] = "已联系" });
        await StepAsync(ComplaintStage.Assessed, new() { ["Severity"] = "Serious" });
        await StepAsync(ComplaintStage.Investigated, new() { ["Input.Text"] = "未装好", ["Finding"] = "Upheld" });
        await StepAsync(ComplaintStage.Decided, new() { ["Input.Text"] = "退款", ["Remedy"] = "Refund" });
        await StepAsync(ComplaintStage.Replied, new() { ["Input.Text"] = "已答复" });
        var refused = await officer.SubmitAsync(path, new() { ["Cause"] = "" }, with: Step);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("needs a cause");
        await StepAsync(ComplaintStage.Closed, new() { ["Cause"] = "workmanship", ["Action"] = "复训" });
    }

    /// <summary>The form of the step that comes next.</summary>
    const string Step = "form.complaint-step";

    Task<Complaint> ComplaintAsync(Guid id) => installation.WithAsync<FeedbackDbContext, Complaint>(db => db.Set<Complaint>().AsNoTracking().Include(c => c.Events).SingleAsync(c => c.PublicId == id));

    [Fact]
    public async Task what_happens_to_a_complaint_by_itself_does_not_send_back_who_is_writing()
    {
        var invitation = await InvitedAsync();
        var order = (await ReadAsync(invitation)).Orders.Single();
        var id = await installation.WithAsync<IServiceProvider, Guid>(async services =>
        {
            var (db, rules, at, who) = (services.GetRequiredService<FeedbackDbContext>(), services.GetRequiredService<ComplaintRulebook>().InForceAt(installation.Now), installation.Now.AddHours(-40), Actor.Import);
            var made = Complaint.Receive(new ComplaintIntake { ReceivedAt = at, ReceivedDay = new DateOnly(2026, 3, 9), Text = "没修好", Order = await services.GetRequiredService<IOrderLookup>().ByIdAsync(order.OrderId, CancellationToken.None) }, rules, who);
            made.Acknowledge("已联系", rules, at, who);
            made.Assess(Severity.Normal, ComplaintMatter.Service, "", rules, at, who);
            made.Investigate("未装好", Finding.Upheld, rules, at, who);
            made.Decide(Remedy.Refund, "退款", "workmanship", rules, at, who);
            db.Add(made);
            db.TellsNobody = true; // its events are handed out below, while somebody writes
            await db.SaveChangesAsync();
            return made.PublicId;
        });
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var open = await officer.OpenAsync($"/Feedback/Complaints/Details/{id}");
        await installation.WithAsync<FeedbackDbContext>(async db =>
        {
            db.Publish(new ComplaintUpheld(id, "CP-1", order.OrderId, "workmanship", IsQuality: true, WantsRefund: true, installation.Now), installation.Now);
            db.Publish(new RefundExecuted(order.OrderId, AskForRefund.KeyOf(id), 100, installation.Now), installation.Now);
            await db.SaveChangesAsync();
        });
        await installation.DeliverEventsAsync();
        await installation.WithAsync<FeedbackDbContext>(async db =>
        {
            var closing = await db.Set<Complaint>().OneAsync(id, CancellationToken.None);
            closing.Escalate(installation.Services.GetRequiredService<ComplaintRulebook>().KeptBy(closing), installation.Now.AddDays(30)).Count.ShouldBe(2);
            await db.SaveChangesAsync();
        });
        (await ComplaintAsync(id)).Events.Select(e => e.Act).ShouldContain("Escalated");
        (await officer.SubmitAsync(open, new() { ["Input.Text"] = "已答复" }, with: Step)).ShouldBeOk();
        var replied = await ComplaintAsync(id);
        replied.Stage.ShouldBe(ComplaintStage.Replied);
        (await officer.SubmitAsync(open, new() { ["Input.Text"] = "再答复" }, with: Step)).Status.ShouldBe(HttpStatusCode.Conflict, "what a person did in between is shown");
    }

    [Fact]
    public async Task whoever_complained_is_asked_after_closing_and_the_word_stands_on_the_complaint()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var page = await officer.SubmitAsync("/Feedback/Complaints/Receive", new() { ["Input.Text"] = "没人回复", ["Phone"] = $"1370014{++_phones:0000}" }, with: "textarea");
        var id = Guid.Parse(page.ShouldBeOk().Url.AbsolutePath.Split('/')[^1]);
        await SettleAsync(officer, id);
        await installation.DeliverEventsAsync();
        var asked = await installation.WithAsync<FeedbackDbContext, Guid>(db => db.Set<Invitation>().Where(i => i.AboutId == id).Select(i => i.PublicId).SingleAsync());
        var link = await LinkAsync(officer, asked);
        (await installation.Anonymous().SubmitAsync(link, new() { ["q-settled"] = "no", ["q-overall"] = "2", ["done"] = "true" }, with: "#questions")).ShouldBeOk();
        (await ComplaintAsync(id)).Settled.ShouldBe(false);
        (await installation.WithAsync<FeedbackDbContext, bool>(db => db.Set<CallBack>().AnyAsync(c => c.InvitationId == asked))).ShouldBeTrue("two of five is a low score here too");
    }

    [Fact]
    public async Task the_order_of_a_complaint_can_be_found_out_later_and_its_technician_may_not_handle_it()
    {
        var order = (await ReadAsync(await InvitedAsync())).Orders.Single();
        var (technician, account) = (new Actor("tech-account", "师傅"), "tech-account");
        var complaint = Complaint.Receive(new ComplaintIntake { ReceivedAt = installation.Now, ReceivedDay = new DateOnly(2026, 3, 11), Phone = "13900139000", Text = "没修好" }, installation.Services.GetRequiredService<ComplaintRulebook>().InForceAt(installation.Now), Actor.System);
        var brief = (await installation.WithAsync<IOrderLookup, OrderInBrief?>(o => o.ByIdAsync(order.OrderId, CancellationToken.None)))! with { TechnicianAccount = account };
        Should.Throw<RuleViolation>(() => complaint.Concern(brief, installation.Now, technician)).Key.ShouldBe("Complaints.OwnMatter");

        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var page = await officer.SubmitAsync("/Feedback/Complaints/Receive", new() { ["Input.Text"] = "没修好", ["Phone"] = "13900139001" }, with: "textarea");
        var path = page.ShouldBeOk().Url.AbsolutePath;
        (await officer.SubmitAsync(path, new() { ["Concerns.Order"] = "SO-NONE" }, with: "[name='Concerns.Order']")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.SubmitAsync(path, new() { ["Concerns.Order"] = order.Number }, with: "[name='Concerns.Order']")).ShouldBeOk().Text.ShouldContain("Concerns order " + order.Number);
        (await ComplaintAsync(Guid.Parse(path.Split('/')[^1]))).OrderId.ShouldBe(order.OrderId);
        (await officer.OpenAsync("/Feedback/Surveys/OfOrder/" + order.Number)).ShouldBeOk().Text.ShouldContain("CP-2026-");
    }

    [Fact]
    public async Task a_safety_complaint_is_told_to_the_manager_at_once()
    {
        (await installation.Anonymous().SubmitAsync("/c", new() { ["Text"] = "有燃气味", ["Phone"] = "13900139002", ["IsSafety"] = "true" }, with: "textarea")).ShouldBeOk();
        await installation.DeliverEventsAsync();
        (await (await installation.AsAsync(Roles.Manager)).OpenAsync("/Messages?state=all")).Text.ShouldContain("Safety complaint CP-2026-");
    }

    [Fact]
    public async Task who_opted_out_is_not_asked_until_they_want_it_again()
    {
        var invitation = await InvitedAsync();
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var link = await LinkAsync(officer, invitation);
        var customer = installation.Anonymous();
        (await customer.SubmitAsync(link, [], with: "button[value=stop]")).ShouldBeOk().Text.ShouldContain("will not send you surveys");
        var key = (await ReadAsync(invitation)).ContactKey;
        (await installation.WithAsync<AskCustomers, bool>(a => a.HasOptedOutAsync(key, CancellationToken.None))).ShouldBeTrue();
        (await customer.SubmitAsync(link, [], with: "button[value=again]")).ShouldBeOk();
        (await installation.WithAsync<AskCustomers, bool>(a => a.HasOptedOutAsync(key, CancellationToken.None))).ShouldBeFalse();
        (await officer.SubmitAsync($"/Feedback/Surveys/Details/{invitation}", [], with: "[name=noQuestions]")).ShouldBeOk().Text.ShouldContain("Wants no surveys");
        (await officer.SubmitAsync($"/Feedback/Surveys/Details/{invitation}", [], with: "[name=noQuestions]")).ShouldBeOk().Text.ShouldNotContain("Wants no surveys");
    }

    [Fact]
    public async Task an_event_delivered_again_asks_nobody_twice()
    {
        var id = await InvitedAsync();
        var order = (await ReadAsync(id)).Orders.Single();
        for (var i = 0; i < 3; i++)
        {
            await installation.WithAsync<ServiceDbContext>(async db =>
            {
                db.Publish(new OrderCompleted(order.OrderId, order.Number, null, order.Kind, order.CompletedAt), installation.Now);
                await db.SaveChangesAsync();
            });
            await installation.DeliverEventsAsync();
        }
        (await installation.WithAsync<FeedbackDbContext, int>(db => db.Set<InvitedOrder>().CountAsync(o => o.OrderId == order.OrderId))).ShouldBe(1);
        (await installation.WithAsync<FeedbackDbContext, int>(db => db.Set<Invitation>().CountAsync(i => i.PublicId == id))).ShouldBe(1);
    }

    [Theory]
    [InlineData("/s/1")]
    [InlineData("/s/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/c/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task a_link_that_nobody_gave_out_is_not_there(string path) => (await installation.Anonymous().OpenAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task an_answer_from_a_device_of_our_staff_is_held_until_it_is_reviewed()
    {
        var invitation = await InvitedAsync();
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var link = await LinkAsync(officer, invitation);
        await officer.SubmitAsync(link, new() { ["q-overall"] = "1" }, with: "#questions");
        (await ReadAsync(invitation)).Response!.Counts.ShouldBeFalse();
        (await installation.WithAsync<FeedbackDbContext, bool>(db => db.Set<CallBack>().AnyAsync(c => c.InvitationId == invitation))).ShouldBeFalse();
    }

    [Fact]
    public async Task answers_for_three_customers_from_one_device_are_held_from_the_third_on()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        using var device = installation.Anonymous();
        foreach (var counts in new[] { true, true, false })
        {
            var invitation = await InvitedAsync();
            (await device.SubmitAsync(await LinkAsync(officer, invitation), new() { ["q-overall"] = "5" }, with: "#questions")).ShouldBeOk();
            (await ReadAsync(invitation)).Response!.Counts.ShouldBe(counts);
            if (counts) continue;
            (await officer.SubmitAsync($"/Feedback/Surveys/Details/{invitation}", [], with: "[name=counts]")).ShouldBeOk();
            (await ReadAsync(invitation)).Response!.Counts.ShouldBeTrue("a quality officer looked at it");
        }
    }

    [Fact]
    public async Task a_customer_complains_without_an_account_and_follows_it()
    {
        var customer = installation.Anonymous();
        var page = await customer.SubmitAsync("/c", new() { ["Text"] = "没有修好", ["Phone"] = "13900139000" }, with: "textarea");
        page.ShouldBeOk().Url.AbsolutePath.ShouldStartWith("/c/");
        page.Text.ShouldContain("CP-2026-");
    }

    Task<Invitation> ReadAsync(Guid id) => installation.WithAsync<FeedbackDbContext, Invitation>(db => db.Set<Invitation>().AsNoTracking().Whole().SingleAsync(i => i.PublicId == id));

    static async Task<string> LinkAsync(Visitor officer, Guid invitation)
    {
        var shown = await officer.SubmitAsync($"/Feedback/Surveys/Details/{invitation}", [], with: "button[name=method]");
        return SurveyLink().Match(shown.ShouldBeOk().Text).Value;
    }

    /// <summary>An enquiry that was answered on the phone: completed without a visit.</summary>
    async Task<Guid> InvitedAsync()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var phone = $"1370013{++_phones:0000}";
        var received = await manager.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = phone, ["Name"] = "张伟", ["Address"] = "文一路 1 号", ["Description"] = "咨询", ["Kind"] = "Enquiry" });
        received.ShouldBeOk();
        var number = await installation.WithAsync<ServiceDbContext, string>(db => db.Set<ServiceOrder>().OrderByDescending(o => o.Id).Select(o => o.Number).FirstAsync());
        (await manager.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "答复" })).ShouldBeOk();
        (await manager.SubmitAsync($"/Service/Requests/Complete/{number}", new() { ["Outcome"] = "Fixed", ["Result"] = "已答复" })).ShouldBeOk();
        await installation.DeliverEventsAsync();
        return await installation.WithAsync<FeedbackDbContext, Guid>(db => db.Set<Invitation>().Where(i => i.Orders.Any(o => o.Number == number)).Select(i => i.PublicId).SingleAsync());
    }

    [GeneratedRegex("/s/[A-Za-z0-9_-]{22}")]
    private static partial Regex SurveyLink();
}
