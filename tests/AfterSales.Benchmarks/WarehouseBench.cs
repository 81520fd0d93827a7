using System.Diagnostics;
using AfterSales.IntegrationTests.Fixtures;
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
        figures.Add(new("warehouse on disk", $"{await SizeAsync(rig) / 1e6:N0} MB", "-", null));

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
        if (!TestDatabase.IsPostgres)
            foreach (var (code, grain, slice, sql) in ByHand) figures.Add(await BesideAsync(rig, code, grain, slice, sql, size));
        return figures;
    }

    /// <summary>With <c>AFTERSALES_TEST_DATABASE=postgres</c> and a server all of it is asked of the warehouse that hosts share.</summary>
    static async Task<double> SizeAsync(ReportingRig rig) => !TestDatabase.IsPostgres ? new FileInfo(rig.Folder.In("warehouse.duckdb")).Length
        : await rig.InScopeAsync(s => s.GetRequiredService<IWarehouse>().ReadAsync(c => c.Scalar<long>("SELECT CAST(sum(pg_total_relation_size(oid)) AS bigint) FROM pg_class WHERE relnamespace = 'reporting'::regnamespace AND relkind = 'r'"), default));

    static readonly string AsOf = FormattableString.Invariant($"TIMESTAMP '{Now:yyyy-MM-dd HH:mm:ss}'");

    /// <summary>Questions as somebody who knows the warehouse would type them into DuckDB: one statement, only the columns that the answer needs.</summary>
    static readonly (string Indicator, Grain Grain, string? Slice, string Sql)[] ByHand =
    [
        ("response_on_time_rate", Grain.Month, "team", $"""
            SELECT year(response_day) * 12 + month(response_day), m.code, count(*) FILTER (WHERE response_verdict = 'met'),
                   count(*) FILTER (WHERE response_verdict IN ('met', 'missed') OR (response_verdict IS NULL AND response_due < {AsOf}))
            FROM fact_order JOIN dim_team m USING (team_id) WHERE response_day BETWEEN DATE '2023-06-01' AND DATE '2026-06-15' GROUP BY ALL
            """),
        ("handling_on_time_rate", Grain.Week, "product", $"""
            SELECT isoyear(handling_day) * 100 + week(handling_day), p.model, count(*) FILTER (WHERE handling_verdict = 'met'),
                   count(*) FILTER (WHERE handling_verdict IN ('met', 'missed') OR (handling_verdict IS NULL AND handling_due < {AsOf}))
            FROM fact_order JOIN dim_product p USING (product_id) WHERE handling_day BETWEEN DATE '2023-06-01' AND DATE '2026-06-15' GROUP BY ALL
            """),
        ("response_hours", Grain.Quarter, null, """
            SELECT year(responded_day) * 4 + quarter(responded_day), NULL, quantile_cont(response_hours, 0.5), quantile_cont(response_hours, 0.9)
            FROM fact_order WHERE responded_day BETWEEN DATE '2023-06-01' AND DATE '2026-06-15' GROUP BY ALL
            """),
    ];

    /// <summary>The reader's whole answer (periods, members, total, intervals) beside the one statement, on the same file, the best of nine each.</summary>
    static async Task<Figure> BesideAsync(ReportingRig rig, string code, Grain grain, string? slice, string sql, string size)
    {
        var question = new Question(Indicator.Of(code)!, new DateOnly(2023, 6, 1), new DateOnly(2026, 6, 15), grain, slice is null ? null : FactSource.Orders.SliceOf(slice), []);
        var (ours, byHand) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 9; i++)
        {
            ours = Math.Min(ours, (await AskAsync(rig, question)).TotalMilliseconds);
            byHand = Math.Min(byHand, (await TimeAsync(() => rig.InScopeAsync(s => s.GetRequiredService<IWarehouse>().ReadAsync(c => c.Rows(sql, [], r => r.GetValue(2)).Count, default)))).TotalMilliseconds);
        }
        return new Figure($"{code} by {grain.Code}{(slice is null ? "" : " and " + slice)} beside DuckDB by hand, {size}", $"{ours:N1} ms, {byHand:N1} ms = {ours / byHand:N1} x", "<= 2 x", ours <= 2 * byHand);
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
