using AfterSales.BrowserTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.BrowserTests;

/// <summary>A picture of every page, for people to look at: <c>make screenshots</c> keeps them in artifacts/screenshots.</summary>
public sealed class Screenshots(Chromium chromium, DemoCompany company)
{
    static readonly Eyes[] Wanted = Environment.GetEnvironmentVariable("AFTERSALES_SCREENSHOTS") is { Length: > 0 }
        ? [new("zh-CN", 1440), new("en", 1440), new("zh-CN", 1440, Dark: true), new("zh-CN", 360), new("en", 360)]
        : [new("zh-CN", 1440)];

    static readonly string Folder = Environment.GetEnvironmentVariable("AFTERSALES_SCREENSHOTS") is { Length: > 0 } folder ? folder : Path.Combine(Path.GetTempPath(), $"aftersales-screenshots-{Environment.ProcessId}");

    [Fact]
    public async Task show_every_page()
    {
        foreach (var eyes in Wanted)
        {
            await using var person = await company.AsAsync(chromium, Roles.Administrator, eyes);
            foreach (var path in await Sitemap.OfAsync(person))
            {
                await person.OpenAsync(path);
                var file = Path.Combine(Folder, $"{Name(path)}.{eyes.Language}.{eyes.Width}{(eyes.Dark ? ".dark" : "")}.png");
                var picture = await person.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
                picture.Length.ShouldBeGreaterThan(2_000, $"{path} is an empty picture");
            }
        }
        if (Environment.GetEnvironmentVariable("AFTERSALES_SCREENSHOTS") is null or "") Directory.Delete(Folder, recursive: true);
    }

    static string Name(string path) => path.Split('?')[0].Trim('/').Replace('/', '-') is { Length: > 0 } name ? name : "start";
}
