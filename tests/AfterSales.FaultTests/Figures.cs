using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AfterSales.FaultTests;

/// <summary>
/// How large a run is, and what it found. <c>make test</c> runs a small part; with <c>AFTERSALES_TEST_FULL=1</c> everything, with <c>AFTERSALES_FAULT_PERCENT</c> a share of that. A run of
/// either kind writes what it found into <c>RESULTS.md</c>, one row for each test, the row of an earlier run replaced.
/// </summary>
internal static partial class Figures
{
    static readonly int Percent = Environment.GetEnvironmentVariable("AFTERSALES_FAULT_PERCENT") is { Length: > 0 } share ? int.Parse(share, CultureInfo.InvariantCulture)
        : Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 100 : 0;

    static readonly Lock Writing = new();

    /// <summary>True when this run writes into <c>RESULTS.md</c>.</summary>
    public static bool Counts => Percent > 0;

    public static int Of(int small, int full) => Counts ? Math.Max(small, (int)((long)full * Percent / 100)) : small;

    public static TimeSpan Of(TimeSpan small, TimeSpan full) => Counts ? TimeSpan.FromTicks(Math.Max(small.Ticks, full.Ticks * Percent / 100)) : small;

    /// <param name="line">Number of the line in the quality bar, and what of it: <c>1 killed under load</c>.</param>
    /// <param name="done">What was done.</param>
    /// <param name="often">How often, on how much.</param>
    /// <param name="found">What was found and measured.</param>
    public static void Record(string line, string done, string often, string found)
    {
        TestContext.Current.SendDiagnosticMessage($"{line}: {often}: {found}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{line}: {often}: {found}");
        if (!Counts) return;
        lock (Writing)
        {
            var file = Path.Combine(Root(), "tests", "AfterSales.FaultTests", "RESULTS.md");
            var text = File.ReadAllText(file, Encoding.UTF8);
            var rows = text.Split('\n').Where(l => Row().IsMatch(l) && !l.StartsWith($"| {line} |", StringComparison.Ordinal)).Append($"| {line} | {done} | {often} | {found} | {When()} | {Commit()} |")
                .OrderBy(l => int.Parse(Row().Match(l).Groups[1].Value, CultureInfo.InvariantCulture)).ThenBy(l => l, StringComparer.Ordinal);
            var before = text.Split('\n').TakeWhile(l => !l.StartsWith("| ---", StringComparison.Ordinal));
            var after = text.Split('\n').SkipWhile(l => !l.StartsWith("| ---", StringComparison.Ordinal)).Where(l => !l.StartsWith('|'));
            File.WriteAllText(file, string.Join('\n', [.. before, "| --- | --- | --- | --- | --- | --- |", .. rows, .. after]));
        }
    }

    static string When()
    {
        var now = Path.GetTempFileName(); // the clock of the machine, as it dates a file
        var at = File.GetLastWriteTimeUtc(now);
        File.Delete(now);
        return at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
    }

    static string Commit()
    {
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", ["rev-parse", "--short", "HEAD"]) { RedirectStandardOutput = true, WorkingDirectory = Root() })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AfterSales.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }

    /// <summary>The value that so much of a sorted list lies below.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    [GeneratedRegex(@"^\| (\d+)[a-z]? ")]
    private static partial Regex Row();
}
