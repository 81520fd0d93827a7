using AfterSales.Kernel.Data;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Kernel.Persons;

/// <summary>A module's part in one database context: its rows are erased in one write, and what its outbox still says of them with them.</summary>
public abstract class PersonData(ModuleDbContext db) : IPersonData
{
    public virtual Task FindAsync(Person person, CancellationToken ct) => Task.CompletedTask;

    public abstract IReadOnlyList<PersonRows> Held(Person person);

    public virtual IAsyncEnumerable<string> PhonesAsync() => AsyncEnumerable.Empty<string>();

    /// <summary>Afterwards, when the rows are gone: files, search.</summary>
    protected virtual Task<int> FinishAsync(Person person, CancellationToken ct) => Task.FromResult(0);

    public async Task<int> EraseAsync(Person person, string pseudonym, CancellationToken ct)
    {
        var told = await ToldAsync(person, ct);
        var rows = 0;
        await using (var write = await db.BeginWriteAsync(ct))
        {
            if (db.IsSqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", ct);
            foreach (var held in Held(person)) rows += await held.EraseAsync(pseudonym, ct);
            foreach (var some in told.Chunk(500)) rows += await db.Set<OutboxMessage>().Where(m => some.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.Payload, "{}").SetProperty(x => x.LastError, (string?)null), ct);
            await write.CommitAsync(ct);
        }
        db.ChangeTracker.Clear();
        return rows + await FinishAsync(person, ct);
    }

    /// <summary>Events that were delivered and speak of the person; read before the write, since it reads the whole outbox through.</summary>
    async Task<List<long>> ToldAsync(Person person, CancellationToken ct)
    {
        var words = person.Ids.Concat(person.Selves).Select(i => i.ToString("D")).Concat(person.Numbers).Concat(person.Phones).ToHashSet();
        List<long> told = [];
        await foreach (var message in db.Set<OutboxMessage>().AsNoTracking().Where(m => m.DeliveredAt != null && m.Payload != "{}").Select(m => new { m.Id, m.Payload }).AsAsyncEnumerable().WithCancellation(ct))
            if (words.Any(w => message.Payload.Contains(w, StringComparison.Ordinal))) told.Add(message.Id);
        return told;
    }
}
