using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <param name="Module">Schema of the module that told it.</param>
/// <param name="Handlers">Those that have not taken it yet; the first of them refused.</param>
/// <param name="OccurredAt">UTC.</param>
internal sealed record ParkedMessage(string Module, long Id, string Type, IReadOnlyList<string> Handlers, int Attempts, string Error, DateTime OccurredAt, DateTime ParkedAt)
{
    /// <summary>The sentence at the head of the error; the rest is for whoever mends it.</summary>
    public string Sentence => Error.Split('\n', 2)[0].Trim();
}

/// <summary>Events that failed so often that delivery stopped, of all modules. They wait here until a person sends them again; none is ever dropped.</summary>
internal sealed class ParkedMessages(
    IEnumerable<ModuleDatabase> modules, IEnumerable<HandlerRegistration> handlers, IServiceProvider scope, OutboxSignal signal, IAuditLog audit, TimeProvider time)
{
    /// <summary>At most this many of each module are listed; the count is of all.</summary>
    public const int Shown = 200;

    readonly ILookup<string, HandlerRegistration> _handlers = handlers.ToLookup(h => h.EventType.FullName!);

    public async Task<int> CountAsync(CancellationToken ct)
    {
        var count = 0;
        foreach (var module in modules) count += await module.Open(scope).Set<OutboxMessage>().CountAsync(m => m.ParkedAt != null, ct);
        return count;
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<ParkedMessage>> ListAsync(CancellationToken ct)
    {
        List<ParkedMessage> parked = [];
        foreach (var module in modules)
            foreach (var m in await module.Open(scope).Set<OutboxMessage>().AsNoTracking().Where(m => m.ParkedAt != null).OrderBy(m => m.Id).Take(Shown).ToListAsync(ct))
                parked.Add(new ParkedMessage(module.Schema, m.Id, m.Type, await WaitingAsync(m, ct), m.Attempts, m.LastError ?? "", m.OccurredAt, m.ParkedAt!.Value));
        return [.. parked.OrderBy(m => m.OccurredAt)];
    }

    async Task<IReadOnlyList<string>> WaitingAsync(OutboxMessage message, CancellationToken ct)
    {
        List<string> waiting = [];
        foreach (var handler in _handlers[message.Type])
        {
            var context = (ModuleDbContext)scope.GetRequiredService(handler.ContextType);
            if (!await context.Set<HandledMessage>().AnyAsync(h => h.MessageId == message.MessageId && h.Handler == handler.Name, ct)) waiting.Add(handler.HandlerType.Name);
        }
        return waiting;
    }

    /// <summary>Sends one message again: handlers that had taken it are left out, the others get it as new.</summary>
    /// <exception cref="RuleViolation">It is no longer parked.</exception>
    public async Task RetryAsync(string schema, long id, Actor who, CancellationToken ct)
    {
        var context = modules.FirstOrDefault(m => m.Schema == schema)?.Open(scope);
        var message = context is null ? null : await context.Set<OutboxMessage>().FirstOrDefaultAsync(m => m.Id == id && m.ParkedAt != null, ct);
        if (message is null) throw new RuleViolation("Operations.Parked.Gone");
        message.Retry(time.Now());
        await context!.SaveChangesAsync(ct);
        await audit.RecordAsync(who, "outbox.retried", $"{schema}:{id}", message.Type, ct);
        signal.Nudge();
    }

    /// <returns>Messages sent again.</returns>
    public async Task<int> RetryAllAsync(Actor who, CancellationToken ct)
    {
        var sent = 0;
        foreach (var module in modules)
        {
            var context = module.Open(scope);
            var parked = await context.Set<OutboxMessage>().Where(m => m.ParkedAt != null).ToListAsync(ct);
            foreach (var message in parked) message.Retry(time.Now());
            await context.SaveChangesAsync(ct);
            foreach (var type in parked.GroupBy(m => m.Type)) await audit.RecordAsync(who, "outbox.retried", $"{module.Schema}:*", $"{type.Count()} {type.Key}", ct);
            sent += parked.Count;
        }
        signal.Nudge();
        return sent;
    }
}
