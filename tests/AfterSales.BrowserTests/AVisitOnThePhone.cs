using System.Text.RegularExpressions;
using AfterSales.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>A technician's visit at 360 px, most of it in a basement without a signal, with a tab that is killed in between: each entry has one effect.</summary>
public sealed partial class AVisitOnThePhone(YoungCompany company) : IClassFixture<YoungCompany>
{
    /// <summary>A grey square of 64 pixels.</summary>
    static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAS0lEQVR42u3PMQ0AAAwDoEqv9ErYvQQckD4XAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAYHLAB8+AWnmfUycAAAAAElFTkSuQmCC");

    [Fact]
    public async Task goes_on_without_a_signal_and_is_sent_once_when_it_is_back()
    {
        await using var dispatcher = await company.DispatcherAsync(new Eyes("zh-CN"));
        var number = await SendSomebodyAsync(dispatcher);
        await using var technician = await company.TechnicianAsync(Eyes.Phone);
        await technician.OpenAsync("/Service/Visits/MyDay");
        (await technician.ScrollsSidewaysAsync()).ShouldBeFalse();
        await technician.Page.Locator($"form[action='/Service/Visits/Depart/{number}'] button").ClickAsync();
        await technician.Page.Locator("#queue li[data-state=sent]").WaitForAsync();
        var visit = $"/Service/Visits/Visit/{number}";
        await technician.Page.WaitForFunctionAsync("page => caches.open('field-pages').then(c => c.match(page, { ignoreVary: true })).then(kept => !!kept && !!navigator.serviceWorker.controller)", visit);

        await technician.Page.Context.SetOfflineAsync(true);
        await technician.Page.GotoAsync(visit);
        await SayAsync(technician.Page, $"form[action='/Service/Visits/Arrive/{number}']");
        await technician.Page.Locator("[name=Cause]").FillAsync("点火针磨损");
        await SayAsync(technician.Page, "#findings form");
        await technician.OpenStepAsync("photos");
        await technician.Page.Locator("[name=Picture]").SetInputFilesAsync(new FilePayload { Name = "nameplate.png", MimeType = "image/png", Buffer = Picture });
        await SayAsync(technician.Page, "#photos form");
        await technician.OpenStepAsync("finish");
        await technician.Page.Locator("[name=Outcome]").SelectOptionAsync("Fixed");
        await technician.Page.Locator("[name=Report]").FillAsync("更换点火针，试机正常");
        await SayAsync(technician.Page, "#finish form");
        await Expect(technician.Page, "waiting", 4);
        (await technician.ScrollsSidewaysAsync()).ShouldBeFalse();

        var context = technician.Page.Context;
        await technician.Page.CloseAsync();
        var again = await context.NewPageAsync();
        await again.GotoAsync(visit);
        await Expect(again, "waiting", 4);
        await context.SetOfflineAsync(false);
        await Expect(again, "waiting", 0);
        await Expect(again, "sent", 5);

        await dispatcher.OpenAsync($"/Service/Visits/OfOrder/{number}");
        var said = await dispatcher.Page.Locator("main").InnerTextAsync();
        foreach (var words in new[] { "点火针磨损", "更换点火针，试机正常", "到达时持证（CG-001）" }) Regex.Count(said, Regex.Escape(words)).ShouldBe(1, words);
        (await dispatcher.Page.Locator("main figure img").CountAsync()).ShouldBe(1);
        (await dispatcher.Page.Locator("main h3").CountAsync()).ShouldBe(1);
    }

    /// <summary>Sends a form of the page; ends when the entry is kept.</summary>
    static async Task SayAsync(IPage page, string form)
    {
        var before = await page.Locator("#queue li").CountAsync();
        await page.Locator($"{form} button:visible").Last.ClickAsync();
        await page.WaitForFunctionAsync("n => document.querySelectorAll('#queue li').length > n", before);
    }

    static async Task Expect(IPage page, string state, int count)
    {
        try
        {
            await page.WaitForFunctionAsync($"n => document.querySelectorAll('#queue li[data-state={state}]').length === n", count);
        }
        catch (TimeoutException)
        {
            throw new ShouldAssertException($"not {count} {state}: {await page.Locator("#queue").InnerTextAsync()}");
        }
    }

    static async Task<string> SendSomebodyAsync(Person dispatcher)
    {
        await dispatcher.OpenAsync("/Service/Requests/Receive");
        foreach (var (field, value) in new[] { ("Phone", "13900139088"), ("Name", "王芳"), ("Address", "文二路 8 号"), ("Description", "不出热水") }) await dispatcher.Page.Locator($"[name='Input.{field}']").FillAsync(value);
        await dispatcher.Page.Locator("#intake button.btn-primary").ClickAsync();
        await dispatcher.Page.WaitForURLAsync(DetailsPage());
        var number = dispatcher.Page.Url.Split('/')[^1];
        await dispatcher.OpenAsync($"/Service/Requests/Respond/{number}");
        foreach (var (field, value) in new[] { ("Content", "约好明天上午"), ("WindowStart", $"{Tomorrow()}T09:00"), ("WindowEnd", $"{Tomorrow()}T11:00") }) await dispatcher.Page.Locator($"main [name='Input.{field}']").FillAsync(value);
        await dispatcher.Page.Locator("main form button.btn-primary").ClickAsync();
        await dispatcher.Page.WaitForURLAsync(DetailsPage());
        await dispatcher.OpenAsync($"/Service/Requests/Assign/{number}");
        await dispatcher.Page.GetByLabel("赵强").CheckAsync();
        await dispatcher.Page.Locator("main form button.btn-primary").ClickAsync();
        await dispatcher.Page.WaitForURLAsync(DetailsPage());
        return number;
    }

    /// <summary>Tomorrow in Shanghai, where the company is.</summary>
    static string Tomorrow() => TimeZoneInfo.ConvertTime(TestTime.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

#pragma warning disable RS0030 // the executable under test lives in real time
    static readonly TimeProvider TestTime = TimeProvider.System;
#pragma warning restore RS0030

    [GeneratedRegex("/Service/Requests/Details/")]
    private static partial Regex DetailsPage();
}
