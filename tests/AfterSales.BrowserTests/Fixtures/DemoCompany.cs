using System.Diagnostics;
using AfterSales.IntegrationTests.Fixtures;

namespace AfterSales.BrowserTests.Fixtures;

/// <summary>The executable, serving a small demo company, with an account for each role. Made once for the whole run.</summary>
public sealed class DemoCompany : IAsyncLifetime
{
    readonly Executable _executable = new();
    IReadOnlyDictionary<string, string> _passwords = new Dictionary<string, string>();
    readonly Lazy<Task> _open;
    Process? _server;
    Uri? _address;

    public DemoCompany() => _open = new(OpenAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Where the company is served; it is founded on the first question.</summary>
    public async Task<Uri> AddressAsync()
    {
        await _open.Value;
        return _address!;
    }

    async Task OpenAsync()
    {
        (await _executable.RunAsync(["demo", "--orders", "300", "--months", "6", "--seed", "7"])).ShouldSucceed();
        _passwords = await DemoAccounts.InAsync(_executable.Data);
        (_server, _address) = await _executable.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop.AsyncOf(_server);
        _executable.Dispose();
    }

    /// <summary>Somebody of the demo company, signed in.</summary>
    public async Task<Person> AsAsync(Chromium chromium, string role, Eyes? eyes = null)
    {
        var address = await AddressAsync();
        var password = _passwords.TryGetValue(role, out var given) ? given : throw new InvalidOperationException($"The demo company has no {role}; it has {string.Join(", ", _passwords.Keys)}.");
        return await chromium.PersonAsync(address, eyes ?? new Eyes(), role, password);
    }
}

internal static class Stop
{
    /// <summary>Asks a server that a test started to end, and waits.</summary>
    public static async Task AsyncOf(Process? server)
    {
        if (server is null) return;
        Executable.AskToEnd(server);
        await server.WaitForExitAsync();
        server.Dispose();
    }
}
