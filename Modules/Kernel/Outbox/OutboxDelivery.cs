using System.Runtime.ExceptionServices;
using System.Text.Json;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AfterSales.Kernel.Outbox;

/// <summary>Wakes the delivery loop right after a commit that wrote messages.</summary>
public sealed class OutboxSignal : IDisposable
{
    readonly SemaphoreSlim _waiting = new(0, 1);

    public void Dispose() => _waiting.Dispose();

    public void Nudge()
    {
        try { _waiting.Release(); }
        catch (SemaphoreFullException) { /* a wake-up is already pending, one is enough */ }
    }

    internal Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => _waiting.WaitAsync(atMost, ct);
}

/// <summary>Hands every outbox message to its handlers, in batches, oldest first, again after failures, never twice per handler.</summary>
public sealed class OutboxDelivery(
    IServiceScopeFactory scopes, IEnumerable<ModuleDatabase> databases, IEnumerable<HandlerRegistration> handlers,
    OutboxSignal signal, TimeProvider time, ILogger<OutboxDelivery> log, DiskSpace disk, FirstAnswer firstAnswer) : BackgroundService
{
    const int BatchSize = 100;
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(10);

    readonly ILookup<string, HandlerRegistration> _handlers = handlers.ToLookup(h => h.EventType.FullName!);
    readonly SemaphoreSlim _turn = new(1, 1);

    public override void Dispose()
    {
        base.Dispose();
        _turn.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await firstAnswer.WaitAsync(stoppingToken);
                await DeliverAsync(stoppingToken);
                await signal.WaitAsync(Sweep, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "Delivering outbox messages failed; trying again");
                await Task.Delay(Sweep, time, stoppingToken);
            }
        }
    }

    /// <summary>Delivers everything that is due now and for which there is room, one caller after the other: two at once would each try the same message, and the slower would note a failure that is none. Returns the number of messages delivered.</summary>
    public async Task<int> DeliverAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var delivered = 0;
            foreach (var database in databases)
                while (!disk.IsLow && await DeliverBatchAsync(database, ct) is var batch and > 0) // a handler that cannot write has not failed
                    delivered += batch;
            return delivered;
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task<int> DeliverBatchAsync(ModuleDatabase database, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = database.Open(scope.ServiceProvider);
        await using var turn = await TakeTurnAsync(context, ct);
        var now = time.Now();
        var due = await context.Outbox.Where(m => m.NextAttemptAt <= now).OrderBy(m => m.Id).Take(BatchSize).ToListAsync(ct);
        var delivered = 0;
        foreach (var message in due)
        {
            try
            {
                await DeliverToAllAsync(message, ct);
                message.Delivered(time.Now());
                delivered++;
            }
            catch (Exception error) when (error is not OperationCanceledException && !DiskFull.IsCauseOf(error))
            {
                message.Failed(error, time.Now());
                log.LogWarning(error, "Message {MessageId} of type {Type} failed, attempt {Attempt}", message.MessageId, message.Type, message.Attempts);
            }
        }
        await context.SaveChangesAsync(ct);
        if (turn is not null) await turn.CommitAsync(ct);
        return delivered;
    }

    /// <summary>Hosts that share a PostgreSQL empty one outbox one after the other, so that each message is tried once and in its order. Held by the transaction that notes what was delivered.</summary>
    static async Task<WriteTransaction?> TakeTurnAsync(ModuleDbContext context, CancellationToken ct)
    {
        if (context.IsSqlite) return null; // one process, and a transaction would keep the handlers from writing
        var turn = await context.BeginWriteAsync(ct);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"aftersales outbox " + context.Schema}))", ct);
        return turn;
    }

    /// <summary>Each handler by itself: one that fails does not keep the message from the others, and alone gets it again.</summary>
    async Task DeliverToAllAsync(OutboxMessage message, CancellationToken ct)
    {
        Exception? first = null;
        foreach (var handler in _handlers[message.Type])
        {
            try
            {
                await DeliverAsync(message, handler, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                first ??= error;
            }
        }
        if (first is not null) ExceptionDispatchInfo.Throw(first);
    }

    async Task DeliverAsync(OutboxMessage message, HandlerRegistration handler, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(handler.ContextType);
        if (await context.Handled.AnyAsync(h => h.MessageId == message.MessageId && h.Handler == handler.Name, ct)) return;
        context.Handled.Add(new HandledMessage { MessageId = message.MessageId, Handler = handler.Name, HandledAt = time.Now() });
        var @event = JsonSerializer.Deserialize(message.Payload, handler.EventType)!;
        await handler.Invoke(scope.ServiceProvider.GetRequiredService(handler.HandlerType), @event, ct);
        await context.SaveChangesAsync(ct);
    }
}
