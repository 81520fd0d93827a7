using System.Diagnostics;
using AfterSales.IntegrationTests.Fixtures;

namespace AfterSales.BrowserTests.Fixtures;

/// <summary>The executable, serving a small demo company, with an account for each role. Made once for the whole run.</summary>
public sealed class DemoCompany : IAsyncLifetime
{
    readonly Executable _executable = new();
    readonly Dictionary<string, (string Name, string Password)> _accounts = [];
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
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(_executable.Data, "demo-accounts.txt")))
            if (line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [var role, .., var password]) _accounts[role] = (role, password);
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
        var (name, password) = _accounts.TryGetValue(role, out var account) ? account
            : throw new InvalidOperationException($"The demo company has no {role}; it has {string.Join(", ", _accounts.Keys)}.");
        return await chromium.PersonAsync(address, eyes ?? new Eyes(), name, password);
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
