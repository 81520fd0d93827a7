using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AfterSales.Benchmarks.Service;

/// <summary>
/// What this machine gives to a server that does next to nothing, in a process of its own: a GET reads 25 orders by a pooled context and writes them as a table; a POST reads its form and makes
/// one durable commit. Nobody is signed in, nothing is counted, translated or checked. The figures of the product are read beside these.
/// </summary>
internal sealed class BareServer : IAsyncDisposable
{
    public const string Verb = "bare";

    readonly Process _process;

    BareServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<BareServer> StartAsync(string orders, string commits)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BareServer).Assembly.Location, Verb, orders, commits]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare server did not start.");
        return new BareServer(process, new Uri(address));
    }

    /// <summary>Requests by so many connections, each kept.</summary>
    public async Task<Load> LoadAsync(int connections, TimeSpan duration, bool writes)
    {
        var clients = Enumerable.Range(0, connections).Select(_ => new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = Address }).ToArray();
        var load = await Load.RunAsync(connections, duration, async n =>
        {
            using var form = new FormUrlEncodedContent([new("id", (n + 1).ToString(CultureInfo.InvariantCulture))]);
            using var answer = writes ? await clients[n].PostAsync("/", form) : await clients[n].GetAsync("/");
            await answer.Content.CopyToAsync(Stream.Null);
            return answer.StatusCode == HttpStatusCode.OK;
        });
        foreach (var client in clients) client.Dispose();
        return load;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The server itself; says its address and runs until it is killed.</summary>
    public static async Task<int> ServeAsync(string orders, string commits)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDbContextPool<Bare>(o => o.UseSqlite($"Data Source={orders};Mode=ReadOnly").UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", async (Bare db) => Results.Text(Page(await db.Orders.OrderByDescending(o => o.ReceivedAt).Take(25).ToListAsync()), "text/html"));
        using var one = RawCommits.Open(commits);
        using var update = RawCommits.Update(one);
        var writing = new Lock();
        app.MapPost("/", async (HttpContext http) =>
        {
            var row = int.Parse((await http.Request.ReadFormAsync())["id"]!, CultureInfo.InvariantCulture);
            lock (writing)
            {
                update.Parameters[0].Value = row;
                update.ExecuteNonQuery(); // a transaction of its own
            }
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    static string Page(List<BareOrder> orders)
    {
        var page = new StringBuilder("<!DOCTYPE html><title>25</title><table>");
        foreach (var o in orders) page.Append("<tr><td>").Append(o.Number).Append("<td>").Append(WebUtility.HtmlEncode(o.ContactName)).Append("<td>").Append(o.ReceivedAt);
        return page.Append("</table>").ToString();
    }

    sealed class Bare(DbContextOptions<Bare> options) : DbContext(options)
    {
        public DbSet<BareOrder> Orders => Set<BareOrder>();

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<BareOrder>(o =>
        {
            o.ToTable("service_orders");
            o.Property(x => x.Id).HasColumnName("id");
            o.Property(x => x.Number).HasColumnName("number");
            o.Property(x => x.ContactName).HasColumnName("contact_name");
            o.Property(x => x.ReceivedAt).HasColumnName("received_at");
        });
    }

    sealed class BareOrder
    {
        public long Id { get; init; }
        public required string Number { get; init; }
        public required string ContactName { get; init; }
        public required string ReceivedAt { get; init; }
    }
}
