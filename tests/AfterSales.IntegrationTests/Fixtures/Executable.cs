using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>What a verb left behind.</summary>
/// <param name="Exit">Exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Ran(int Exit, string Out, string Error)
{
    /// <summary>The one JSON document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public Ran ShouldSucceed()
    {
        Exit.ShouldBe(0, $"out: {Out}\nerror: {Error}");
        return this;
    }
}

/// <summary>
/// The executable as a process of its own: the one built with the tests, or the one that <c>AFTERSALES_EXECUTABLE</c> names. The clock is the real one.
/// </summary>
public sealed class Executable : IDisposable
{
    readonly ConcurrentBag<string> _said = [];
    readonly ConcurrentBag<Process> _started = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("aftersales-exe-").FullName;
    public string Data => Path.Combine(Folder, "data");

    /// <summary>Runs a verb on <see cref="Data"/> to its end.</summary>
    /// <param name="data">Another folder than <see cref="Data"/>.</param>
    public async Task<Ran> RunAsync(string[] args, string? input = null, string? data = null)
    {
        using var process = Start([.. args, "--data", data ?? Data]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await process.WaitForExitAsync(patience.Token);
        return new Ran(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a verb and leaves it running; whoever starts it ends it.</summary>
    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Folder };
        if (Environment.GetEnvironmentVariable("AFTERSALES_EXECUTABLE") is { Length: > 0 } published) start.FileName = published;
        else
        {
            start.FileName = Environment.ProcessPath is { } me && Path.GetFileNameWithoutExtension(me) == "dotnet" ? me : "dotnet";
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "aftersales.dll"));
        }
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment.Remove("LC_ALL");
        var process = Process.Start(start)!;
        _started.Add(process);
        return process;
    }

    /// <summary>Starts <c>serve</c> on a free port, or on the given one, and waits until it says where it listens.</summary>
    /// <param name="data">Another folder than <see cref="Data"/>.</param>
    public async Task<(Process Process, Uri Address)> ServeAsync(string? data = null, int port = 0)
    {
        var process = Start("serve", "--data", data ?? Data, "--urls", $"http://127.0.0.1:{port}");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            _said.Add(line);
            if (line.IndexOf("http://", StringComparison.Ordinal) is not (var at and >= 0)) continue;
            _ = ListenAsync(process.StandardOutput); // keeps the pipe empty
            _ = process.StandardError.ReadToEndAsync();
            return (process, new Uri(line[at..].Split(' ', ',')[0].TrimEnd('.', '。')));
        }
        throw new InvalidOperationException("The server ended: " + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>What the system sends a service that is to stop; whoever asks waits for it.</summary>
    public static void AskToEnd(Process server)
    {
        using var kill = Process.Start("kill", ["-TERM", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
    }

    /// <summary>The one-time code of the first-run wizard, as the console shows it.</summary>
    public async Task<string> OneTimeCodeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (_said.ToArray().FirstOrDefault(l => l.Contains("/Setup", StringComparison.Ordinal)) is { } line) return line.Split(' ')[^1].Trim();
            await Task.Delay(50, patience.Token);
        }
    }

    async Task ListenAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line) _said.Add(line);
    }

    /// <summary>Ends what a failed test left running; whoever disposes of a process answers for it.</summary>
    public void End()
    {
        foreach (var process in _started)
            try
            {
                if (process.HasExited) continue;
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            catch (InvalidOperationException)
            {
                // disposed of
            }
    }

    public void Dispose()
    {
        End();
        Directory.Delete(Folder, recursive: true);
    }
}
