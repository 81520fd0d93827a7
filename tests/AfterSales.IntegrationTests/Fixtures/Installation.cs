using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Shell;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>
/// The product as it runs at a customer's: real server on a free port, real database, a data folder of its own. Only the clock is ours:
/// it starts on a Wednesday at nine in the morning in Shanghai and moves when a test moves it. With <c>AFTERSALES_TEST_KEEP</c> set the
/// folder stays behind, logs included.
/// </summary>
public class Installation : IAsyncLifetime
{
    /// <summary>2026-03-11 09:00 in Shanghai: an ordinary Wednesday, no holiday near.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 11, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Of everybody.</summary>
    public const string Password = "correct horse battery 42";
    readonly Dictionary<string, Visitor> _signedIn = [];
    readonly SemaphoreSlim _one = new(1, 1);
    WebApplication? _app;

    public FakeTimeProvider Time { get; } = new(Start);
    internal DataFolder Folder { get; } = new(Directory.CreateTempSubdirectory("aftersales-test-").FullName);
    public Uri Address { get; private set; } = null!;
    public IServiceProvider Services => _app!.Services;
    public DateTime Now => TimeProviderInstants.Now(Time);

    /// <summary>False for an installation as it comes out of the box, before its first-run wizard.</summary>
    protected virtual bool SetsUp => true;

    /// <summary>Gives it a database.</summary>
    protected virtual Task PrepareAsync() => TestDatabase.PrepareAsync(Folder);

    /// <summary>The company's time zone, as the wizard is told it.</summary>
    protected virtual string Zone => "Asia/Shanghai";

    /// <summary>Settings that a test brings along, written before the first start.</summary>
    protected virtual Task ConfigureAsync() => Task.CompletedTask;

    /// <summary>Handlers and jobs that a test brings along.</summary>
    protected virtual void Register(IServiceCollection services)
    {
    }

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        await ConfigureAsync();
        await StartAsync();
        if (SetsUp) await SetUpAsync();
    }

    /// <summary>The wizard, as the owner goes through it; the owner is the administrator.</summary>
    async Task SetUpAsync()
    {
        var owner = Anonymous();
        var done = await owner.SubmitAsync("/", new()
        {
            ["Code"] = Services.GetRequiredService<FirstRun>().Code, ["Company"] = "清泉服务", ["Zone"] = Zone, ["Language"] = "zh-CN",
            ["DisplayName"] = NameOf(Roles.Administrator), ["UserName"] = NameOf(Roles.Administrator), ["Password"] = Password,
        });
        done.ShouldBeOk().Document.QuerySelector("input[type=password]").ShouldBeNull($"The wizard did not end: {done.Text}");
        _signedIn[Roles.Administrator + "en"] = await SignInAsync(NameOf(Roles.Administrator), Password);
        owner.Dispose();
    }

    public async Task StartAsync()
    {
        _app = AfterSalesHost.BuildWeb(Folder, "http://127.0.0.1:0", "integration-tests", Time, services =>
        {
            services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1_000); // a sign-in takes a moment on purpose; here there are thousands
            Register(services);
        });
        await _app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<ControlAddress>().PublicAddresses[0]);
    }

    public async Task StopAsync()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _signedIn.Values) visitor.Dispose();
        await StopAsync();
        if (Environment.GetEnvironmentVariable("AFTERSALES_TEST_KEEP") is null) Directory.Delete(Folder.Root, recursive: true);
        _one.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody without an account, with a browser of their own.</summary>
    public Visitor Anonymous(string language = "en") => new(Address, language);

    /// <summary>Somebody who holds a role and is signed in; the account is made on first use.</summary>
    public async Task<Visitor> AsAsync(string role, string language = "en")
    {
        await _one.WaitAsync();
        try
        {
            if (_signedIn.TryGetValue(role + language, out var there)) return there;
            if (!_signedIn.Keys.Any(k => k.StartsWith(role, StringComparison.Ordinal)))
                (await RunAsync(["user", "add", NameOf(role), "--role", role, "--password-stdin"], Password)).ShouldSucceed();
            return _signedIn[role + language] = await SignInAsync(NameOf(role), Password, language);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Signs in as people do: opens the start page, is led to the sign-in form, fills it in.</summary>
    public Task<Visitor> SignInAsync(string name, string password, string language = "en") => SignInAsync(Anonymous(language), name, password);

    /// <inheritdoc cref="SignInAsync(string, string, string)"/>
    public static async Task<Visitor> SignInAsync(Visitor visitor, string name, string password)
    {
        var form = await visitor.OpenAsync("/");
        var fields = form.Document.QuerySelectorAll("form input").Select(i => (Name: i.GetAttribute("name"), Type: i.GetAttribute("type") ?? "text")).ToList();
        var page = await visitor.SubmitAsync(form, new()
        {
            [fields.First(f => f.Type is "text" or "email").Name!] = name,
            [fields.First(f => f.Type == "password").Name!] = password,
            [fields.First(f => f.Type == "checkbox").Name!] = "true", // stays signed in: tests move the clock by days
        }, with: "input[type=password]");
        page.Document.QuerySelector("input[type=password]").ShouldBeNull($"{name} could not sign in: {page.Text}");
        return visitor;
    }

    /// <summary>Runs a verb inside the running server, as the command line does.</summary>
    public Task<Ran> RunAsync(string[] args, string? input = null) => CommandLine.RunAsync(Services, Folder, args, input);

    /// <summary>A scope of the running server's services.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task WithAsync<TService>(Func<TService, Task> use) where TService : notnull => WithAsync<TService, bool>(async s =>
    {
        await use(s);
        return true;
    });

    /// <summary>A certificate for every product type, or for one, that counts in the tests' years.</summary>
    public Task CertifyAsync(string technicianCode, params string[] types) => WithAsync<IRegisterCertificates>(register => register.RegisterAsync(
        [new CertificateFacts($"TEST-{technicianCode}-{string.Join('-', types)}", technicianCode, technicianCode, "brand", "晨光", types.Length == 0 ? ProductTypes.Codes : types, null, new DateOnly(2025, 1, 1), new DateOnly(2027, 12, 31))], CancellationToken.None));

    /// <summary>Hands out every event that waits in an outbox, now.</summary>
    public Task<int> DeliverEventsAsync() => Services.GetRequiredService<OutboxDelivery>().DeliverAsync(CancellationToken.None);

    public static string NameOf(string role) => role + "-1";
}

/// <summary>An installation as it comes out of the box: nobody has an account.</summary>
public sealed class FreshInstallation : Installation
{
    protected override bool SetsUp => false;
}
