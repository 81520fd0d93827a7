using System.Text.RegularExpressions;
using AfterSales.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>An order from the phone call to the number that it becomes, in a browser, on a desk in English and on a phone in Chinese.</summary>
public sealed partial class AnOrder(YoungCompany company) : IClassFixture<YoungCompany>
{
    [Theory]
    [InlineData("en", 1440)]
    [InlineData("zh-CN", 360)]
    public async Task is_received_by_keyboard_answered_paused_and_completed(string language, int width)
    {
        await using var person = await company.DispatcherAsync(new Eyes(language, width));
        var number = await ReceiveByKeyboardAsync(person);

        var tomorrow = Tomorrow();
        await ActAsync(person, "Respond", number, ("Content", "约好明天上午"), ("WindowStart", $"{tomorrow}T09:00"), ("WindowEnd", $"{tomorrow}T11:00"));
        await ActAsync(person, "Pause", number, ("Reason", "customer_later_date"), ("Note", "客户出差"));
        await ActAsync(person, "Resume", number);
        await person.OpenAsync($"/Service/Requests/Assign/{number}");
        await person.Page.GetByLabel("赵强").CheckAsync();
        await SendAsync(person);
        await ActAsync(person, "Arrive", number);
        await person.OpenAsync($"/Service/Visits/Visit/{number}");
        await person.OpenStepAsync("photos");
        await person.Page.Locator("#photos details summary").ClickAsync();
        await person.Page.Locator("[name=Missing]").FillAsync("铭牌已模糊");
        await person.Page.Locator("#photos details button").ClickAsync();
        await person.Page.Locator("#queue li[data-state=sent]").WaitForAsync();
        await person.OpenStepAsync("finish");
        await person.Page.Locator("[name=Outcome]").SelectOptionAsync("Fixed");
        await person.Page.Locator("[name=Report]").FillAsync("更换点火针");
        await person.Page.Locator("#finish button").ClickAsync();
        await person.Page.Locator("#queue li[data-state=sent]").Nth(1).WaitForAsync();

        await person.OpenAsync($"/Service/Requests/Details/{number}");
        var page = await person.Page.Locator("main").InnerTextAsync();
        page.ShouldContain("更换点火针");
        page.ShouldContain("赵强");
        (await person.ScrollsSidewaysAsync()).ShouldBeFalse();
        person.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData("en", 1440)]
    [InlineData("zh-CN", 360)]
    public async Task that_two_people_change_shows_the_second_what_changed_and_keeps_the_typing(string language, int width)
    {
        await using var first = await company.DispatcherAsync(new Eyes(language, width));
        await using var second = await company.DispatcherAsync(new Eyes(language, width));
        var number = await ReceiveByKeyboardAsync(first);
        await second.OpenAsync($"/Service/Requests/Urge/{number}");
        await first.OpenAsync($"/Service/Requests/Respond/{number}");
        await first.Page.Locator("[name='Input.Content']").FillAsync("打好的字");
        await first.Page.Locator("[name='Input.WindowStart']").FillAsync($"{Tomorrow()}T09:00");
        await first.Page.Locator("[name='Input.WindowEnd']").FillAsync($"{Tomorrow()}T11:00");
        await SendAsync(second);

        await first.Page.Locator("main form button.btn-primary").ClickAsync();
        await first.Page.Locator("main .alert, main [role=alert]").First.WaitForAsync();
        (await first.Page.Locator("main").InnerTextAsync()).ShouldContain("dispatcher-1");
        (await first.Page.Locator("[name='Input.Content']").InputValueAsync()).ShouldBe("打好的字");
        await SendAsync(first); // knowing what changed, it may be sent
        (await first.Page.Locator("main").InnerTextAsync()).ShouldContain("打好的字");
    }

    [Theory]
    [InlineData("en", 1440)]
    [InlineData("zh-CN", 360)]
    public async Task becomes_a_number_that_leads_back_to_its_rows(string language, int width)
    {
        await using var person = await company.DispatcherAsync(new Eyes(language, width));
        var number = await ReceiveByKeyboardAsync(person);
        await ActAsync(person, "Respond", number, ("Content", "电话解决"), ("WindowStart", $"{Tomorrow()}T09:00"), ("WindowEnd", $"{Tomorrow()}T11:00"));
        (await company.RunAsync("warehouse", "load")).ShouldSucceed();

        await person.OpenAsync("/Reporting/Dashboards/Explorer?indicator=response_on_time_rate");
        await person.Page.Locator("main svg:visible").First.WaitForAsync();
        await person.Page.Locator("main a[href*='Rows']").First.ClickAsync();
        await person.Page.WaitForURLAsync(RowsPage());
        (await person.Page.Locator("main").InnerTextAsync()).ShouldContain(number);
        (await person.ScrollsSidewaysAsync()).ShouldBeFalse();
        person.ShouldHaveNoComplaints();
    }

    /// <summary>Types the whole intake without touching the mouse: fields are reached with Tab from where the cursor stands.</summary>
    static async Task<string> ReceiveByKeyboardAsync(Person person)
    {
        await person.OpenAsync("/Service/Requests/Receive");
        var keys = person.Page.Keyboard;
        (await Focused(person)).ShouldBe("Input.Phone", "the cursor stands in the phone field");
        await keys.TypeAsync("13900139007");
        await TabToAsync(person, "Input.Name");
        await keys.TypeAsync("李娜");
        await TabToAsync(person, "Input.Address");
        await keys.TypeAsync("文一路 1 号");
        await TabToAsync(person, "Input.Description");
        await keys.TypeAsync("不出热水");
        for (var tabs = 0; tabs < 12 && !await person.Page.EvaluateAsync<bool>("() => document.activeElement.matches('#intake button.btn-primary')"); tabs++) await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await person.Page.WaitForURLAsync(DetailsPage());
        return person.Page.Url.Split('/')[^1];
    }

    static async Task TabToAsync(Person person, string field)
    {
        for (var tabs = 0; tabs < 15; tabs++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await Focused(person) == field) return;
        }
        throw new InvalidOperationException($"Tab does not lead to {field}.");
    }

    static Task<string?> Focused(Person person) => person.Page.EvaluateAsync<string?>("() => document.activeElement?.name");

    /// <summary>Opens the page of an act, fills it in and sends it; ends on the order.</summary>
    static async Task ActAsync(Person person, string act, string number, params (string Field, string Value)[] fields)
    {
        await person.OpenAsync($"/Service/Requests/{act}/{number}");
        foreach (var (field, value) in fields)
        {
            var input = person.Page.Locator($"main [name='Input.{field}']");
            if (await input.EvaluateAsync<bool>("e => e.tagName === 'SELECT'")) await input.SelectOptionAsync(value);
            else await input.FillAsync(value);
        }
        await SendAsync(person);
    }

    static async Task SendAsync(Person person)
    {
        await person.Page.Locator("main form button.btn-primary").ClickAsync();
        try
        {
            await person.Page.WaitForURLAsync(DetailsPage());
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"{person.Page.Url} did not lead to the order: {await person.Page.Locator("main").InnerTextAsync()}");
        }
    }

    /// <summary>Tomorrow in Shanghai, where the company is.</summary>
    static string Tomorrow() => TimeZoneInfo.ConvertTime(TestTime.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

#pragma warning disable RS0030 // the executable under test lives in real time
    static readonly TimeProvider TestTime = TimeProvider.System;
#pragma warning restore RS0030

    [GeneratedRegex("/Service/Requests/Details/")]
    private static partial Regex DetailsPage();

    [GeneratedRegex("/Rows")]
    private static partial Regex RowsPage();
}
