using System.Text.RegularExpressions;
using AfterSales.BrowserTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace AfterSales.BrowserTests;

/// <summary>The manager asks why a clause is broken, looks at it from several sides, closes the month and prints the report.</summary>
public sealed partial class TheManagersMonth(Chromium chromium, DemoCompany company)
{
    const string LateAnswers = ".score-measure a[href*='Rows'][href*='response_on_time_rate']", CloseMonth = "a[href^='/Reporting/Scorecard/Close']";

    [Theory]
    [InlineData("zh-CN", 360)]
    [InlineData("en", 1440)]
    public async Task goes_from_a_red_clause_to_an_order_behind_it_in_three_clicks(string language, int width)
    {
        await using var manager = await company.AsAsync(chromium, Roles.Manager, new Eyes(language, width));
        await OpenMonthWithAsync(manager, $".score-line:has(.state-broken) {LateAnswers}"); // the one in which the demo's bad team answers late
        (await manager.ScrollsSidewaysAsync()).ShouldBeFalse();

        await manager.Page.Locator(".score-tile.state-broken").ClickAsync();
        await manager.Page.WaitForURLAsync(BrokenOnly());
        await manager.Page.Locator(LateAnswers).First.ClickAsync();
        await manager.Page.WaitForURLAsync(RowsPage());
        (await manager.ScrollsSidewaysAsync()).ShouldBeFalse();
        await manager.Page.Locator("main table a[href^='/Service/Requests/Details/']").First.ClickAsync();
        await manager.Page.WaitForURLAsync(OrderPage());

        (await manager.Page.Locator("main .clock-missed").CountAsync()).ShouldBeGreaterThan(0, "the order shows what was missed");
        manager.ShouldHaveNoComplaints();
    }

    /// <summary>Opens the scorecard of the newest month that shows this.</summary>
    static async Task<string> OpenMonthWithAsync(Person manager, string shown)
    {
        await manager.OpenAsync("/Reporting/Scorecard");
        foreach (var month in await manager.Page.Locator("#month option").AllInnerTextsAsync())
        {
            await manager.OpenAsync($"/Reporting/Scorecard?month={month}");
            if (await manager.Page.Locator(shown).CountAsync() > 0) return month;
        }
        throw new ShouldAssertException($"No month of the demo shows {shown}.");
    }

    [Theory]
    [InlineData("en", 360)]
    [InlineData("zh-CN", 1440)]
    public async Task looks_from_several_sides_and_goes_back_and_forth(string language, int width)
    {
        await using var manager = await company.AsAsync(chromium, Roles.Manager, new Eyes(language, width));
        await manager.OpenAsync("/Reporting/Dashboards/Explorer?indicator=response_on_time_rate&by=month");
        var whole = await ShownAsync(manager);

        await ShowAsync(manager, "#slice", "team", "slice=team");
        var byTeam = await ShownAsync(manager);
        byTeam.ShouldNotBe(whole);
        await ShowAsync(manager, "#by", "week", "by=week");
        var byWeek = await ShownAsync(manager);
        byWeek.ShouldNotBe(byTeam);

        await manager.Page.GoBackAsync();
        await StandsAsync(manager, "month", "team", byTeam);
        await manager.Page.GoBackAsync();
        await StandsAsync(manager, "month", "", whole);
        await manager.Page.GoForwardAsync();
        await StandsAsync(manager, "month", "team", byTeam);
        (await manager.ScrollsSidewaysAsync()).ShouldBeFalse();
        manager.ShouldHaveNoComplaints();
    }

    static async Task ShowAsync(Person manager, string choice, string value, string inAddress)
    {
        await manager.Page.Locator(choice).SelectOptionAsync(value);
        await manager.Page.Locator("#explored form.filters .btn-primary").ClickAsync();
        await manager.Page.WaitForURLAsync(u => u.Contains(inAddress, StringComparison.Ordinal));
        await manager.Page.Locator($"{choice} option[selected][value='{value}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>The choices, once the page has come back to them, and what it shows.</summary>
    static async Task StandsAsync(Person manager, string by, string slice, string shown)
    {
        await manager.Page.WaitForFunctionAsync("([by, slice]) => document.querySelector('#by')?.value === by && document.querySelector('#slice')?.value === slice", new[] { by, slice });
        (await ShownAsync(manager)).ShouldBe(shown);
    }

    /// <summary>All that the answer says in words and numbers.</summary>
    static async Task<string> ShownAsync(Person manager)
    {
        await manager.Page.Locator("#explored table").First.WaitForAsync();
        return string.Join('\n', await manager.Page.Locator("#explored table").AllInnerTextsAsync());
    }

    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 360)]
    public async Task closes_a_month_and_prints_its_report(string language, int width)
    {
        await using var manager = await company.AsAsync(chromium, Roles.Manager, new Eyes(language, width));
        var month = await OpenMonthWithAsync(manager, CloseMonth);
        await manager.Page.Locator(CloseMonth).ClickAsync();
        await manager.Page.Locator("#Note").FillAsync("已与班组长核对 / checked with the team leaders");
        await manager.Page.Locator("main form .btn-primary").ClickAsync();
        await manager.Page.Locator("main .alert-info a[href*='Restated']").WaitForAsync();
        (await manager.Page.Locator("main .alert-info").InnerTextAsync()).ShouldContain("已与班组长核对");
        (await manager.Page.Locator(CloseMonth).CountAsync()).ShouldBe(0);

        await manager.OpenAsync($"/Reporting/Reports/Show?month={month}");
        (await manager.ScrollsSidewaysAsync()).ShouldBeFalse();
        var paper = await manager.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        if (Environment.GetEnvironmentVariable("AFTERSALES_SCREENSHOTS") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, $"report-{language}.pdf"), paper);
        using var printed = PdfDocument.Open(paper);
        printed.NumberOfPages.ShouldBeInRange(3, 40);
        foreach (var page in printed.GetPages())
        {
            var words = page.GetWords().ToList();
            words.Count.ShouldBeGreaterThan(10, $"page {page.Number} is empty");
            words.ShouldAllBe(w => w.BoundingBox.Left >= 0 && w.BoundingBox.Right <= page.Width, $"page {page.Number} is cut off");
        }
        manager.ShouldHaveNoComplaints();
    }

    [GeneratedRegex("state=broken")]
    private static partial Regex BrokenOnly();
    [GeneratedRegex("/Reporting/Dashboards/Rows")]
    private static partial Regex RowsPage();
    [GeneratedRegex("/Service/Requests/Details/")]
    private static partial Regex OrderPage();
}
