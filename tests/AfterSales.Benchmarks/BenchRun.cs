using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace AfterSales.Benchmarks;

/// <summary>What benches share: size, the executable under test, and one installation filled by the import that is itself measured.</summary>
internal sealed class BenchRun(bool full) : IAsyncDisposable
{
    public static readonly string Root = FindRoot();

    readonly string _folder = Directory.CreateTempSubdirectory("aftersales-bench-").FullName;
    ImportMeasured? _imported;

    public bool Full => full;
    public int Orders => full ? 1_000_000 : 20_000;
#pragma warning disable RS0030 // figures are about real time
    public TimeProvider Time { get; } = TimeProvider.System;
#pragma warning restore RS0030

    public bool IsPublished => File.Exists(Published);
    static string Published => Environment.GetEnvironmentVariable("AFTERSALES_EXECUTABLE") is { Length: > 0 } given ? given : Path.Combine(Root, "artifacts/publish/linux-x64/aftersales");

    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>Data folder whose database is a new one on the server that <c>AFTERSALES_TEST_POSTGRES</c> names; null where it names none.</summary>
    public async Task<string?> PostgresFolderAsync(string database)
    {
        if (Environment.GetEnvironmentVariable("AFTERSALES_TEST_POSTGRES") is not { Length: > 0 } server) return null;
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {database}", connection);
        await create.ExecuteNonQueryAsync();
        var folder = Directory.CreateDirectory(In(database)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["Database"] = new { Provider = "postgres" }, ["ConnectionStrings"] = new { Default = new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString() },
        }));
        return folder;
    }

    /// <summary>Data folder with <see cref="Orders"/> imported orders, filled on first use.</summary>
    public async Task<string> DataAsync()
    {
        await ImportAsync();
        return In("data");
    }

    /// <summary>Imports the orders once; later callers get the same measurement.</summary>
    public async Task<ImportMeasured> ImportAsync()
    {
        if (_imported is { } there) return there;
        var file = In("orders.csv");
        Service.OrderFile.Write(file, Orders, seed: 42);
        var small = In("few.csv");
        Service.OrderFile.Write(small, Orders / 10, seed: 43);
        var few = await VerbAsync("import", "orders", small, "--data", In("few"), "--json");
        await VerbAsync("import", "orders", small, "--dry-run", "--data", In("data")); // the database is made once in a company's life; the figure is about rows
        var all = await VerbAsync("import", "orders", file, "--data", In("data"), "--json");
        var accepted = JsonDocument.Parse(all.Out).RootElement.GetProperty("accepted").GetInt64();
        if (accepted != Orders) throw new InvalidOperationException($"Of {Orders} orders {accepted} were accepted: {all.Out[..Math.Min(2000, all.Out.Length)]}");
        return _imported = new ImportMeasured(all.Took, all.PeakMegabytes, few.PeakMegabytes);
    }

    /// <summary>Runs a verb of the executable to its end; throws unless it ends with 0.</summary>
    public async Task<VerbMeasured> VerbAsync(params string[] args)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(100));
        }
        var took = Stopwatch.GetElapsedTime(began);
        if (process.ExitCode != 0) throw new InvalidOperationException($"aftersales {string.Join(' ', args)} ended with {process.ExitCode}: {(await output)[..Math.Min(1500, (await output).Length)]} {(await error)[^Math.Min(1500, (await error).Length)..]}");
        return new VerbMeasured(await output, took, peak);
    }

    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        if (IsPublished) start.FileName = Published;
        else
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "aftersales.dll"));
        }
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    /// <summary>Peak resident memory of a process so far, in MB.</summary>
    public static long PeakOf(int process) => StatusOf(process, "VmHWM:");

    /// <summary>Resident memory of a process now, in MB.</summary>
    public static long ResidentOf(int process) => StatusOf(process, "VmRSS:");

    /// <summary>What of it are pages of files that the system keeps as long as nobody needs the place, in MB.</summary>
    public static long OfFilesOf(int process) => StatusOf(process, "RssFile:");

    static long StatusOf(int process, string line)
    {
        try
        {
            var text = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith(line, StringComparison.Ordinal));
            return text is null ? 0 : long.Parse(text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) / 1000;
        }
        catch (IOException)
        {
            return 0; // the process has just ended
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AfterSales.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Run inside the repository.");
        return folder.FullName;
    }
}

internal sealed record VerbMeasured(string Out, TimeSpan Took, long PeakMegabytes);

/// <param name="PeakMegabytesOfTenth">Peak memory of an import of a tenth of the rows: flat memory means the two are close.</param>
internal sealed record ImportMeasured(TimeSpan Took, long PeakMegabytes, long PeakMegabytesOfTenth);
