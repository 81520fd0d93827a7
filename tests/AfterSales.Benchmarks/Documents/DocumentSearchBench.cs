using System.Diagnostics;
using System.Globalization;
using System.Net;
using AfterSales.Benchmarks.Service;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Documents;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Benchmarks.Documents;

/// <summary>Full text over documents through the page, as many as the bar says; on PostgreSQL too where <c>AFTERSALES_TEST_POSTGRES</c> names one.</summary>
internal sealed class DocumentSearchBench : IBench
{
    const string Password = "correct horse battery 42";
    static readonly string[] Typed = ["燃气", "热水器", "冷凝水中和装置更", "SR-2019", "张", "维修 收费单", "清洗滤网", "没有这个词语", "E1"];

    public int Order => 37;

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var documents = run.Full ? 100_000 : 20_000;
        List<Figure> figures = [.. await OnAsync(run, "SQLite", Directory.CreateDirectory(run.In("documents")).FullName, documents)];
        if (await run.PostgresFolderAsync("documents_bench") is { } folder) figures.AddRange(await OnAsync(run, "PostgreSQL", folder, documents));
        return figures;
    }

    static async Task<IReadOnlyList<Figure>> OnAsync(BenchRun run, string database, string folder, int documents)
    {
        var began = Stopwatch.GetTimestamp();
        await using (var services = AfterSalesHost.BuildServices(new DataFolder(folder), run.Time))
        {
            await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
            await ManyDocuments.AddAsync(services, run.Time.Now(), documents, CancellationToken.None);
        }
        var filled = Stopwatch.GetElapsedTime(began);
        await using var company = await Served.StartAsync(run, folder, Password);
        using var clerk = company.Client();
        var search = await Load.RunAsync(1, TimeSpan.FromSeconds(run.Full ? 20 : 6), _ => GoodAsync(clerk, Typed[Random.Shared.Next(Typed.Length)]));
        return
        [
            new($"{database}, {documents.ToString("N0", CultureInfo.InvariantCulture)} documents: full text through the page, one client", $"p50 {search.P50:N1} ms, p95 {search.P95:N1} ms", "p95 <= 100 ms at 100,000", search is { P95: <= 100, Errors: 0 }),
            new($"{database}: documents filed, coded and indexed for this", $"{documents / filled.TotalSeconds:N0}/s", "-", null),
        ];
    }

    static async Task<bool> GoodAsync(HttpClient http, string words)
    {
        using var answer = await http.GetAsync("/Documents/Records?q=" + Uri.EscapeDataString(words));
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
