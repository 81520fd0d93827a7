using System.Diagnostics;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.BrowserTests.Fixtures;

/// <summary>A company on its first morning: the owner has gone through the wizard, a dispatcher and a technician can sign in, nothing has happened yet.</summary>
public sealed class YoungCompany(Chromium chromium) : IAsyncLifetime
{
    public const string Password = "correct horse battery 42";
    readonly Executable _executable = new();
    Process? _server;
    Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        (_server, _address) = await _executable.ServeAsync();
        await using var owner = await chromium.PersonAsync(_address, new Eyes());
        await FillInTheWizardAsync(owner, await _executable.OneTimeCodeAsync());
        await owner.OpenAsync("/Service/Dispatch/Technicians");
        await owner.Page.Locator("[name='Input.Code']").FillAsync("T01");
        await owner.Page.Locator("[name='Input.Name']").FillAsync("赵强");
        await owner.Page.Locator("form:has([name='Input.Code']) button").ClickAsync();
        await owner.Page.GetByRole(Microsoft.Playwright.AriaRole.Cell, new() { Name = "赵强", Exact = true }).WaitForAsync();
        await owner.OpenAsync("/Staff/Certificates/Issue");
        foreach (var (field, value) in new[] { ("PersonCode", "T01"), ("PersonName", "赵强"), ("Number", "CG-001"), ("Issuer", "晨光"), ("IssuedOn", "2026-01-05") })
            await owner.Page.Locator($"[name='Input.{field}']").FillAsync(value);
        foreach (var type in await owner.Page.Locator("[name='Input.Types']").AllAsync()) await type.CheckAsync();
        await owner.Page.Locator("main form button").ClickAsync();
        await owner.Page.WaitForURLAsync("**/Staff/Certificates/Details/**");
        (await _executable.RunAsync(["user", "add", "dispatcher-1", "--role", Roles.Dispatcher + "," + Roles.Manager, "--password-stdin"], Password + "\n")).ShouldSucceed();
        (await _executable.RunAsync(["user", "add", "clerk-1", "--role", Roles.RecordsClerk + "," + Roles.Manager, "--password-stdin"], Password + "\n")).ShouldSucceed();
        (await _executable.RunAsync(["user", "add", "T01", "--role", Roles.Technician, "--password-stdin"], Password + "\n")).ShouldSucceed();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop.AsyncOf(_server);
        _executable.Dispose();
    }

    public Task<Person> DispatcherAsync(Eyes eyes) => chromium.PersonAsync(_address, eyes, "dispatcher-1", Password);

    /// <summary>Who files, lends and writes agreements; in so small a company the manager too.</summary>
    public Task<Person> ClerkAsync(Eyes eyes) => chromium.PersonAsync(_address, eyes, "clerk-1", Password);

    /// <summary>The technician whose code is the name of the account.</summary>
    public Task<Person> TechnicianAsync(Eyes eyes) => chromium.PersonAsync(_address, eyes, "T01", Password);

    /// <summary>Runs a verb while the server runs.</summary>
    public Task<Ran> RunAsync(params string[] args) => _executable.RunAsync(args);

    /// <summary>The first-run wizard, as an owner fills it in.</summary>
    public static async Task FillInTheWizardAsync(Person owner, string code)
    {
        await owner.OpenAsync("/");
        foreach (var (field, value) in new[] { ("Code", code), ("Company", "清泉服务"), ("Zone", "Asia/Shanghai"), ("DisplayName", "周敏"), ("UserName", "owner"), ("Password", Password) })
            await owner.Page.Locator($"[name='Input.{field}']").FillAsync(value);
        await owner.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await owner.Page.Locator("[name='Input.Password']").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
    }
}
