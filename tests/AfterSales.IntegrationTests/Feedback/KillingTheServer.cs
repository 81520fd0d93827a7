using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>The process is killed again and again while it turns completed orders into invitations and messages.</summary>
[OnOneDatabase]
public sealed partial class KillingTheServer(InstallationOfToday installation) : IClassFixture<InstallationOfToday>
{
    static readonly int Kills = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 100 : TestDatabase.IsPostgres ? 2 : 4;

    [Fact]
    public async Task between_a_completed_order_and_its_invitation_loses_nothing_and_sends_nothing_twice()
    {
        var orders = await CompletedAsync("KILL", Kills * 40);
        await installation.StopAsync();
        await using (var services = AfterSalesHost.BuildServices(installation.Folder, installation.Time))
        {
            var random = new Random(Kills);
            for (var kill = 0; kill < Kills; kill++) await ServeAndKillAsync(services, orders, TimeSpan.FromMilliseconds(random.Next(0, 150)));
        }
        installation.Time.SetUtcNow(installation.OfTheMachine);
        await installation.StartAsync();
        await ShouldBeAskedOnceAsync(orders);
    }

    /// <summary>
    /// Nearer than any clock can aim: delivery ends at its first statement to the database, at its second, and so on through all that one order brings. Whatever was not committed is
    /// lost with the process; the next one begins with what the database holds.
    /// </summary>
    [Fact]
    public async Task ending_at_any_statement_loses_nothing_and_sends_nothing_twice()
    {
        var orders = await CompletedAsync("STOP", Statements);
        await installation.StopAsync();
        var ended = 0;
        await using (var services = AfterSalesHost.BuildServices(installation.Folder, installation.Time))
        {
            using var ending = new EndingAtAStatement();
            var due = installation.Now;
            for (var statement = 1; statement <= Statements; statement++)
            {
                installation.Time.SetUtcNow(due.AddSeconds(1 + statement)); // the event of the next order becomes due
                if (await ending.EndsAsync(statement, () => DeliverAsync(services))) ended++;
                await DeliverAsync(services);
            }
        }
        ended.ShouldBeGreaterThan(Statements / 2, "an order and its message are that many statements");
        await installation.StartAsync();
        await ShouldBeAskedOnceAsync(orders);
    }

    /// <summary>More than one order needs from its event to the message in the outbox.</summary>
    const int Statements = 60;

    async Task ShouldBeAskedOnceAsync(List<Guid> orders)
    {
        while (await installation.DeliverEventsAsync() > 0) installation.Time.Advance(TimeSpan.FromMinutes(1)); // what was interrupted is tried again
        var stored = (await installation.WithAsync<FeedbackDbContext, List<Invitation>>(db => db.Set<Invitation>().AsNoTracking().Include(i => i.Orders).Include(i => i.Tokens).AsSplitQuery().ToListAsync())).FindAll(i => i.Orders.Exists(o => orders.Contains(o.OrderId)));
        stored.SelectMany(i => i.Orders).Select(o => o.OrderId).ShouldBe(orders, ignoreOrder: true, "each order is asked about once");
        var phones = stored.Select(i => i.Phone).ToHashSet();
        var messages = (await installation.WithAsync<HostDbContext, List<OutgoingMessage>>(db => db.Set<OutgoingMessage>().AsNoTracking().ToListAsync())).FindAll(m => phones.Contains(m.Phone));
        messages.Select(m => m.Phone).ShouldBe(stored.Select(i => i.Phone), ignoreOrder: true, "each customer gets one message");
        var known = stored.SelectMany(i => i.Tokens).Select(t => t.Hash).ToHashSet();
        messages.ShouldAllBe(m => known.Contains(PublicToken.Hash(Words().Match(m.Body).Groups[1].Value)!), "and the link in it opens");
    }

    static Task<int> DeliverAsync(IServiceProvider services) => services.GetRequiredService<OutboxDelivery>().DeliverAsync(CancellationToken.None);

    /// <summary>Orders of customers of their own, completed; their events become due in the next seconds, when the clock is moved.</summary>
    async Task<List<Guid>> CompletedAsync(string series, int count)
    {
        if (installation.Services.GetRequiredService<ICompany>().PublicUrl is null) (await (await installation.AsAsync(Roles.Administrator)).SubmitAsync("/Settings/Company", new() { ["PublicUrl"] = "https://service.example.com" })).ShouldBeOk();
        var done = installation.Now.AddHours(-2);
        var rows = Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{series}-{i},{done.AddHours(-3):yyyy-MM-dd'T'HH:mm:ss'Z'},{done.AddMinutes(i % 60):yyyy-MM-dd'T'HH:mm:ss'Z'},138{(series == "KILL" ? 0 : 1)}000{i:0000}"));
        var file = installation.Folder.In(series + ".csv");
        await File.WriteAllLinesAsync(file, rows.Prepend("order_no,received_at,completed_at,phone"));
        (await installation.RunAsync(["import", "orders", file, "--json"])).ShouldSucceed();
        return await installation.WithAsync<ServiceDbContext, List<Guid>>(async db =>
        {
            var orders = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.CompletedAt != null && o.Number.StartsWith(series)).OrderBy(o => o.Id).Select(o => new { o.PublicId, o.Number, CompletedAt = o.CompletedAt!.Value }).ToListAsync();
            orders.Count.ShouldBe(count);
            for (var i = 0; i < count; i++) db.Publish(new OrderCompleted(orders[i].PublicId, orders[i].Number, null, "repair", orders[i].CompletedAt), installation.Now.AddSeconds(1 + (series == "STOP" ? i + 1 : 0)));
            await db.SaveChangesAsync();
            return orders.ConvertAll(o => o.PublicId);
        });
    }

    /// <summary>Kills the process a moment after it was seen to have asked about another order, so that it dies at work.</summary>
    async Task ServeAndKillAsync(IServiceProvider services, List<Guid> orders, TimeSpan after)
    {
        var before = await AskedAsync(services, orders);
        using var executable = new Executable();
        using var server = executable.Start("serve", "--data", installation.Folder.Root, "--urls", "http://127.0.0.1:0");
        var (errors, output) = (server.StandardError.ReadToEndAsync(), server.StandardOutput.ReadToEndAsync());
        while (!server.HasExited && before < orders.Count && await AskedAsync(services, orders) == before) await Task.Delay(20);
        server.HasExited.ShouldBeFalse(server.HasExited ? await errors : "");
        await Task.Delay(after);
        server.Kill();
        await server.WaitForExitAsync();
        await output;
    }

    static async Task<int> AskedAsync(IServiceProvider services, List<Guid> orders)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<FeedbackDbContext>().Set<InvitedOrder>().Select(o => o.OrderId).ToListAsync()).Count(orders.Contains);
    }

    [GeneratedRegex("/s/([A-Za-z0-9_-]{22})")]
    private static partial Regex Words();
}

/// <summary>Ends what runs inside it before a given statement to the database, as the death of the process would: nothing that was not committed is left, and nothing further runs.</summary>
internal sealed class EndingAtAStatement : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    readonly AsyncLocal<StrongBox<int>?> _left = new();
    readonly List<IDisposable> _subscriptions = [];

    public EndingAtAStatement() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <returns>False when the work was done before that statement.</returns>
    public async Task<bool> EndsAsync(int statement, Func<Task> work)
    {
        _left.Value = new StrongBox<int>(statement);
        try
        {
            await work();
            return false;
        }
        catch (TheEnd)
        {
            return true;
        }
        finally
        {
            _left.Value = null;
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name) _subscriptions.Add(listener.Subscribe(this, (name, _, _) => Statements.Contains(name))); // always: EF remembers for a second that nobody wanted to know
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> happened)
    {
        if (_left.Value is { } left && Statements.Contains(happened.Key) && --left.Value <= 0) throw new TheEnd();
    }

    static readonly HashSet<string> Statements = [RelationalEventId.CommandExecuting.Name!, RelationalEventId.TransactionCommitting.Name!];

    void IObserver<DiagnosticListener>.OnCompleted() { }
    void IObserver<DiagnosticListener>.OnError(Exception error) { }
    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }
    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

    /// <summary>Nothing that runs catches it: delivery takes whatever is no cancellation for a failure of the handler.</summary>
    sealed class TheEnd : OperationCanceledException;
}
