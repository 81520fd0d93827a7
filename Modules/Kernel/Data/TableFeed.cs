using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Kernel.Data;

/// <summary>The feed of one table: its rows in order of change, and totals by key. A module says what a row needs to be read and how it looks.</summary>
/// <typeparam name="TStored">Stored row that the warehouse follows.</typeparam>
/// <typeparam name="TSource">What is read for it: the row itself, or the row with what is joined to it.</typeparam>
/// <typeparam name="TRow">Row type from the module's Contracts.</typeparam>
public abstract class TableFeed<TStored, TSource, TRow>(ModuleDbContext db) : IFeed<TRow> where TStored : class, IInFeed
{
    public abstract string Name { get; }

    /// <summary>Rows that the warehouse holds: all but deleted ones.</summary>
    protected virtual IQueryable<TStored> Living => db.Set<TStored>();

    /// <summary>The key of the feed's row.</summary>
    protected virtual Expression<Func<TStored, long>> Key => stored => EF.Property<long>(stored, "Id");

    /// <summary>Reads what rows need; joins must be to one, and the order must stay.</summary>
    protected abstract IQueryable<TSource> Read(IQueryable<TStored> stored);

    protected abstract TRow Row(TSource source);

    public async IAsyncEnumerable<TRow> ReadAsync(long afterChange, int take, [EnumeratorCancellation] CancellationToken ct)
    {
        var changed = Read(db.Set<TStored>().AsNoTracking().Where(s => s.Change > afterChange).OrderBy(s => s.Change)).Take(take);
        await foreach (var source in changed.AsAsyncEnumerable().WithCancellation(ct)) yield return Row(source);
    }

    public async Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct)
    {
        var within = Living.Where(s => s.Change <= upToChange);
        var (rows, keys) = (await within.LongCountAsync(ct), await within.SumAsync(Key, ct));
        return new FeedTotals(await db.Set<TStored>().MaxAsync(s => (long?)s.Change, ct) ?? 0, rows, keys); // last, so that whoever compares sees what changed while they were counted
    }
}
