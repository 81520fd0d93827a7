using System.Diagnostics;
using AfterSales.IntegrationTests.Reporting;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Benchmarks;

/// <summary>Warehouse: rebuild, incremental load, and every indicator by every slice and grain, without the memory of answers.</summary>
internal static class WarehouseBench
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);

    internal static async Task<IReadOnlyList<(string What, string Bar, string Figure)>> RunAsync(bool full)
    {
        var count = full ? 3_000_000 : 300_000;
        var orders = new ManyOrders(count, new DateOnly(2023, 6, 1), Now);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        List<(string, string, string)> results = [];
        var size = $"{count / 1000:N0} k orders";

        var took = await TimeAsync(() => rig.RebuildAsync());
        results.Add(($"warehouse rebuild, {size}", ">= 60,000 orders/s", $"{count / took.TotalSeconds:N0} orders/s"));
        results.Add(("memory after the rebuild (working set)", "< 1 GB", $"{Process.GetCurrentProcess().WorkingSet64 / 1e6:N0} MB"));
        results.Add(("warehouse file", "-", $"{new FileInfo(rig.Folder.In("warehouse.duckdb")).Length / 1e6:N0} MB"));

        orders.Touch(10_000);
        took = await TimeAsync(() => rig.LoadAsync());
        results.Add(($"incremental load of 10,000 changed among {size}", "<= 1.5 s", $"{took.TotalSeconds:0.00} s"));

        foreach (var kind in (string[])["share", "median"])
        {
            var times = new List<double>();
            foreach (var indicator in Indicator.All.Where(i => i is MedianIndicator == (kind == "median")))
                foreach (var grain in Grain.All)
                    foreach (var slice in FactSource.Orders.Slices.Prepend(null))
                        times.Add((await AskAsync(rig, new Question(indicator, new DateOnly(2023, 6, 1), new DateOnly(2026, 6, 15), grain, slice, []))).TotalMilliseconds);
            times.Sort();
            results.Add(($"{kind} indicators, all slices x grains, whole span, {size}", "p95 <= 100 ms", $"p50 {times[times.Count / 2]:N0} ms, p95 {times[(int)(times.Count * 0.95)]:N0} ms, max {times[^1]:N0} ms"));
        }
        return results;
    }

    /// <summary>A reader with an empty memory: what the first person after a load waits for.</summary>
    static async Task<TimeSpan> AskAsync(ReportingRig rig, Question question) => await TimeAsync(() => rig.InScopeAsync(s =>
        ActivatorUtilities.CreateInstance<IndicatorReader>(s, new AnswerMemory()).ReadAsync(question, default)));

    static async Task<TimeSpan> TimeAsync<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started);
    }
}
