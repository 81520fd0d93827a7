using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Npgsql;

namespace AfterSales.IntegrationTests.Host;

/// <summary>The executable twice, with a folder each, on one PostgreSQL and one shared folder; one of the two is killed with kill -9 while people work through the proxy, comes back, and then the other. Needs a server: nothing is started where the run is about SQLite.</summary>
public sealed class TwoProcesses : IDisposable
{
    static readonly int Kills = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 20 : 2;
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly Executable _executable = new();
    readonly ConcurrentBag<string> _shown = [];
    int _phone;

    public void Dispose() => _executable.Dispose();

    [Fact]
    public async Task lose_nothing_that_was_acknowledged_when_one_is_killed()
    {
        if (!TestDatabase.IsPostgres) return;
        string[] folders = [Path.Combine(_executable.Folder, "a"), Path.Combine(_executable.Folder, "b")];
        var connection = await ConfigureAsync(folders);
        var password = await MadeAsync(folders[0]);
        var hosts = await Task.WhenAll(folders.Select(f => _executable.ServeAsync(f)));
        await using (var proxy = new RoundRobin([.. hosts.Select(h => h.Address)]))
        {
            using var dispatcher = await Installation.SignInAsync(new Visitor(proxy.Address, "en", keepsConnections: false), "dispatcher", password);
            for (var kill = 0; kill < Kills; kill++)
            {
                var (down, up) = (kill % 2, (kill + 1) % 2);
                var enough = _shown.Count + 8;
                using var end = new CancellationTokenSource();
                var writers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReceiveAsync(dispatcher, end.Token), Stop)).ToList();
                await Until(() => _shown.Count >= enough, writers);
                hosts[down].Process.Kill();
                await hosts[down].Process.WaitForExitAsync(Stop);
                enough = _shown.Count + 8; // the other goes on, with the same session and the same forms
                await Until(() => _shown.Count >= enough, writers);
                await end.CancelAsync();
                await Task.WhenAll(writers);
                (await dispatcher.OpenAsync("/health/ready")).ShouldBeOk();
                hosts[down] = await _executable.ServeAsync(folders[down], hosts[down].Address.Port);
                using var back = await Installation.SignInAsync(new Visitor(hosts[down].Address, "en"), "dispatcher", password);
                (await back.OpenAsync("/Service/Requests/Details/" + _shown.First())).ShouldBeOk();
                hosts[up].Process.HasExited.ShouldBeFalse();
            }
        }
        foreach (var host in hosts)
        {
            Executable.AskToEnd(host.Process);
            await host.Process.WaitForExitAsync(Stop);
            host.Process.ExitCode.ShouldBe(0);
        }
        await ShouldBeWholeAsync(connection);
        (await _executable.RunAsync(["check", "--json"], data: folders[1])).ShouldSucceed();
    }

    /// <summary>Both folders name the same server and the same folder of documents; the second is the host's own and takes the keys over at its first start.</summary>
    async Task<string> ConfigureAsync(string[] folders)
    {
        await using var database = await TestDatabase.NewOnServerAsync();
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = database.Database }.ConnectionString;
        await database.CloseAsync();
        NpgsqlConnection.ClearAllPools();
        var shared = Directory.CreateDirectory(Path.Combine(_executable.Folder, "office")).CreateSubdirectory("aftersales").FullName;
        var settings = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["Database"] = new { Provider = "postgres" }, ["ConnectionStrings"] = new { Default = connection }, ["Files"] = new { Folder = shared },
        });
        foreach (var folder in folders) await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, "appsettings.json"), settings, Stop);
        return connection;
    }

    async Task<string> MadeAsync(string folder)
    {
        (await _executable.RunAsync(["demo", "--orders", "60", "--months", "6"], data: folder)).ShouldSucceed();
        return (await DemoAccounts.InAsync(folder))[Roles.Dispatcher];
    }

    /// <summary>Receives orders until told to end. A host that dies in the middle gives no answer: then nothing was promised.</summary>
    async Task ReceiveAsync(Visitor dispatcher, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
            try
            {
                var phone = string.Create(CultureInfo.InvariantCulture, $"137{Interlocked.Increment(ref _phone):00000000}");
                var answer = await dispatcher.SubmitAsync("/Service/Requests/Receive",
                    new() { ["Phone"] = phone, ["Name"] = "周敏", ["Address"] = "文一路 " + phone, ["Description"] = "不出热水", ["Kind"] = "Repair", ["Channel"] = "Phone" });
                answer.ShouldBeOk().Url.AbsolutePath.ShouldContain("/Details/");
                _shown.Add(answer.Url.Segments[^1]);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or SocketException)
            {
                await Task.Delay(50, Stop);
            }
    }

    static async Task Until(Func<bool> come, List<Task> writers)
    {
        for (var i = 0; i < 1200 && !come(); i++)
        {
            if (writers.Find(w => w.IsFaulted) is { } failed) await failed;
            await Task.Delay(100, Stop);
        }
        come().ShouldBeTrue("work goes on");
    }

    async Task ShouldBeWholeAsync(string connection)
    {
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("SELECT number FROM service.orders", db);
        List<string> there = [];
        await using (var reader = await command.ExecuteReaderAsync(Stop))
            while (await reader.ReadAsync(Stop)) there.Add(reader.GetString(0));
        _shown.Count.ShouldBeGreaterThan(Kills * 16 - 1);
        _shown.Where(n => !there.Contains(n)).ShouldBeEmpty("orders that somebody was shown");
        _shown.Distinct().Count().ShouldBe(_shown.Count, "no number was given twice");
        there.Distinct().Count().ShouldBe(there.Count);
    }
}
