using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using AfterSales.Host.CommandLine;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests;

/// <summary>The server answers, alone and for the command line.</summary>
public sealed class TheServer(Installation installation) : IClassFixture<Installation>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task says_that_it_is_well(string path)
    {
        using var visitor = installation.Anonymous();
        (await visitor.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task runs_verbs_for_the_command_line() => (await installation.RunAsync(["version", "--json"])).ShouldSucceed().Json.GetProperty("ok").GetBoolean().ShouldBeTrue();

    [Fact]
    public async Task carries_the_schema_versions_that_its_database_has()
    {
        var told = (await installation.RunAsync(["version", "--json"])).ShouldSucceed().Json.GetProperty("schemas").EnumerateArray()
            .ToDictionary(s => s.GetProperty("schema").GetString()!, s => s.GetProperty(TestDatabase.IsPostgres ? "postgres" : "sqlite").GetString());
        await using var scope = installation.Services.CreateAsyncScope();
        foreach (var module in installation.Services.GetServices<ModuleDatabase>())
            told[module.Schema].ShouldBe((await module.Open(scope.ServiceProvider).Database.GetAppliedMigrationsAsync()).Last());
    }

    [Fact]
    public async Task starts_again_on_the_same_folder()
    {
        await using var other = new Installation();
        await other.InitializeAsync();
        await other.StopAsync();
        await other.StartAsync();
        using var visitor = other.Anonymous();
        (await visitor.OpenAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }
}

/// <summary>The executable as a process of its own.</summary>
[OnOneDatabase]
public sealed class TheExecutable : IDisposable
{
    readonly Executable _executable = new();

    public void Dispose() => _executable.Dispose();

    [Fact]
    public async Task tells_its_version() => (await _executable.RunAsync(["version", "--json"])).ShouldSucceed().Json.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task tells_the_schema_versions_without_any_data()
    {
        var schemas = (await _executable.RunAsync(["version", "--json"])).ShouldSucceed().Json.GetProperty("schemas").EnumerateArray().ToList();
        schemas.Select(s => s.GetProperty("schema").GetString()).ShouldBe(["documents", "feedback", "host", "reporting", "risk", "service", "staff"]);
        schemas.ShouldAllBe(s => s.GetProperty("sqlite").GetString()!.StartsWith("20") && s.GetProperty("postgres").GetString()!.StartsWith("20"));
        Directory.Exists(_executable.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task answers_wrong_usage_with_2() => (await _executable.RunAsync(["no-such-verb"])).Exit.ShouldBe(2);

    [Fact]
    public async Task answers_3_where_there_is_no_data() => (await _executable.RunAsync(["check"])).Exit.ShouldBe(3);

    [Fact]
    public async Task serves_once_per_folder_and_ends_with_0_when_asked()
    {
        var (server, _) = await _executable.ServeAsync();
        try
        {
            var second = await _executable.RunAsync(["serve", "--urls", "http://127.0.0.1:0"]);
            second.Exit.ShouldBe(3);
            second.Error.ShouldContain(_executable.Data);
        }
        finally
        {
            Executable.AskToEnd(server);
            await server.WaitForExitAsync();
        }
        server.ExitCode.ShouldBe(0);
        server.Dispose();
    }

    [Fact]
    public async Task answers_what_it_has_begun_before_it_ends()
    {
        var (server, address) = await _executable.ServeAsync();
        using var sender = new TcpClient();
        await sender.ConnectAsync(address.Host, address.Port);
        await using var line = sender.GetStream();
        using var answers = new StreamReader(line);
        await line.WriteAsync("POST /Setup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n"u8.ToArray());
        (await answers.ReadLineAsync()).ShouldBe("HTTP/1.1 100 Continue"); // the page has begun and waits for the rest
        (await answers.ReadLineAsync()).ShouldBeEmpty();
        Executable.AskToEnd(server);
        await Task.Delay(3000); // longer than a command line waits of its own accord
        server.HasExited.ShouldBeFalse();
        await line.WriteAsync("a=12"u8.ToArray());
        (await answers.ReadLineAsync()).ShouldNotBeNull().ShouldStartWith("HTTP/1.1 ");
        await server.WaitForExitAsync();
        server.ExitCode.ShouldBe(0);
        server.Dispose();
    }

    [Fact]
    public async Task finishes_a_verb_that_it_executes_before_it_ends()
    {
        var (server, _) = await _executable.ServeAsync();
        var door = ServeFile.Read(_executable.Data)!;
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", door.Key) } };
        Task<string> adding;
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_executable.Data, "aftersales.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var busy = other.BeginTransaction(); // nobody else can write: the verb waits in the middle
            adding = AddAsync(new VerbRequest(["user", "add", "late", "--role", "trainer", "--password-stdin"], _executable.Folder, "correct horse battery 42", "en"));
            await Task.Delay(1500);
            Executable.AskToEnd(server);
            await Task.Delay(3500); // longer than a command line waits of its own accord
            server.HasExited.ShouldBeFalse();
            adding.IsCompleted.ShouldBeFalse();
        }
        (await adding).ShouldEndWith("x\"0\"\n");
        await server.WaitForExitAsync();
        server.ExitCode.ShouldBe(0);
        server.Dispose();
        (await _executable.RunAsync(["user", "list"])).ShouldSucceed().Out.ShouldContain("late");

        async Task<string> AddAsync(VerbRequest verb)
        {
            using var answer = await http.PostAsJsonAsync($"http://127.0.0.1:{door.Port}/verb", verb);
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
