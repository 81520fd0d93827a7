using System.Collections.Concurrent;
using AfterSales.BrowserTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>Every page, looked at in both languages, in light and dark, on a phone and on a desk: axe finds nothing serious, nothing scrolls sideways, the browser complains about nothing. <c>make screenshots</c> keeps a picture of each, for people to look at.</summary>
public sealed class Access(Chromium chromium, DemoCompany company)
{
    static readonly bool Full = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1";

    /// <summary>Where pictures are kept; nothing keeps none.</summary>
    static readonly string? Pictures = Environment.GetEnvironmentVariable("AFTERSALES_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    /// <summary>Each language, each width and each colour scheme once; every combination of them in <c>make test-full</c>.</summary>
    static IEnumerable<Eyes> Views => Full || Pictures is not null
        ? from language in (string[])["en", "zh-CN"] from width in Widths from dark in (bool[])[false, true] select new Eyes(language, width, dark)
        : [new("en", 1440), new("zh-CN", 360, Dark: true)];

    static readonly int[] Widths = [360, 1440];

    /// <summary>Every page is opened in one of the two views, in all of them in <c>make test-full</c> and where pictures are kept.</summary>
    static bool IsOpened(string path, Eyes eyes) => Full || Pictures is not null || path.Split('?')[0].Sum(c => c) % 2 == (eyes.Dark ? 1 : 0);

    [Fact]
    public async Task of_every_page_is_open_to_all()
    {
        ConcurrentQueue<string> found = [];
        await Parallel.ForEachAsync(Views, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (eyes, _) =>
        {
            await using var person = await company.AsAsync(chromium, Roles.Administrator, eyes);
            await Sitemap.OfAsync(person, path => IsOpened(path, eyes), async (path, answer) =>
            {
                foreach (var fault in await LookAtAsync(person, path, answer)) found.Enqueue($"{eyes}: {fault}");
            }, Unlinked);
            foreach (var complaint in person.Complaints) found.Enqueue($"{eyes}: {complaint}");
        });
        found.ShouldBeEmpty(string.Join('\n', found));
    }

    [Theory]
    [InlineData("en", 360)]
    [InlineData("zh-CN", 1440)]
    public async Task of_the_sign_in_page_is_open_to_all(string language, int width)
    {
        await using var person = await chromium.PersonAsync(await company.AddressAsync(), new Eyes(language, width));
        var found = await LookAtAsync(person, "/", (await person.Page.GotoAsync("/"))!);
        found.ShouldBeEmpty(string.Join('\n', found));
        person.ShouldHaveNoComplaints();
    }

    /// <summary>Pages that no link leads to: the wizard leads there, or a query changes what the page is.</summary>
    static readonly string[] Unlinked =
    [
        "/Search", "/Search?q=141", "/Demo", "/Messages", "/Messages?state=all", "/Service/Requests?state=needs_reason", "/Service/Requests?all=true",
        "/Operations/RunJob?name=host.daily-backup", "/Operations/Retry", "/Operations/MakeBackup", "/Operations/VerifyBackup?file=daily-2026-03-11.backup", "/Operations/TakeBackup?file=daily-2026-03-11.backup",
    ];

    static async Task<List<string>> LookAtAsync(Person person, string path, IResponse answer)
    {
        List<string> found = [];
        if (answer.Status != 200) found.Add($"{path}: status {answer.Status}");
        var lang = await person.Page.Locator("html").GetAttributeAsync("lang");
        if (lang != person.Eyes.Language) found.Add($"{path}: <html lang> is {lang}");
        var picture = Pictures is null ? null : Path.Combine(Pictures, $"{FileName(path)}.{person.Eyes.Language}.{person.Eyes.Width}{(person.Eyes.Dark ? ".dark" : "")}.png");
        if ((picture is not null || !person.Eyes.Dark) && (await person.Page.ScreenshotAsync(new() { Path = picture, FullPage = picture is not null })).Length <= 2_000) found.Add($"{path}: an empty picture");
        // The width that the view has comes last: axe looks at the page in it.
        foreach (var eyes in Widths.OrderBy(w => w == person.Eyes.Width).Select(w => person.Eyes with { Width = w }))
        {
            await person.Page.SetViewportSizeAsync(eyes.Width, eyes.Height);
            if (await person.ScrollsSidewaysAsync()) found.Add($"{path}: scrolls sideways at {eyes.Width} px");
        }
        found.AddRange(from line in await person.ViolationsAsync() select $"{path}: {line}");
        return found;
    }

    static string FileName(string path) => path.Split('?')[0].Trim('/').Replace('/', '-') is { Length: > 0 } name ? name : "start";
}
