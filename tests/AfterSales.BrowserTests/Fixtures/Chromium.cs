using System.Diagnostics;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(AfterSales.BrowserTests.Fixtures.Chromium))]
[assembly: AssemblyFixture(typeof(AfterSales.BrowserTests.Fixtures.DemoCompany))]

namespace AfterSales.BrowserTests.Fixtures;

/// <summary>How a person looks at the product.</summary>
/// <param name="Language">en or zh-CN.</param>
/// <param name="Width">Width of the screen in CSS pixels.</param>
/// <param name="Dark">The system prefers dark colours.</param>
public sealed record Eyes(string Language = "en", int Width = 1440, bool Dark = false)
{
    public static readonly Eyes Phone = new("zh-CN", 360);
    public int Height => Width < 600 ? 740 : 900;
    public override string ToString() => $"{Language} {Width} px {(Dark ? "dark" : "light")}";
}

/// <summary>One Chromium for the whole run; each person gets a profile of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    readonly Dictionary<string, string> _signedIn = [];
    readonly SemaphoreSlim _door = new(1, 1);
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("AFTERSALES_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _door.Dispose();
    }

    /// <summary>A profile of somebody's own; signed in already where a name is given. Each name signs in once, since sign-in is limited.</summary>
    public async Task<Person> PersonAsync(Uri address, Eyes eyes, string? name = null, string? password = null)
    {
        if (name is null) return await NewAsync(address, eyes, null);
        await _door.WaitAsync();
        try
        {
            if (_signedIn.TryGetValue(address + name, out var state)) return await NewAsync(address, eyes, state);
            var person = await NewAsync(address, eyes, null);
            await person.SignInAsync(name, password!);
            _signedIn[address + name] = await person.StateAsync();
            return person;
        }
        finally
        {
            _door.Release();
        }
    }

    async Task<Person> NewAsync(Uri address, Eyes eyes, string? state)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = eyes.Language,
            TimezoneId = "Asia/Shanghai",
            ColorScheme = eyes.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = eyes.Width, Height = eyes.Height },
            HasTouch = eyes.Width < 600,
            StorageState = state,
        });
        context.SetDefaultTimeout(40_000);
        return new Person(context, await context.NewPageAsync(), eyes);
    }
}

/// <summary>Somebody at a browser. Whatever the browser complains about (script errors, refused content, failed requests) is kept.</summary>
public sealed class Person : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly List<string> _complaints = [];

    internal Person(IBrowserContext context, IPage page, Eyes eyes)
    {
        (_context, Page, Eyes) = (context, page, eyes);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !IsAnAnswer(message.Text)) _complaints.Add($"{page.Url}: {message.Text} {message.Location}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500) _complaints.Add($"{response.Url} answered {response.Status}");
        };
    }

    public IPage Page { get; }
    public Eyes Eyes { get; }
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a page and expects it to be there.</summary>
    public async Task OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        answer!.Status.ShouldBe(200, $"{path}: {await Page.Locator("body").InnerTextAsync()}");
    }

    /// <summary>Events are handed over a moment after the act: opens the page again and again until this is on it.</summary>
    public async Task OpenUntilAsync(string path, string selector)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromMinutes(1); await Page.WaitForTimeoutAsync(200))
        {
            await OpenAsync(path);
            if (await Page.Locator(selector).CountAsync() > 0) return;
        }
        throw new InvalidOperationException($"{path} never had '{selector}': {await Page.Locator("main").InnerTextAsync()}");
    }

    public async Task SignInAsync(string name, string password)
    {
        await OpenAsync("/");
        var form = Page.Locator("form:has(input[type=password])");
        await form.Locator("input[type=text], input[type=email], input:not([type])").First.FillAsync(name);
        await form.Locator("input[type=password]").FillAsync(password);
        await form.Locator("input[type=password]").PressAsync("Enter");
        await Page.Locator("input[type=password]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Opens a step of a visit that is closed.</summary>
    public Task OpenStepAsync(string step) => OpenStepAsync(Page, step);

    /// <inheritdoc cref="OpenStepAsync(string)"/>
    public static async Task OpenStepAsync(IPage page, string step)
    {
        if (await page.Locator($"#{step}").GetAttributeAsync("open") is null) await page.Locator($"#{step} > summary").ClickAsync();
    }

    /// <summary>A page that scrolls sideways is broken at this width.</summary>
    public Task<bool> ScrollsSidewaysAsync() => ScrollsSidewaysAsync(Page);

    /// <inheritdoc cref="ScrollsSidewaysAsync()"/>
    public static Task<bool> ScrollsSidewaysAsync(IPage page) =>
        page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds serious on the page as it is shown: a line for each place.</summary>
    public async Task<string[]> ViolationsAsync()
    {
        await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.filter(v => ['serious', 'critical'].includes(v.impact)).flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}): ${n.html}`))
            """);
    }

    /// <summary>The page fits its width and axe finds nothing serious on it.</summary>
    public async Task ShouldBeOpenToAllAsync()
    {
        (await ScrollsSidewaysAsync()).ShouldBeFalse(Page.Url);
        (await ViolationsAsync()).ShouldBeEmpty(Page.Url);
    }

    internal Task<string> StateAsync() => _context.StorageStateAsync();

    public void ShouldHaveNoComplaints() => _complaints.ShouldBeEmpty(string.Join('\n', _complaints));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>The browser also reports refusals (409, 422) as errors of loading; those are answers.</summary>
    static bool IsAnAnswer(string text) => text.StartsWith("Failed to load resource", StringComparison.Ordinal) && (text.Contains("409", StringComparison.Ordinal) || text.Contains("422", StringComparison.Ordinal));
}
