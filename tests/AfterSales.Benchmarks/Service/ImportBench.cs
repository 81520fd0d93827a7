using System.Globalization;

namespace AfterSales.Benchmarks.Service;

/// <summary>Import of service orders by the executable, start included, into a database that exists.</summary>
internal sealed class ImportBench : IBench
{
    public int Order => 10;

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var measured = await run.ImportAsync();
        var perSecond = run.Orders / measured.Took.TotalSeconds;
        return
        [
            new("import of orders, rows per second", perSecond.ToString("N0", CultureInfo.InvariantCulture), ">= 5,000", perSecond >= 5_000),
            new("import of orders, peak memory", $"{measured.PeakMegabytes} MB", "< 300 MB", measured.PeakMegabytes < 300),
            new("the same for a tenth of the rows", $"{measured.PeakMegabytesOfTenth} MB", "flat in the number of rows", null),
        ];
    }
}
