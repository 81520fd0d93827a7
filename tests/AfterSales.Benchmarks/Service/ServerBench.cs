using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;

namespace AfterSales.Benchmarks.Service;

/// <summary>The server under load: start, order list, order page, search, and state changes that are durable when they are answered.</summary>
internal sealed class ServerBench : IBench
{
    const string Password = "correct horse battery 42";
    const int Writers = 32;

    public int Order => 30;

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var data = await run.DataAsync();
        await using var company = await Served.StartAsync(run, data, Password);
        var short_ = TimeSpan.FromSeconds(run.Full ? 20 : 8);
        List<Figure> figures = [new("start to first page", $"{company.StartToFirstPage.TotalSeconds:N2} s", "<= 1.5 s", company.StartToFirstPage.TotalSeconds <= 1.5)];
        var idle = BenchRun.ResidentOf(company.ProcessId);
        figures.Add(new("memory, idle", $"{idle} MB, of it {BenchRun.OfFilesOf(company.ProcessId)} MB pages of the executable that the system drops at need", "<= 200 MB", idle <= 200));

        var one = company.Client();
        var lists = new List<(string Filter, Load Load)>();
        foreach (var filter in Filters) lists.Add((filter, await Load.RunAsync(1, short_ / Filters.Length, n => Good(one, filter))));
        figures.Add(new("order list, 25 rows, one client, each filter", string.Join("; ", lists.Select(l => string.Create(CultureInfo.InvariantCulture, $"`{l.Filter.Split('?').ElementAtOrDefault(1) ?? "open"}` p50 {l.Load.P50:N1} ms"))),
            "p50 <= 4 ms", lists.TrueForAll(l => l.Load is { P50: <= 4, Errors: 0 })));
        var clients = Enumerable.Range(0, 32).Select(_ => company.Client()).ToArray();
        var many = await Load.RunAsync(32, short_, n => Good(clients[n], Filters[Random.Shared.Next(Filters.Length)]));
        figures.Add(new("order list, 32 connections", many.ToString(), ">= 3,000/s, no errors", many is { PerSecond: >= 3_000, Errors: 0 }));
        var page = await Load.RunAsync(1, short_, n => Good(one, $"/Service/Requests/Details/B42-{Random.Shared.Next(run.Orders):D8}"));
        figures.Add(new("order page, one client", $"p50 {page.P50:N1} ms", "p50 <= 8 ms", page is { P50: <= 8, Errors: 0 }));
        var search = await Load.RunAsync(1, short_, n => Good(one, Searches(run.Orders)[Random.Shared.Next(6)]));
        figures.Add(new("search by phone, serial, number, name", $"p95 {search.P95:N1} ms", "p95 <= 50 ms", search is { P95: <= 50, Errors: 0 }));

        foreach (var (what, path) in Layers)
        {
            var layer = await Load.RunAsync(32, short_ / 2, n => Good(clients[n], path));
            figures.Add(new($"beside it: {what}, 32 connections", layer.ToString(), "-", null));
        }
        await using (var bare = await BareServer.StartAsync(Path.Combine(data, "aftersales.db"), run.In("bare.db")))
        {
            var reads = await bare.LoadAsync(32, short_ / 2, writes: false);
            figures.Add(new("beside it: a bare page with one query of 25 orders, 32 connections", $"{reads}; the order list reaches {many.PerSecond / reads.PerSecond:P0} of it", "-", null));
            var commits = await bare.LoadAsync(32, short_ / 2, writes: true);
            figures.Add(new("beside it: a bare form with one durable commit, 32 connections", commits.ToString(), "-", null));
        }
        figures.AddRange(await ExplorerAsync(run, data, one, short_));
        figures.AddRange(await WritesAsync(run, company, clients, short_));
        figures.Add(new("memory, after all this", $"{BenchRun.PeakOf(company.ProcessId)} MB at most", "<= 800 MB", BenchRun.PeakOf(company.ProcessId) <= 800));
        foreach (var client in clients.Append(one)) client.Dispose();
        return figures;
    }

    static readonly string[] Filters = ["/Service/Requests", "/Service/Requests?state=all", "/Service/Requests?state=all&kind=Repair", "/Service/Requests?state=all&pageNo=2", "/Service/Requests?state=overdue"];

    /// <summary>What the order list is made of, layer by layer: the way of any answer, and of any page of somebody signed in.</summary>
    static readonly (string What, string Path)[] Layers = [("an embedded file", "/favicon.svg"), ("a signed-in page without a query of its own", "/Help/Keys")];

    static readonly string[] Explored =
    [
        .. from indicator in new[] { "response_on_time_rate", "handling_on_time_rate", "response_hours", "first_time_fix_rate" }
           from rest in new[] { "&by=month", "&by=week&slice=team", "&by=quarter&slice=product" }
           select $"/Reporting/Dashboards/Explorer?indicator={indicator}&from=2025-03-01&to=2026-08-23{rest}",
    ];

    /// <summary>The explorer on the loaded warehouse, its drawing, and the order list while the warehouse is built anew beside it.</summary>
    static async Task<List<Figure>> ExplorerAsync(BenchRun run, string data, HttpClient one, TimeSpan duration)
    {
        await run.VerbAsync("warehouse", "load", "--data", data);
        var explorer = await Load.RunAsync(1, duration, _ => Good(one, Explored[Random.Shared.Next(Explored.Length)]));
        using var drawn = await one.GetAsync(Explored[0] + "&handler=Picture&format=svg");
        var drawing = (await drawn.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length / 1000.0;
        var rebuild = run.VerbAsync("warehouse", "rebuild", "--data", data);
        var beside = await Load.RunAsync(1, duration / 4, _ => Good(one, Filters[Random.Shared.Next(Filters.Length)]));
        await rebuild;
        return
        [
            new("explorer page with chart, one client", $"p50 {explorer.P50:N0} ms, p95 {explorer.P95:N0} ms", "p95 <= 250 ms at 3 M", explorer is { P95: <= 250, Errors: 0 }),
            new("its drawing", $"{drawing:N0} KB", "<= 60 KB", drawing <= 60),
            new("order list while the warehouse is built anew", $"p50 {beside.P50:N1} ms, p95 {beside.P95:N1} ms, {beside.Errors} errors", "-", null),
        ];
    }

    static string[] Searches(int orders)
    {
        var customer = Random.Shared.Next(orders / 2 + 1);
        return
        [
            $"/Service/Requests?state=all&q=1{3 + customer % 7}{customer:D9}", $"/Service/Requests?state=all&q=SN{customer:D9}",
            $"/Service/Requests?state=all&q=B42-{Random.Shared.Next(orders):D8}", $"/Service/Requests?state=all&q={Uri.EscapeDataString("王伟")}",
            $"/Search?q=zw{"fmjqly"[Random.Shared.Next(6)]}", $"/Search?q={customer % 10_000:D4}",
        ];
    }

    /// <summary>Every writer urges its own order again and again: load by version, one event row, one commit, as any act does.</summary>
    static async Task<List<Figure>> WritesAsync(BenchRun run, Served company, HttpClient[] clients, TimeSpan duration)
    {
        var raw = await Task.Run(() => RawCommits.PerSecond(run.In("raw.db"), TimeSpan.FromSeconds(5)));
        var forms = await Task.WhenAll(clients.Take(Writers).Select(UrgeForm.OpenAsync));
        var writes = await Load.RunAsync(Writers, duration, n => forms[n].SendAsync());
        var rawAfter = await Task.Run(() => RawCommits.PerSecond(run.In("raw2.db"), TimeSpan.FromSeconds(5)));
        var share = writes.PerSecond / ((raw + rawAfter) / 2);
        return
        [
            new("raw SQLite commits, synchronous FULL, before and after", $"{raw:N0}/s, {rawAfter:N0}/s", "-", null),
            new("state change through HTTP, 32 writers", $"{writes.PerSecond:N0}/s = {share:P0} of raw", ">= 50 % of raw", writes.Errors == 0 && share >= 0.5),
            new("the same, latency", $"p50 {writes.P50:N1} ms, p99 {writes.P99:N1} ms, {writes.Errors} errors", "p99 <= 50 ms", writes is { P99: <= 50, Errors: 0 }),
        ];
    }

    static async Task<bool> Good(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}

/// <summary>The form that urges one order, as a page made it, with the version counted along.</summary>
internal sealed class UrgeForm
{
    static readonly HtmlParser Parser = new();
    readonly HttpClient _http;
    readonly string _path;
    readonly string _token;
    int _version;

    UrgeForm(HttpClient http, string path, string token, int version) => (_http, _path, _token, _version) = (http, path, token, version);

    /// <summary>Receives an order and opens its form.</summary>
    public static async Task<UrgeForm> OpenAsync(HttpClient http)
    {
        using var intake = Parser.ParseDocument(await http.GetStringAsync("/Service/Requests/Receive"));
        using var fields = new FormUrlEncodedContent(
        [
            new("Input.Name", "压测"), new("Input.Phone", string.Create(CultureInfo.InvariantCulture, $"139{Random.Shared.Next(100_000_000):D8}")), new("Input.Kind", "Repair"), new("Input.Channel", "Phone"),
            new("__RequestVerificationToken", intake.QuerySelector("#intake [name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ]);
        using var received = await http.PostAsync("/Service/Requests/Receive", fields);
        if (received.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"An order could not be received: {(int)received.StatusCode}");
        var path = received.Headers.Location!.OriginalString.Replace("/Details/", "/Urge/", StringComparison.Ordinal);
        using var page = Parser.ParseDocument(await http.GetStringAsync(path));
        return new UrgeForm(http, path, page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!,
            int.Parse(page.QuerySelector("[name=Version]")!.GetAttribute("value")!, CultureInfo.InvariantCulture));
    }

    public async Task<bool> SendAsync()
    {
        using var fields = new FormUrlEncodedContent([new("Version", _version.ToString(CultureInfo.InvariantCulture)), new("__RequestVerificationToken", _token)]);
        using var answer = await _http.PostAsync(_path, fields);
        if (answer.StatusCode != HttpStatusCode.Redirect) return false;
        _version++;
        return true;
    }
}

/// <summary>The executable, serving a data folder, with somebody signed in.</summary>
internal sealed class Served : IAsyncDisposable
{
    readonly Process _process;
    readonly Uri _address;
    readonly CookieContainer _cookies = new();

    Served(Process process, Uri address) => (_process, _address) = (process, address);

    public int ProcessId => _process.Id;
    public TimeSpan StartToFirstPage { get; private set; }

    public static async Task<Served> StartAsync(BenchRun run, string data, string password)
    {
        var began = Stopwatch.GetTimestamp();
        var process = run.Start("serve", "--data", data, "--urls", "http://127.0.0.1:0");
        Uri? address = null;
        string? code = null;
        while ((address is null || code is null) && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (address is null && line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0) address = new Uri(line[at..].Split(' ', ',')[0]);
            if (line.Contains("/Setup", StringComparison.Ordinal)) code = line.Split(' ')[^1].Trim();
        }
        if (address is null || code is null) throw new InvalidOperationException("The server did not start: " + await process.StandardError.ReadToEndAsync());
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var served = new Served(process, address);
        using var owner = served.Client();
        var page = await owner.GetStringAsync("/Setup");
        served.StartToFirstPage = Stopwatch.GetElapsedTime(began);
        using var wizard = new HtmlParser().ParseDocument(page);
        using var fields = new FormUrlEncodedContent(
        [
            new("Input.Code", code), new("Input.Company", "压测公司"), new("Input.Zone", "Asia/Shanghai"), new("Input.Language", "zh-CN"), new("Input.DisplayName", "owner"),
            new("Input.UserName", "owner"), new("Input.Password", password), new("__RequestVerificationToken", wizard.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ]);
        using var done = await owner.PostAsync("/Setup", fields);
        if (done.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"The wizard answered {(int)done.StatusCode}.");
        return served;
    }

    /// <summary>A connection of its own for the person who is signed in.</summary>
    public HttpClient Client() =>
        new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false, MaxConnectionsPerServer = 1 }) { BaseAddress = _address };

    public async ValueTask DisposeAsync()
    {
        using (Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) { }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
