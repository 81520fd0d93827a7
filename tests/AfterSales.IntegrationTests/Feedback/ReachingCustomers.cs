using System.Globalization;
using System.Net;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.IntegrationTests.Documents;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>Ways to customers: e-mail, a code on the receipt, letters in the company's own words; what an agreement says about asking; lists to take away.</summary>
public sealed class ReachingCustomers(Installation installation) : AgreedOrders(installation), IClassFixture<Installation>
{
    static int _phones;

    async Task<Visitor> OfficerAsync()
    {
        (await (await Here.AsAsync(Roles.Administrator)).SubmitAsync("/Settings/Company", new() { ["PublicUrl"] = "https://service.example.com" })).ShouldBeOk();
        return await Here.AsAsync(Roles.QualityOfficer);
    }

    async Task<string> ReceivedAsync(string phone)
    {
        var manager = await Here.AsAsync(Roles.Manager);
        (await manager.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = phone, ["Name"] = "张伟", ["Address"] = "文一路 1 号", ["Description"] = "咨询", ["Kind"] = "Enquiry" })).ShouldBeOk();
        var number = await Here.WithAsync<ServiceDbContext, string>(db => db.Set<ServiceOrder>().OrderByDescending(o => o.Id).Select(o => o.Number).FirstAsync(Stop));
        (await manager.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "答复" })).ShouldBeOk();
        return number;
    }

    async Task<Invitation> CompletedAsync(string number)
    {
        (await (await Here.AsAsync(Roles.Manager)).SubmitAsync($"/Service/Requests/Complete/{number}", new() { ["Outcome"] = "Fixed", ["Result"] = "已答复" })).ShouldBeOk();
        await Here.DeliverEventsAsync();
        return await InvitedAsync(number);
    }

    Task<Invitation> InvitedAsync(string number) => Here.WithAsync<FeedbackDbContext, Invitation>(db => db.Set<Invitation>().AsNoTracking().Whole().SingleAsync(i => i.Orders.Any(o => o.Number == number), Stop));

    Task<List<OutgoingMessage>> SentToAsync(string email) => Here.WithAsync<HostDbContext, List<OutgoingMessage>>(db => db.Set<OutgoingMessage>().AsNoTracking().Where(m => m.Email == email).ToListAsync(Stop));

    static string Phone() => $"1370017{++_phones:0000}";

    [Fact]
    public async Task an_invitation_goes_by_email_once_for_each_time_it_is_asked_for_and_the_address_is_known_from_then_on()
    {
        var (officer, phone, address) = (await OfficerAsync(), Phone(), "zhang.wei@example.com");
        var first = await CompletedAsync(await ReceivedAsync(phone));
        var path = $"/Feedback/Surveys/Details/{first.PublicId}";
        var refused = await officer.SubmitAsync(path, new() { ["Email"] = "zhang wei@example" }, with: "[name=Email]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("name@example.com");
        refused.Find("[name=Email]").GetAttribute("value").ShouldBe("zhang wei@example", "what was typed stays");

        (await officer.SubmitAsync(path, new() { ["Email"] = address }, with: "[name=Email]")).ShouldBeOk();
        for (var again = 0; again < 3; again++) await Here.DeliverEventsAsync();
        var message = (await SentToAsync(address)).ShouldHaveSingleItem();
        (message.Phone, message.Subject.Length > 0).ShouldBe((null, true));
        (await Here.Anonymous().OpenAsync(new Uri(message.Body[message.Body.IndexOf("https://", StringComparison.Ordinal)..]).AbsolutePath)).ShouldBeOk().Find("#questions");

        await Here.WithAsync<IServiceProvider>(async services =>
        {
            var next = await services.GetRequiredService<AskCustomers>().AboutComplaintAsync(PublicId.New(Here.Now), new Addressee(first.ContactKey, first.ContactName, first.Phone), Here.Now, Stop);
            next!.Email.ShouldBe(address);
            await services.GetRequiredService<FeedbackDbContext>().SaveChangesAsync(Stop);
        });
        await Here.DeliverEventsAsync();
        (await SentToAsync(address)).Count.ShouldBe(2, "the next survey goes there too");
    }

    [Fact]
    public async Task the_code_on_a_receipt_printed_before_the_end_opens_the_survey_after_it()
    {
        await OfficerAsync();
        var (cashier, number) = (await Here.AsAsync(Roles.Cashier), await ReceivedAsync(Phone()));
        var path = $"/Feedback/Surveys/Code/{number}";
        var offered = await cashier.FragmentAsync(path);
        (await PrintedAsync()).ShouldBe(0, "looking makes nothing");
        (await cashier.SubmitAsync(offered, [], asHtmx: true)).ShouldBeOk().Find("svg.survey-code path");
        (await PrintedAsync()).ShouldBe(1);

        var invitation = await CompletedAsync(number);
        (await PrintedAsync()).ShouldBe(0);
        invitation.Tokens.Select(t => t.Method).ShouldBe([SurveyMethod.Qr, SurveyMethod.Link], ignoreOrder: true);
        invitation.DeliveredAt.ShouldNotBeNull("the customer holds the paper");
        (await cashier.SubmitAsync(await cashier.FragmentAsync(path), [], asHtmx: true)).ShouldBeOk().Find("svg.survey-code path");
        (await InvitedAsync(number)).Tokens.Count(t => t.Method == SurveyMethod.Qr).ShouldBe(2);
        (await cashier.OpenAsync("/Feedback/Surveys")).Status.ShouldBe(HttpStatusCode.Forbidden, "who prints codes does not read answers");
    }

    Task<int> PrintedAsync() => Here.WithAsync<FeedbackDbContext, int>(db => db.Set<PrintedCode>().CountAsync(Stop));

    /// <summary>Seven jobs of one month: the first four are asked about, of the other three as many as the agreement says.</summary>
    [Theory]
    [InlineData("0", 4)]
    [InlineData("100", 7)]
    public async Task contacts_of_an_agreement_are_asked_about_four_orders_of_a_month_and_a_share_of_the_rest(string percent, int asked)
    {
        var (name, phone) = ($"抽样酒店{percent}", Phone());
        await CustomerAsync(name, phone);
        await AgreedAsync(name, phone, new() { ["SurveyPercent"] = percent });
        var file = Path.Combine(Here.Folder.Root, $"hotel-{percent}.csv");
        await File.WriteAllLinesAsync(file, ["order_no,received_at,completed_at,customer_name,phone", .. Enumerable.Range(1, 7).Select(day => string.Create(CultureInfo.InvariantCulture, $"H{percent}-{day},2026-03-0{day}T09:00:00,2026-03-0{day}T11:00:00,{name},{phone}"))], Stop);
        (await Here.RunAsync(["import", "orders", file])).ShouldSucceed();
        await Here.WithAsync<ServiceDbContext>(async db =>
        {
            foreach (var o in await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.Number.StartsWith("H" + percent)).ToListAsync(Stop)) db.Publish(new OrderCompleted(o.PublicId, o.Number, null, "repair", o.CompletedAt!.Value), Here.Now);
            await db.SaveChangesAsync(Stop);
        });
        await Here.DeliverEventsAsync();
        (await Here.WithAsync<FeedbackDbContext, List<string>>(db => db.Set<InvitedOrder>().Where(o => o.Number.StartsWith("H" + percent + "-")).OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(Stop)))
            .ShouldBe(Enumerable.Range(1, asked).Select(day => $"H{percent}-{day}"));
    }

    [Fact]
    public async Task the_reply_letter_is_in_the_companys_own_words_in_both_languages()
    {
        var officer = await OfficerAsync();
        var owner = await Here.AsAsync(Roles.Administrator);
        var id = (await officer.SubmitAsync("/Feedback/Complaints/Receive", new() { ["Input.Text"] = "没人回复", ["Phone"] = Phone(), ["Name"] = "李娜" }, with: "textarea")).ShouldBeOk().Url.AbsolutePath.Split('/')[^1];
        (await officer.OpenAsync($"/Feedback/Complaints/Letter/{id}?lang=en")).ShouldBeOk().Text.ShouldContain("We decide by 2026-03-");
        await Here.WithAsync<FeedbackDbContext>(async db =>
        {
            var (complaint, rules, who) = (await db.Set<Complaint>().OneAsync(Guid.Parse(id), Stop), Here.Services.GetRequiredService<ComplaintRulebook>().InForceAt(Here.Now), new Actor("9", "质量专员"));
            complaint.Acknowledge("已联系", rules, Here.Now, who);
            complaint.Assess(Severity.Normal, ComplaintMatter.Service, "", rules, Here.Now, who);
            complaint.Investigate("客服漏记", Finding.Upheld, rules, Here.Now, who);
            complaint.Decide(Remedy.Apology, "书面致歉", "communication", rules, Here.Now, who);
            await db.SaveChangesAsync(Stop);
        });
        var letter = await officer.OpenAsync($"/Feedback/Complaints/Letter/{id}?lang=zh-CN");
        letter.ShouldBeOk().Text.ShouldContain("尊敬的李娜：");
        letter.Text.ShouldContain("处理决定：道歉。书面致歉");
        (await owner.SubmitAsync("/Messages/EditTemplate/complaint-letter", new() { ["ChineseBody"] = "{name}您好，{number} 的处理：{decision}。{company}谨上" })).ShouldBeOk();
        (await owner.SubmitAsync("/Messages/EditTemplate/complaint-letter", new() { ["EnglishBody"] = "Hello {who}" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "a placeholder that the letter does not have is named");
        (await officer.OpenAsync($"/Feedback/Complaints/Letter/{id}?lang=zh-CN")).ShouldBeOk().Text.ShouldContain("李娜您好，CP-2026-");
        (await officer.OpenAsync($"/Feedback/Complaints/Letter/{id}?lang=en")).ShouldBeOk().Text.ShouldContain("Dear 李娜,");
    }

    [Theory]
    [InlineData("/Feedback/Surveys?state=all", "13700")]
    [InlineData("/Feedback/Callbacks?state=all", "")]
    [InlineData("/Feedback/Complaints?state=all", "")]
    [InlineData("/Feedback/Brand/Mentions?state=all", "")]
    public async Task each_list_is_taken_away_as_it_is_shown_in_both_languages(string list, string neverThere)
    {
        await OfficerAsync();
        foreach (var language in (string[])["en", "zh-CN"])
        {
            var officer = await Here.AsAsync(Roles.QualityOfficer, language);
            var csv = await officer.Http.GetStringAsync($"{list}&handler=Export&format=csv", Stop);
            var columns = csv.Split("\r\n")[0].TrimStart('\ufeff').Split(',');
            columns.Length.ShouldBeGreaterThan(8);
            columns.Distinct().Count().ShouldBe(columns.Length);
            if (neverThere.Length > 0) csv.ShouldNotContain(neverThere, customMessage: "telephone numbers are not in the list");
            using var book = new MemoryStream(await officer.Http.GetByteArrayAsync($"{list}&handler=Export&format=xlsx", Stop));
            ((IDictionary<string, object>)book.Query().First()).Values.Select(v => $"\"{v}\"").ShouldBe(columns);
        }
    }
}
