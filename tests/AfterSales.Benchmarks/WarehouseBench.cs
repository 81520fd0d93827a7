using System.Diagnostics;
using AfterSales.IntegrationTests.Reporting;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Benchmarks;

/// <summary>Warehouse: rebuild, incremental load, and every indicator by every slice and grain, without the memory of answers.</summary>
internal sealed class WarehouseBench : IBench
{
    public int Order => 20;

    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var count = run.Full ? 3_000_000 : 300_000;
        var orders = new ManyOrders(count, new DateOnly(2023, 6, 1), Now);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        List<Figure> figures = [];
        var size = $"{count / 1000:N0} k orders";

        var took = await TimeAsync(() => rig.RebuildAsync());
        figures.Add(new($"rebuild of {size}", $"{count / took.TotalSeconds:N0} orders/s", ">= 60,000 orders/s", count / took.TotalSeconds >= 60_000));
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        figures.Add(new($"peak memory of the rebuild of {size}", $"{memory:N0} MB", "< 1 GB", memory < 1000));
        figures.Add(new("warehouse file", $"{new FileInfo(rig.Folder.In("warehouse.duckdb")).Length / 1e6:N0} MB", "-", null));

        orders.Touch(10_000);
        took = await TimeAsync(() => rig.LoadAsync());
        figures.Add(new($"incremental load of 10,000 changed among {size}", $"{took.TotalSeconds:0.00} s", "<= 1.5 s", took.TotalSeconds <= 1.5));

        foreach (var medians in (bool[])[false, true])
        {
            List<double> times = [];
            foreach (var indicator in Indicator.All.Where(i => i is MedianIndicator == medians && i.Source == FactSource.Orders)) // other facts are empty here
                foreach (var grain in Grain.All)
                    foreach (var slice in FactSource.Orders.Slices.Prepend(null))
                        times.Add((await AskAsync(rig, new Question(indicator, new DateOnly(2023, 6, 1), new DateOnly(2026, 6, 15), grain, slice, []))).TotalMilliseconds);
            times.Sort();
            var p95 = times[(int)(times.Count * 0.95)];
            figures.Add(new($"{(medians ? "medians" : "shares")}, all slices x grains over three years, first asked after a load, {size}",
                $"p50 {times[times.Count / 2]:N0} ms, p95 {p95:N0} ms", "p95 <= 100 ms", p95 <= 100));
        }
        return figures;
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
