using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.CommandLine;

/// <summary>
/// Runs a verb: in this process when nobody owns the data folder, otherwise inside the server that does. Either way the same body, the
/// same output and the same exit code.
/// </summary>
internal static class Verbs
{
    static readonly string[] LanguageVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];
    /// <summary>What SQLite answers when pages do not fit together, and when the file is no database at all.</summary>
    const int SqliteCorrupt = 11, SqliteNoDatabase = 26;
    static readonly TimeSpan PatienceForLock = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageOfTerminal();
        var modules = AfterSalesModules.All;
        var root = RootVerbs.Build(modules, (command, body, createsData) => command.SetAction(
            (parse, cancel) => LocallyOrByServerAsync(args, parse, body, createsData, cancel)), ServeVerb.Command());
        return await InvokeAsync(root, args, Console.Out, Console.Error, CancellationToken.None);
    }

    /// <summary>Parses and runs; wrong usage is 2, a refusal 3 and an unexpected failure 1, each with one sentence.</summary>
    /// <param name="served">The folder of the running server, when the verb is a request of it: such a verb ends when its host does and hears of signals from it alone.</param>
    internal static async Task<int> InvokeAsync(RootCommand root, string[] args, TextWriter output, TextWriter error, CancellationToken ct, DataFolder? served = null)
    {
        var parse = root.Parse(args);
        if (parse.Errors.Count > 0)
        {
            foreach (var problem in parse.Errors) error.WriteLine(problem.Message);
            return ExitCode.WrongUsage;
        }
        try
        {
            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            // A server that is asked to end first answers what it has begun, for as long as the web host waits (30 s); the command line's own 2 s would kill it in the middle.
            if (served is not null) configuration.ProcessTerminationTimeout = null;
            else if (parse.CommandResult.Command.Name == ServeVerb.Name) configuration.ProcessTerminationTimeout = TimeSpan.FromSeconds(40);
            return await parse.InvokeAsync(configuration, ct);
        }
        catch (Exception refusal) when (Sentence(refusal) is { } sentence)
        {
            error.WriteLine(sentence);
            return refusal is WrongUsage ? ExitCode.WrongUsage : ExitCode.Refused;
        }
        catch (Exception failure) when (Kernel.Data.DiskFull.IsCauseOf(failure))
        {
            var folder = (served ?? DataFolderOf(parse)).Root;
            error.WriteLine(AfterSalesModules.Texts["CommandLine.DiskFull", folder, FreeSpace.In(folder) / 1_000_000]);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
        catch (Exception failure) when (failure.GetBaseException() is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNoDatabase } damaged)
        {
            error.WriteLine(AfterSalesModules.Texts["CommandLine.DatabaseDamaged", (served ?? DataFolderOf(parse)).Database, damaged.Message]);
            return ExitCode.Failed;
        }
        catch (Exception failure)
        {
            error.WriteLine(failure.ToString());
            return ExitCode.Failed;
        }
    }

    static string? Sentence(Exception refusal) => refusal switch
    {
        RuleViolation rule => AfterSalesModules.Texts.Of(rule),
        WrongUsage or WrongSetting or Data.NewerDatabase => refusal.Message,
        _ => null,
    };

    static async Task<int> LocallyOrByServerAsync(string[] args, ParseResult parse, Func<ParseResult, VerbContext, Task<int>> body, bool createsData, CancellationToken cancel)
    {
        var folder = DataFolderOf(parse);
        if (!Directory.Exists(folder.Root))
        {
            if (!createsData) throw new RuleViolation("CommandLine.NoDataFolder", folder.Root);
            Create(folder);
        }
        var waitingSince = Stopwatch.GetTimestamp();
        while (true)
        {
            if (FolderLock.TryTake(folder.Root) is { } mine)
                using (mine)
                {
                    File.Delete(folder.In(ServeFile.Name)); // left by a server that was killed: whoever listens there now is somebody else
                    return await LocallyAsync(folder, parse, body, cancel);
                }
            if (ServeFile.Read(folder.Root) is { } server && await ByServerAsync(server, args, parse, cancel) is { } exit) return exit;
            if (Stopwatch.GetElapsedTime(waitingSince) > PatienceForLock) throw new RuleViolation("CommandLine.FolderInUse", folder.Root);
            await Task.Delay(200, cancel);
        }
    }

    static async Task<int> LocallyAsync(DataFolder folder, ParseResult parse, Func<ParseResult, VerbContext, Task<int>> body, CancellationToken cancel)
    {
        Demo.UnfinishedDemo.RefuseIn(folder);
        await using var services = AfterSalesHost.BuildServices(folder);
        await services.GetRequiredService<Data.DatabaseUpgrade>().RunAsync(cancel);
        await using var scope = services.CreateAsyncScope();
        return await body(parse, new VerbContext(scope.ServiceProvider, Console.Out, Console.Error, Console.In, RootVerbs.Json(parse), folder.Root, Directory.GetCurrentDirectory(), cancel));
    }

    static async Task<int?> ByServerAsync(ServeFile server, string[] args, ParseResult parse, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
        var input = parse.GetResult("--password-stdin") is not null ? await Console.In.ReadToEndAsync(cancel) : null;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{server.Port}/verb")
        {
            Content = JsonContent.Create(new VerbRequest(args, Directory.GetCurrentDirectory(), input, CultureInfo.CurrentUICulture.Name)),
        };
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!response.IsSuccessStatusCode) return null;
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancel));
            while (await lines.ReadLineAsync(cancel) is { } line)
            {
                var text = JsonSerializer.Deserialize<string>(line.AsSpan(1))!;
                if (line[0] == 'x') return int.Parse(text, CultureInfo.InvariantCulture);
                (line[0] == 'o' ? Console.Out : Console.Error).Write(text);
            }
            return ExitCode.Failed; // the server went away in the middle
        }
        catch (HttpRequestException)
        {
            return null; // no longer there: the lock will be free soon
        }
    }

    /// <exception cref="WrongSetting">There can be no folder of that name, or this account may not write there.</exception>
    internal static void Create(DataFolder folder)
    {
        try
        {
            Directory.CreateDirectory(folder.Root);
            File.Delete(folder.In(".writable"));
            File.Create(folder.In(".writable")).Dispose();
            File.Delete(folder.In(".writable"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new WrongSetting("--data", $"the folder {folder.Root} cannot be used: {refused.Message}");
        }
    }

    internal static DataFolder DataFolderOf(ParseResult parse) =>
        new(Path.GetFullPath(RootVerbs.Data(parse) ?? Environment.GetEnvironmentVariable("AFTERSALES_DATA") ?? "data"));

    static CultureInfo LanguageOfTerminal()
    {
        var language = LanguageVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v))
            ?? CultureInfo.CurrentUICulture.Name;
        return language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Texts.Chinese : Texts.English;
    }
}
