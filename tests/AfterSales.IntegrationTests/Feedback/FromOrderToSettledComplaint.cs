using System.Net;
using System.Text.RegularExpressions;
using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

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
        var complaint = await officer.SubmitAsync($"/Feedback/Callbacks/Details/{callBack}", new() { ["Note"] = "还是不热" }, with: "form[action*='handler=Complain'], form:has([formaction*='handler=Complain'])");
        if (!complaint.Url.AbsolutePath.Contains("/Complaints/", StringComparison.Ordinal)) complaint = await officer.SubmitAsync($"/Feedback/Callbacks/Details/{callBack}", [], with: "[name='Input.Call']");
        await SettleAsync(officer, await ComplaintOfAsync(callBack, officer));
    }

    async Task<Guid> ComplaintOfAsync(Guid callBack, Visitor officer)
    {
        if (await installation.WithAsync<FeedbackDbContext, Guid?>(db => db.Set<CallBack>().Where(c => c.PublicId == callBack).Select(c => c.ComplaintId).SingleAsync()) is { } there) return there;
        var page = await officer.OpenAsync($"/Feedback/Callbacks/Details/{callBack}");
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Find("[name=__RequestVerificationToken]").GetAttribute("value")), new("Version", page.Find("[name=Version]").GetAttribute("value")), new("Input.Note", "还是不热")]);
        using var answer = await officer.Http.PostAsync($"/Feedback/Callbacks/Details/{callBack}?handler=Complain", content);
        ((int)answer.StatusCode).ShouldBe(302);
        return (await installation.WithAsync<FeedbackDbContext, Guid?>(db => db.Set<CallBack>().Where(c => c.PublicId == callBack).Select(c => c.ComplaintId).SingleAsync()))!.Value;
    }

    async Task SettleAsync(Visitor officer, Guid id)
    {
        var path = $"/Feedback/Complaints/Details/{id}";
        await officer.SubmitAsync(path, new() { ["Text"] = "已联系" }, with: "[name=Version]");
        await officer.SubmitAsync(path, new() { ["Severity"] = "Serious" }, with: "[name=Version]");
        await officer.SubmitAsync(path, new() { ["Text"] = "未装好", ["Finding"] = "Upheld" }, with: "[name=Version]");
        await officer.SubmitAsync(path, new() { ["Text"] = "退款", ["Remedy"] = "Refund" }, with: "[name=Version]");
        await officer.SubmitAsync(path, new() { ["Text"] = "已答复" }, with: "[name=Version]");
        var refused = await officer.SubmitAsync(path, new() { ["Cause"] = "" }, with: "[name=Version]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("needs a cause");
        (await officer.SubmitAsync(path, new() { ["Cause"] = "workmanship", ["Action"] = "复训" }, with: "[name=Version]")).ShouldBeOk();
        var closed = await installation.WithAsync<FeedbackDbContext, Complaint>(db => db.Set<Complaint>().AsNoTracking().SingleAsync(c => c.PublicId == id));
        closed.Stage.ShouldBe(ComplaintStage.Closed);
        closed.OrderNumber.ShouldNotBeNull("everything is carried over from the answer");
        await installation.DeliverEventsAsync(); // to Feedback itself, which writes the letter
        await installation.DeliverEventsAsync(); // to Documents, which files it
        (await officer.FragmentAsync($"/Documents/Records/OfOrder/{closed.OrderNumber}")).Text.ShouldContain($"{closed.Number} reply letter");
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
        await manager.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "答复" });
        await manager.SubmitAsync($"/Service/Requests/Complete/{number}", new() { ["Outcome"] = "Fixed", ["Result"] = "已答复" });
        await installation.DeliverEventsAsync();
        return await installation.WithAsync<FeedbackDbContext, Guid>(db => db.Set<Invitation>().Where(i => i.Orders.Any(o => o.Number == number)).Select(i => i.PublicId).SingleAsync());
    }

    [GeneratedRegex("/s/[A-Za-z0-9_-]{22}")]
    private static partial Regex SurveyLink();
}
