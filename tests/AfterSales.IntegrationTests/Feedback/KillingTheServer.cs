using System.Globalization;
using System.Text.RegularExpressions;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>The process is killed again and again while it turns completed orders into invitations and messages.</summary>
public sealed partial class KillingTheServer(KillingTheServer.OfToday installation) : IClassFixture<KillingTheServer.OfToday>
{
    /// <summary>Its clock is an hour behind that of the processes that are killed, so that nothing is delivered before they start.</summary>
    public sealed class OfToday : Installation
    {
        public OfToday() => Time.SetUtcNow(OfTheMachine.AddHours(-1));

        /// <summary>What the clock of the machine says, as it dates a file.</summary>
        public DateTimeOffset OfTheMachine
        {
            get
            {
                File.WriteAllText(Folder.In("clock"), "");
                return File.GetLastWriteTimeUtc(Folder.In("clock"));
            }
        }
    }

    static readonly int Kills = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 100 : TestDatabase.IsPostgres ? 2 : 10;
    static readonly int Orders = Kills * 20;

    [Fact]
    public async Task between_a_completed_order_and_its_invitation_loses_nothing_and_sends_nothing_twice()
    {
        var orders = await CompletedAsync();
        await installation.StopAsync();
        var random = new Random(Kills);
        for (var kill = 0; kill < Kills; kill++) await ServeAndKillAsync(TimeSpan.FromMilliseconds(random.Next(0, 400)));

        installation.Time.SetUtcNow(installation.OfTheMachine);
        await installation.StartAsync();
        while (await installation.DeliverEventsAsync() > 0) installation.Time.Advance(TimeSpan.FromMinutes(1)); // what a kill had interrupted is tried again
        var stored = await installation.WithAsync<FeedbackDbContext, List<Invitation>>(db => db.Set<Invitation>().AsNoTracking().Include(i => i.Orders).Include(i => i.Tokens).AsSplitQuery().ToListAsync());
        stored.SelectMany(i => i.Orders).Select(o => o.OrderId).ShouldBe(orders, ignoreOrder: true, "each order is asked about once");
        var messages = await installation.WithAsync<HostDbContext, List<OutgoingMessage>>(db => db.Set<OutgoingMessage>().AsNoTracking().ToListAsync());
        messages.Select(m => m.Phone).ShouldBe(stored.Select(i => i.Phone), ignoreOrder: true, "each customer gets one message");
        var known = stored.SelectMany(i => i.Tokens).Select(t => t.Hash).ToHashSet();
        messages.ShouldAllBe(m => known.Contains(PublicToken.Hash(Words().Match(m.Body).Groups[1].Value)!), "and the link in it opens");
    }

    /// <summary>Orders of customers of their own, completed; their events become due when the first process has started.</summary>
    async Task<List<Guid>> CompletedAsync()
    {
        (await (await installation.AsAsync(Roles.Administrator)).SubmitAsync("/Settings/Company", new() { ["PublicUrl"] = "https://service.example.com" })).ShouldBeOk();
        var done = installation.Now.AddHours(-2);
        var rows = Enumerable.Range(0, Orders).Select(i => string.Create(CultureInfo.InvariantCulture, $"OLD-{i},{done.AddHours(-3):yyyy-MM-dd'T'HH:mm:ss'Z'},{done.AddMinutes(i % 60):yyyy-MM-dd'T'HH:mm:ss'Z'},1380000{i:0000}"));
        var file = installation.Folder.In("orders.csv");
        await File.WriteAllLinesAsync(file, rows.Prepend("order_no,received_at,completed_at,phone"));
        (await installation.RunAsync(["import", "orders", file, "--json"])).ShouldSucceed();
        return await installation.WithAsync<ServiceDbContext, List<Guid>>(async db =>
        {
            var orders = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.CompletedAt != null).Select(o => new { o.PublicId, o.Number, CompletedAt = o.CompletedAt!.Value }).ToListAsync();
            orders.Count.ShouldBe(Orders);
            foreach (var o in orders) db.Publish(new OrderCompleted(o.PublicId, o.Number, null, "repair", o.CompletedAt), installation.Now.AddMinutes(30));
            await db.SaveChangesAsync();
            return orders.ConvertAll(o => o.PublicId);
        });
    }

    async Task ServeAndKillAsync(TimeSpan after)
    {
        using var executable = new Executable();
        using var server = executable.Start("serve", "--data", installation.Folder.Root, "--urls", "http://127.0.0.1:0");
        var errors = server.StandardError.ReadToEndAsync();
        while (await server.StandardOutput.ReadLineAsync() is { } line && !line.Contains("http://", StringComparison.Ordinal)) { }
        server.HasExited.ShouldBeFalse(server.HasExited ? await errors : "");
        await Task.Delay(after);
        server.Kill();
        await server.WaitForExitAsync();
    }

    [GeneratedRegex("/s/([A-Za-z0-9_-]{22})")]
    private static partial Regex Words();
}
