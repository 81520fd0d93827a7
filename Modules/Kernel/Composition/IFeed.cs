namespace AfterSales.Kernel.Composition;

/// <summary>
/// Flat rows for the warehouse: a stable key, a strictly increasing change number and a deleted flag, without names, phones or addresses.
/// A module registers its feeds as services; Reporting reads each from its watermark.
/// </summary>
/// <typeparam name="TRow">Row type from the module's Contracts.</typeparam>
public interface IFeed<out TRow>
{
    /// <summary>Stable name, e.g. <c>service.orders</c>.</summary>
    string Name { get; }
    /// <summary>Rows changed after the watermark, in order of their change number, at most <paramref name="take"/>.</summary>
    IAsyncEnumerable<TRow> ReadAsync(long afterChange, int take, CancellationToken ct);
    /// <summary>What the warehouse must hold once it has read everything up to and including <paramref name="upToChange"/> (rows changed later are left out).</summary>
    Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct);
}

/// <summary>Numbers by which feed and warehouse are reconciled.</summary>
/// <param name="LastChange">Highest change number the module has given so far.</param>
/// <param name="Rows">Rows, deleted ones left out, whose change number is within the bound.</param>
/// <param name="KeySum">Sum of the rows' keys, a cheap checksum.</param>
public sealed record FeedTotals(long LastChange, long Rows, decimal KeySum);

/// <summary>One part of <c>aftersales check</c>: looks, never repairs.</summary>
public interface IIntegrityCheck
{
    string Name { get; }
    Task<IntegrityResult> CheckAsync(CancellationToken ct);
}

/// <param name="Ok">False when something is wrong; notes alone are no failure.</param>
/// <param name="Counted">What was looked at, by name, e.g. orders: 5000.</param>
/// <param name="Problems">Sentences for people.</param>
/// <param name="Notes">Facts worth knowing that are no failure, e.g. a warehouse that is behind.</param>
public sealed record IntegrityResult(bool Ok, IReadOnlyDictionary<string, long> Counted, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes);

/// <summary>A module's share of the demo company, built through its own aggregates.</summary>
public interface IDemoPart
{
    /// <summary>Parts run in this order.</summary>
    int Order { get; }
    /// <summary>True when the module already holds records: the demo fills an empty installation only.</summary>
    Task<bool> HasDataAsync(CancellationToken ct);
    /// <returns>Service orders made.</returns>
    Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct);
    /// <summary>The accounts of the roles are there now: whoever ties records to accounts does it here.</summary>
    Task AccountsMadeAsync(CancellationToken ct) => Task.CompletedTask;
    /// <summary>What rests on numbers: called once the warehouse holds what all parts built.</summary>
    Task NumbersReadAsync(DemoPlan plan, CancellationToken ct) => Task.CompletedTask;
}

/// <param name="Orders">Service orders to make.</param>
/// <param name="From">First local day.</param>
/// <param name="Until">Last local day.</param>
/// <param name="Seed">Same plan, same company.</param>
public sealed record DemoPlan(int Orders, DateOnly From, DateOnly Until, int Seed);
