using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace AfterSales.Benchmarks;

/// <summary>The figures as a page: machine, commit, data size, and each figure beside its bar.</summary>
internal sealed class Report(BenchRun run)
{
    readonly StringBuilder _rows = new();
    readonly DateTimeOffset _at = run.Time.GetUtcNow();

    public bool AnyFailed { get; private set; }

    public void Add(string bench, IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            var verdict = figure.Holds switch { true => "kept", false => "**missed**", null => "-" };
            _rows.AppendLine(CultureInfo.InvariantCulture, $"| {bench} | {figure.What} | {figure.Measured} | {figure.Bar} | {verdict} |");
            Console.Error.WriteLine($"   {figure.What}: {figure.Measured} (bar: {figure.Bar}; {verdict.Trim('*')})");
        }
    }

    public void Failed(string bench, Exception failure)
    {
        AnyFailed = true;
        Console.Error.WriteLine(failure);
        _rows.AppendLine(CultureInfo.InvariantCulture, $"| {bench} | could not be measured | {failure.Message.ReplaceLineEndings(" ").Replace('|', '/')} | | **missed** |");
    }

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        # Figures

        Written by `make bench{(run.Full ? " FULL=1" : "")}`. A benchmark prints; no test asserts a time. Bars are for 2 cores and 24 GiB; ratios compare both sides in the same run.

        - machine: {Cpu()}, {Environment.ProcessorCount} cores, {Memory()} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}
        - commit: {Commit()}; {_at:yyyy-MM-dd HH:mm} UTC
        - data: {run.Orders:N0} service orders{(run.Full ? "" : " (bars are meant for a million; `make bench FULL=1` measures that)")}
        - executable: {(run.IsPublished ? "published, one file" : "release build, not published")}

        | benchmark | what | measured | bar | |
        | --- | --- | --- | --- | --- |
        {_rows}
        """).TrimEnd() + "\n";

    static string Cpu() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();

    static long Memory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);

    static string Commit()
    {
        var start = new ProcessStartInfo("git", ["describe", "--always", "--dirty", "--exclude", "*"]) { RedirectStandardOutput = true, WorkingDirectory = BenchRun.Root };
        using var git = Process.Start(start)!;
        return git.StandardOutput.ReadToEnd().Trim();
    }
}
