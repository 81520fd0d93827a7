using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AfterSales.IntegrationTests.Fixtures;

namespace AfterSales.FaultTests;

/// <summary>A working day in small: thirty-two people look, search and enter while the jobs run; memory stays flat, the log of the database small, the log of the server without an error.</summary>
public sealed class Soak : IDisposable
{
    const int People = 32;
    const long MostLog = 64_000_000;
    static readonly TimeSpan Long = Figures.Of(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(60));
    /// <summary>Milliseconds between two requests of a person: beside other suites they read what they open.</summary>
    static readonly (int Least, int Most) Pause = Figures.Counts ? (300, 1_700) : (1_000, 5_000);
    static readonly int Orders = Figures.Of(300, 20_000);

    static readonly string[] Looks =
    [
        "/", "/Service/Requests", "/Service/Requests?status=open&sort=due", "/Service/Dispatch", "/Service/Dispatch/HandOver", "/Service/Customers", "/Service/Parts", "/Search?q=138", "/Search?q=王", "/Feedback/Surveys", "/Feedback/Complaints",
        "/Documents/Records", "/Staff/People", "/Staff/Teams", "/Risk/Register", "/Reporting/Dashboards/Explorer?indicator=handling_on_time_rate&by=month", "/Reporting/Dashboards/Explorer?indicator=csat&by=week&slice=team", "/Reporting/Scorecard", "/Operations", "/health/ready",
    ];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly Executable _executable = new();
    readonly ConcurrentDictionary<HttpStatusCode, int> _answers = [];
    readonly ConcurrentBag<string> _broken = [];
    readonly ConcurrentBag<double> _took = [];

    public void Dispose() => _executable.Dispose();

    [Fact]
    public async Task keeps_memory_flat_and_makes_no_error()
    {
        (await _executable.RunAsync(["demo", "--orders", Orders.ToString(CultureInfo.InvariantCulture), "--months", "12", "--seed", "42"])).ShouldSucceed();
        var (server, address) = await _executable.ServeAsync();
        List<(double Minutes, double Megabytes)> memory = [];
        var (log, began) = (0L, Stopwatch.GetTimestamp());
        {
            var accounts = await AccountsAsync(address);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var work = Enumerable.Range(0, People).Select(i => Task.Run(() => WorkAsync(accounts[i % accounts.Count], i, enough.Token), Stop)).ToList();
            while (Stopwatch.GetElapsedTime(began) < Long && !work.Exists(w => w.IsCompleted))
            {
                await Task.Delay(1000, Stop);
                server.HasExited.ShouldBeFalse();
                memory.Add((Stopwatch.GetElapsedTime(began).TotalMinutes, Megabytes(server.Id)));
                log = Math.Max(log, new FileInfo(Path.Combine(_executable.Data, "aftersales.db-wal")) is { Exists: true } wal ? wal.Length : 0);
            }
            await enough.CancelAsync();
            await Task.WhenAll(work);
            foreach (var account in accounts) account.Dispose();
            Executable.AskToEnd(server);
            await server.WaitForExitAsync(Stop);
            server.ExitCode.ShouldBe(0);
        }
        (await _executable.RunAsync(["check", "--json"])).ShouldSucceed();

        var warm = memory.Where(m => m.Minutes > Long.TotalMinutes * 0.4).ToList();
        var (slope, mean) = Line(warm);
        var growth = slope * (warm[^1].Minutes - warm[0].Minutes);
        var errors = Errors();
        Figures.Record("11 soak", $"{People} people's mixed requests (20 pages, search, new orders, urges) against the executable with all jobs at work; memory sampled each second, a line fitted over the last 60 %",
            string.Create(CultureInfo.InvariantCulture, $"{Long.TotalMinutes:0} min, {_answers.Values.Sum()} requests, demo company of {Orders} orders"),
            string.Create(CultureInfo.InvariantCulture, $"memory {mean:0} MB, slope {slope * 60:+0.0;-0.0} MB/h ({growth:+0.0;-0.0} MB over the line), most {memory.Max(m => m.Megabytes):0} MB; WAL at most {log / 1_000_000.0:0.0} MB; {errors.Count} errors in the log; answers {string.Join(", ", _answers.OrderBy(a => a.Key).Select(a => $"{a.Value} x {(int)a.Key}"))}; p50 {Figures.Quantile(_took, 0.5):0} ms, p99 {Figures.Quantile(_took, 0.99):0} ms"));
        _broken.ShouldBeEmpty();
        errors.ShouldBeEmpty();
        log.ShouldBeInRange(1, MostLog);
        growth.ShouldBeLessThan(mean * 0.15, "memory grows");
    }

    async Task WorkAsync(Visitor who, int seed, CancellationToken enough)
    {
        var random = new Random(seed);
        try
        {
            while (!enough.IsCancellationRequested)
            {
                if (random.Next(8) == 0) await EnterAsync(who, random);
                else await AskAsync(who, () => new HttpRequestMessage(HttpMethod.Get, Looks[random.Next(Looks.Length)]));
                await Task.Delay(random.Next(Pause.Least, Pause.Most), enough);
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // the day is over
        }
    }

    /// <summary>An order by phone, where this person may, and an urge about it.</summary>
    async Task EnterAsync(Visitor who, Random random)
    {
        var form = await who.OpenAsync("/Service/Requests/Receive");
        Count(form.Status, form.Url.PathAndQuery);
        if (form.Status != HttpStatusCode.OK) return;
        var received = await who.SubmitAsync(form, new() { ["Phone"] = $"13{random.Next(100_000_000, 999_999_999)}", ["Name"] = "王" + random.Next(10_000), ["Address"] = "文一路 " + random.Next(10_000), ["Description"] = "不出热水" });
        Count(received.Status, received.Url.PathAndQuery);
        if (random.Next(2) != 0 || received.Status != HttpStatusCode.OK) return;
        var page = await who.OpenAsync("/Service/Requests/Urge/" + received.Url.Segments[^1]);
        Count(page.Status, page.Url.PathAndQuery);
        if (page.Status != HttpStatusCode.OK) return; // not everybody who answers the phone dispatches
        var urged = await who.SubmitAsync(page, new() { ["Input.Note"] = "客户来电" });
        Count(urged.Status, urged.Url.PathAndQuery);
    }

    async Task AskAsync(Visitor who, Func<HttpRequestMessage> make)
    {
        var began = Stopwatch.GetTimestamp();
        var shown = await who.SendAsync(make);
        _took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        Count(shown.Status, shown.Url.PathAndQuery);
    }

    void Count(HttpStatusCode status, string path)
    {
        _answers.AddOrUpdate(status, 1, (_, n) => n + 1);
        if ((int)status >= 500) _broken.Add($"{(int)status} {path}");
    }

    /// <summary>Everybody whom the demo made: one account per role.</summary>
    async Task<List<Visitor>> AccountsAsync(Uri address)
    {
        List<Visitor> people = [];
        foreach (var (name, password) in await DemoAccounts.InAsync(_executable.Data)) people.Add(await Installation.SignInAsync(new Visitor(address, "en"), name, password));
        people.Count.ShouldBeGreaterThan(5);
        return people;
    }

    List<string> Errors() => [.. Directory.EnumerateFiles(Path.Combine(_executable.Data, "logs")).SelectMany(File.ReadLines).Where(l => l.Contains("[ERR]", StringComparison.Ordinal) || l.Contains("[FTL]", StringComparison.Ordinal))];

    static double Megabytes(int process) => double.Parse(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>Least squares: megabytes a minute, and the mean.</summary>
    static (double Slope, double Mean) Line(List<(double Minutes, double Megabytes)> samples)
    {
        var (x, y) = (samples.Average(s => s.Minutes), samples.Average(s => s.Megabytes));
        var spread = samples.Sum(s => (s.Minutes - x) * (s.Minutes - x));
        return (spread > 0 ? samples.Sum(s => (s.Minutes - x) * (s.Megabytes - y)) / spread : 0, y);
    }
}
