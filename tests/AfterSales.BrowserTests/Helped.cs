using AfterSales.BrowserTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Playwright;
using SkiaSharp;

namespace AfterSales.BrowserTests;

/// <summary>The help in the product: its links open for the role that it is written for, its pictures are there, its keys do what they say.</summary>
public sealed class Helped(Chromium chromium, DemoCompany company)
{
    /// <summary>Where <c>make pictures</c> puts the pictures of the help, in both languages; nothing puts none.</summary>
    static readonly string? Pictures = Environment.GetEnvironmentVariable("AFTERSALES_HELP_PICTURES") is { Length: > 0 } folder ? folder : null;

    public static TheoryData<string> AllRoles => [.. Roles.All];

    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task by_a_page_for_each_role_whose_links_open_and_whose_pictures_are_there(string role)
    {
        List<string[]> both = [];
        foreach (var language in (string[])["zh-CN", "en"])
        {
            await using var person = await company.AsAsync(chromium, role, new Eyes(language));
            await person.OpenAsync("/Help");
            await person.Page.Locator($"main a[href='/Help/Role/{role}']").ClickAsync();
            await person.ShouldBeOpenToAllAsync();
            var text = person.Page.Locator(".help-text");
            (await text.Locator("img").EvaluateAllAsync<bool>("all => all.length > 0 && all.every(i => i.alt && i.naturalWidth > 0)")).ShouldBeTrue($"{role} in {language}: a picture is missing");
            var links = await text.Locator("a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href') + ' ' + a.textContent)");
            both.Add([.. links.Select(l => l.Split(' ')[0])]);
            var menu = await person.Page.Locator(".shell-nav .nav-link").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href') + ' ' + a.textContent.trim())");
            foreach (var link in links.Select(l => (Path: l.Split(' ')[0], Whole: l)))
            {
                await person.OpenAsync(link.Path);
                if (menu.FirstOrDefault(m => m.StartsWith(link.Path + " ", StringComparison.Ordinal)) is { } item) link.Whole.ShouldBe(item, "the help calls a page as the menu does");
            }
        }
        both[0].ShouldBe(both[1], "both languages say the same");
    }

    [Fact]
    public async Task by_keys_that_do_what_the_list_says()
    {
        await using var person = await company.AsAsync(chromium, Roles.Dispatcher);
        var keys = person.Page.Keyboard;
        await person.OpenAsync("/");
        await keys.PressAsync("?");
        await person.Page.WaitForURLAsync("**/Help/Keys");
        var places = await person.Page.Locator("dl.keys div:has(a)").EvaluateAllAsync<string[]>("all => all.map(d => d.querySelectorAll('kbd')[1].textContent + ' ' + d.querySelector('a').getAttribute('href'))");
        places.Length.ShouldBeGreaterThan(3);
        places.Select(p => p[0]).ShouldBeUnique();
        foreach (var place in places)
        {
            await keys.PressAsync("g");
            await keys.PressAsync(place[..1]);
            await person.Page.WaitForURLAsync("**" + place[2..]);
        }
        await keys.PressAsync("g");
        await keys.PressAsync("o");
        await person.Page.WaitForURLAsync("**/Service/Requests");
        await keys.PressAsync("n");
        await person.Page.WaitForURLAsync("**/Service/Requests/Receive");
        await person.OpenAsync("/Help/Keys");
        await keys.PressAsync("/");
        (await person.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("search");
        await keys.TypeAsync("gone?");
        person.Page.Url.ShouldEndWith("/Help/Keys"); // letters in a field are letters

        await person.Page.Locator("[data-keys-switch]").UncheckAsync();
        await person.OpenAsync("/Help/Keys");
        await keys.PressAsync("/");
        (await person.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("");
        (await person.Page.Locator("[data-keys-switch]").IsCheckedAsync()).ShouldBeFalse();
        person.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task by_words_that_say_what_they_mean_where_they_stand(string language)
    {
        await using var person = await company.AsAsync(chromium, Roles.Manager, new Eyes(language));
        await person.OpenAsync("/Reporting/Scorecard");
        var term = person.Page.Locator("a.term").First;
        var meaning = await term.GetAttributeAsync("title");
        await term.ClickAsync();
        (await person.Page.Locator("dl.words > div:target dd").InnerTextAsync()).ShouldBe(meaning);
        (await person.Page.Locator("dl.words dd").EvaluateAllAsync<bool>("all => all.every(d => d.textContent.trim() && !d.textContent.startsWith('Help.'))")).ShouldBeTrue();
        await person.ShouldBeOpenToAllAsync();
    }

    /// <param name="Name">File name, before the language.</param>
    /// <param name="Open">Links to follow from there to the page of the picture, with bars between.</param>
    sealed record Picture(string Name, string Role, string Path, string Open = "", int Width = 1280, int Height = 800);

    static readonly Picture[] All =
    [
        new("orders", Roles.Dispatcher, "/Service/Requests"),
        new("order", Roles.Dispatcher, "/Service/Requests?state=all", "#rows a[href*='/Requests/Details/']"),
        new("board", Roles.Dispatcher, "/Service/Dispatch"),
        new("my-day", Roles.Technician, "/Service/Visits/MyDay", "", 360, 740),
        new("session", Roles.Trainer, "/Staff/Training", "main a[href*='/Training/Session/']|a[href*='/Training/Sheet/']"),
        new("complaints", Roles.QualityOfficer, "/Feedback/Complaints/Board"),
        new("explorer", Roles.Manager, "/Reporting/Dashboards/Explorer?indicator=response_on_time_rate&by=month"),
        new("scorecard", Roles.Manager, "/Reporting/Scorecard"),
        new("documents", Roles.RecordsClerk, "/Documents/Records"),
        new("payments", Roles.Cashier, "/Service/Payments"),
        new("operations", Roles.Administrator, "/Operations"),
        new("audits", Roles.BrandAuditor, "/Reporting/Audits"),
    ];

    [Fact]
    public async Task by_pictures_that_can_be_taken_again()
    {
        foreach (var language in Pictures is null ? ["en"] : (string[])["zh-CN", "en"])
            foreach (var picture in All)
            {
                await using var person = await company.AsAsync(chromium, picture.Role, new Eyes(language, picture.Width));
                await person.Page.SetViewportSizeAsync(picture.Width, picture.Height);
                await person.OpenAsync(picture.Path);
                foreach (var next in picture.Open.Split('|', StringSplitOptions.RemoveEmptyEntries)) await person.OpenAsync((await person.Page.Locator(next).First.GetAttributeAsync("href"))!);
                await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                using var seen = SKBitmap.Decode(await person.Page.ScreenshotAsync());
                seen.Width.ShouldBe(picture.Width);
                if (Pictures is null) continue;
                using var content = seen.Encode(SKEncodedImageFormat.Webp, 82);
                await File.WriteAllBytesAsync(Path.Combine(Pictures, $"{picture.Name}-{language[..2]}.webp"), content.ToArray());
            }
    }
}
