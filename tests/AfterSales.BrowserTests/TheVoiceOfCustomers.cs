using System.Text.RegularExpressions;
using AfterSales.BrowserTests.Fixtures;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>What customers say, in a browser: a survey on the phone, a low score until the money is back, the designer, the complaint board by keyboard.</summary>
public sealed partial class TheVoiceOfCustomers(Chromium chromium, DemoCompany company)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task a_survey_is_answered_on_a_phone_by_a_tap_and_more_if_wanted(string language)
    {
        await using var officer = await company.AsAsync(chromium, Roles.QualityOfficer, new Eyes("en"));
        var link = await LinkAsync(officer, language == "en" ? 1 : 2);
        await using var customer = await chromium.PersonAsync(await company.AddressAsync(), new Eyes(language, 360));
        await customer.OpenAsync(link);
        (await customer.Page.Locator("input:checked").CountAsync()).ShouldBe(0, "nothing is chosen for the customer");
        await customer.ShouldBeOpenToAllAsync();

        await TapAsync(customer, "q-overall-2"); // the tap itself saves, and asks why
        await customer.Page.Locator("#q-why-late").WaitForAsync();
        await TapAsync(customer, "q-why-late");
        await TapAsync(customer, "q-recommend-4");
        await customer.ShouldBeOpenToAllAsync();
        await customer.OpenAsync(link);
        (await customer.Page.Locator("#q-overall-2").IsCheckedAsync()).ShouldBeTrue("it was saved as it went");
        (await customer.Page.Locator("#q-recommend-4").IsCheckedAsync()).ShouldBeTrue();
        await TapAsync(customer, "q-effort-3");
        var wish = SecondsFor(await customer.Page.Locator("main form:has([name=wish])").InnerTextAsync(), taps: 0); // below the end: it is no part of answering
        (SecondsFor(await customer.Page.Locator("main").InnerTextAsync(), taps: 5) - wish).ShouldBeLessThan(40, "the longest way: every word read, why it was bad, all scales, and the end");
        await customer.Page.Locator("button[name=done]").ClickAsync();
        await customer.Page.WaitForURLAsync("**done=true");
        await customer.ShouldBeOpenToAllAsync();
        customer.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task a_low_score_becomes_a_call_back_a_complaint_a_refund_and_is_settled()
    {
        await using var officer = await company.AsAsync(chromium, Roles.Administrator, new Eyes("en"));
        var (link, number) = await PaidLinkAsync(officer);
        await using var customer = await chromium.PersonAsync(await company.AddressAsync(), Eyes.Phone);
        await customer.OpenAsync(link);
        await TapAsync(customer, "q-overall-1");
        await customer.Page.Locator("button[name=done]").ClickAsync();
        await customer.Page.WaitForURLAsync("**done=true");

        const string callback = "a[href*='/Feedback/Callbacks/Details/']";
        await officer.OpenUntilAsync("/Service/Requests/Details/" + number, callback);
        await officer.Page.Locator(callback).ClickAsync();
        await officer.Page.Locator("[name='Input.Call']").SelectOptionAsync("Reached");
        await officer.Page.Locator("form[action*='handler=Try'] button").ClickAsync();
        await officer.Page.Locator("ol.timeline li").WaitForAsync();
        await officer.Page.Locator("[name='Input.Note']").FillAsync("修完第二天又不打火，要求退款");
        await officer.ShouldBeOpenToAllAsync();
        await officer.Page.Locator("[formaction*='handler=Complain']").ClickAsync();
        await officer.Page.WaitForURLAsync("**/Feedback/Complaints/Details/**");
        var complaint = new Uri(officer.Page.Url).AbsolutePath;
        await officer.Page.Locator("form[action*='handler=Link'] button").ClickAsync();
        var follow = Follow().Match(await officer.Page.Locator("main", new() { HasTextRegex = Follow() }).InnerTextAsync()).Value;

        await StepAsync(officer, "Acknowledge", ("Text", "已联系客户"));
        await StepAsync(officer, "Assess", ("Severity", "Serious"));
        await StepAsync(officer, "Investigate", ("Finding", "Upheld"), ("Text", "点火针未装紧"));
        await StepAsync(officer, "Decide", ("Remedy", "Refund"), ("Cause", "workmanship"), ("Text", "全额退款"));
        await StepAsync(officer, "Reply", ("Text", "已书面答复"));
        await StepAsync(officer, "Close", ("Action", "复训点火系统"));

        var due = $"tr:has-text('{number}'):has([name='Input.RefundId'])";
        await officer.OpenUntilAsync("/Service/Payments/Refunds", due);
        var row = officer.Page.Locator($"tr:has-text('{number}')").First;
        await row.Locator("[name='Input.TransactionNumber']").FillAsync("R-1");
        await row.Locator("button").ClickAsync();
        await officer.Page.Locator(due).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await officer.OpenUntilAsync(complaint, "main:has-text('went back to the customer')");

        await customer.OpenAsync(follow);
        await customer.ShouldBeOpenToAllAsync();
        await customer.Page.Locator("button[value=settled]").ClickAsync();
        await customer.Page.Locator("form p").WaitForAsync();
        await officer.OpenAsync(complaint);
        (await officer.Page.Locator("main").InnerTextAsync()).ShouldContain("The customer says it is settled");
        await officer.ShouldBeOpenToAllAsync();
        await officer.OpenUntilAsync("/Service/Requests/Details/" + number, "text=Not good: complaint upheld");
        officer.ShouldHaveNoComplaints();
        customer.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData("en", 1440)]
    [InlineData("zh-CN", 360)]
    public async Task a_clerk_designs_a_question_sees_it_and_publishes_it(string language, int width)
    {
        await using var officer = await company.AsAsync(chromium, Roles.QualityOfficer, new Eyes(language, width));
        await officer.OpenAsync("/Feedback/Surveys/Questionnaires");
        await officer.Page.Locator("tbody a").Nth(3).ClickAsync();
        await officer.Page.Locator("a[href*='/Surveys/Edit/']").First.ClickAsync();
        await officer.Page.Locator("[name='Input.Kind']").SelectOptionAsync("Single");
        await officer.Page.Locator("[name='Input.Zh']").FillAsync($"场地如何？{width}");
        await officer.Page.Locator("[name='Input.En']").FillAsync($"How was the room? {width}");
        await officer.Page.Locator("[name='Input.Choices']").FillAsync("好 | Good\n太小");
        await officer.Page.Locator("main form button.btn-primary").ClickAsync();
        await officer.Page.Locator("main .alert-danger:not([hidden])").First.WaitForAsync();
        await officer.ShouldBeOpenToAllAsync();
        await officer.Page.Locator("[name='Input.Choices']").FillAsync("好 | Good\n太小 | Too small");
        await officer.Page.Locator("main form button.btn-primary").ClickAsync();
        await officer.Page.Locator($".survey-preview legend:has-text('{width}')").WaitForAsync();
        await officer.ShouldBeOpenToAllAsync();
        await officer.Page.Locator("form[action*='handler=Publish'] button").ClickAsync();
        await officer.Page.Locator("form[action*='handler=Publish']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        officer.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task the_complaint_board_is_walked_by_keyboard()
    {
        await using var officer = await company.AsAsync(chromium, Roles.QualityOfficer, new Eyes("en"));
        await officer.OpenAsync("/Feedback/Complaints/Receive");
        await officer.Page.Locator("[name='Input.Phone']").FillAsync("13900139555");
        await officer.Page.Locator("[name='Input.Text']").FillAsync("没人回电话");
        await officer.Page.Locator("main form button.btn-primary").ClickAsync();
        await officer.Page.WaitForURLAsync("**/Complaints/Details/**");
        var path = new Uri(officer.Page.Url).AbsolutePath;
        await officer.OpenAsync("/Feedback/Complaints/Board");
        await officer.ShouldBeOpenToAllAsync();
        await officer.Page.Locator(".complaint-board").FocusAsync();
        for (var tabs = 0; tabs < 60 && await officer.Page.EvaluateAsync<string?>("() => document.activeElement.getAttribute('href')") != path; tabs++) await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.WaitForURLAsync("**" + path);
        for (var tabs = 0; tabs < 60 && await officer.Page.EvaluateAsync<string?>("() => document.activeElement.getAttribute('name')") != "Input.Text"; tabs++) await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.Keyboard.TypeAsync("Called back");
        await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.Locator("form[action*='handler=Assess']").WaitForAsync();
        officer.ShouldHaveNoComplaints();
    }

    /// <summary>
    /// How long a person takes for a page: reading at the rate of the International Reading Speed Texts (Trauzettel-Klosinski and Dietz 2012: 255 Chinese characters
    /// or 228 English words a minute, aloud, so rather slow), and for each tap to think, to point, to press (1.35 + 1.1 + 0.2 s, keystroke-level model of Card, Moran and Newell 1980).
    /// </summary>
    static double SecondsFor(string shown, int taps) => Chinese().Count(shown) * 60 / 255.0 + English().Count(shown) * 60 / 228.0 + taps * (1.35 + 1.1 + 0.2);

    /// <summary>A step of the complaint's page, as it offers the next one.</summary>
    static async Task StepAsync(Person officer, string step, params (string Field, string Value)[] typed)
    {
        var form = officer.Page.Locator($"form[action*='handler={step}']");
        await form.WaitForAsync();
        foreach (var (field, value) in typed)
            if (await form.Locator($"select[name='Input.{field}']").CountAsync() > 0) await form.Locator($"[name='Input.{field}']").SelectOptionAsync(value);
            else await form.Locator($"[name='Input.{field}']").FillAsync(value);
        await officer.ShouldBeOpenToAllAsync();
        await form.Locator("button").ClickAsync();
        await form.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>A label is tapped, as a finger does.</summary>
    static async Task TapAsync(Person customer, string id)
    {
        var saved = customer.Page.WaitForResponseAsync(r => r.Request.Method == "POST");
        await customer.Page.Locator($"label:has(#{id})").TapAsync();
        (await saved).Status.ShouldBe(200);
    }

    /// <summary>Words of a link to an open survey; each test takes another one.</summary>
    static async Task<string> LinkAsync(Person officer, int which)
    {
        return await MakeLinkAsync(officer, (await OpenSurveysAsync(officer))[^which]);
    }

    static async Task<string[]> OpenSurveysAsync(Person officer)
    {
        await officer.OpenAsync("/Feedback/Surveys?state=waiting");
        return await officer.Page.Locator("tbody a[href*='/Surveys/Details/']").EvaluateAllAsync<string[]>("links => links.filter(a => a.textContent.startsWith('SO-')).map(a => a.getAttribute('href'))");
    }

    static async Task<string> MakeLinkAsync(Person officer, string details)
    {
        await officer.OpenAsync(details);
        await officer.Page.Locator("button[name=method][value=Link]").ClickAsync();
        await officer.Page.Locator(".survey-code").WaitForAsync();
        return Survey().Match(await officer.Page.Locator("main").InnerTextAsync()).Value;
    }

    /// <summary>A survey about an order whose customer has paid, and the order's number.</summary>
    static async Task<(string Link, string Number)> PaidLinkAsync(Person officer)
    {
        await officer.OpenAsync("/Service/Payments/Refunds");
        var owed = await officer.Page.Locator("main").InnerTextAsync(); // for a repeat, say: of such an order nothing is left to owe
        foreach (var details in (await OpenSurveysAsync(officer))[..^2])
        {
            await officer.OpenAsync(details);
            var order = await officer.Page.Locator("a[href*='/Service/Requests/Details/']").First.InnerTextAsync();
            if (owed.Contains(order, StringComparison.Ordinal)) continue;
            await officer.OpenAsync("/Service/Fees/OfOrder/" + order);
            if (await officer.Page.Locator("a[href*='/Service/Payments/Receipt/']").CountAsync() > 0) return (await MakeLinkAsync(officer, details), order);
        }
        throw new InvalidOperationException("No open survey is about an order that was paid.");
    }

    [GeneratedRegex(@"\p{Lo}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'’-]*")]
    private static partial Regex English();

    [GeneratedRegex("/s/[A-Za-z0-9_-]{22}")]
    private static partial Regex Survey();

    [GeneratedRegex("/c/[A-Za-z0-9_-]{22}")]
    private static partial Regex Follow();
}
