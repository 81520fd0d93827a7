using System.Data.Common;
using System.Diagnostics;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Loading;

/// <summary>One line of the ledger.</summary>
/// <param name="Run">Number of the load; one load reads all feeds.</param>
/// <param name="Changed">Rows this load read.</param>
/// <param name="Held">Rows the fact holds for this feed.</param>
/// <param name="Reconciled">Whether fact and feed agree; null when the feed kept changing and could not be compared.</param>
internal sealed record LoadedFeed(long Run, string Feed, long Watermark, long Changed, long Held, DateTime At, long Ms, bool? Reconciled);

/// <summary>The load and the rebuild. One at a time; readers go on meanwhile.</summary>
internal sealed class LoadWarehouse(IWarehouse warehouse, OneLoadAtATime turn, IEnumerable<IFactLoad> facts, ICompany company, TimeProvider time)
{
    public static readonly IProgress<LoadProgress> Silent = new Nobody();

    /// <summary>Reads what changed. A warehouse that is missing, damaged or of an older version is rebuilt instead.</summary>
    public async Task<IReadOnlyList<LoadedFeed>> LoadAsync(IProgress<LoadProgress> progress, CancellationToken ct)
    {
        await using var _ = await turn.TakeAsync(ct);
        if (!warehouse.IsUsable) return await RebuildInTurnAsync(progress, ct);
        using var connection = warehouse.Connect();
        return await RunAsync(connection, "load", LastRun(connection), (fact, c) => fact.UpdateAsync(c, progress, ct), ct);
    }

    /// <summary>Fills a new file beside the living one and swaps them.</summary>
    public async Task<IReadOnlyList<LoadedFeed>> RebuildAsync(IProgress<LoadProgress> progress, CancellationToken ct)
    {
        await using var _ = await turn.TakeAsync(ct);
        return await RebuildInTurnAsync(progress, ct);
    }

    async Task<IReadOnlyList<LoadedFeed>> RebuildInTurnAsync(IProgress<LoadProgress> progress, CancellationToken ct)
    {
        var last = warehouse.IsUsable ? await warehouse.ReadAsync(LastRun, ct) : 0;
        IReadOnlyList<LoadedFeed> loaded;
        using (var next = warehouse.CreateNext())
        {
            StarSchema.Fill(next, company.CalendarAt(time.Now()));
            loaded = await RunAsync(next, "rebuild", last, (fact, c) => fact.FillAsync(c, progress, ct), ct);
            warehouse.Finish(next);
        }
        await warehouse.SwapAsync(ct);
        return loaded;
    }

    async Task<IReadOnlyList<LoadedFeed>> RunAsync(DbConnection connection, string kind, long lastRun, Func<IFactLoad, DbConnection, Task<LoadResult>> read, CancellationToken ct)
    {
        // Milliseconds of the clock, so that a number is not given twice even after the file was lost.
        var run = Math.Max(lastRun + 1, new DateTimeOffset(time.Now()).ToUnixTimeMilliseconds());
        List<(string Feed, LoadResult Result, bool? Reconciled, long Held, long Ms)> done = [];
        foreach (var fact in facts)
        {
            var started = Stopwatch.GetTimestamp();
            var result = await read(fact, connection);
            done.Add((fact.Feed, result, await fact.ReconcileAsync(connection, ct), fact.Held(connection), (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        }
        using var transaction = connection.BeginTransaction(); // one write to the disk, not two for each of the feeds
        var watermarks = connection.Rows("SELECT feed, watermark FROM feed_state", [], r => (Feed: r.GetString(0), At: r.GetInt64(1))).ToDictionary(w => w.Feed, w => w.At);
        using (var ledger = connection.Append("load_run"))
        {
            foreach (var (feed, result, reconciled, held, ms) in done)
                ledger.Add(run).Add(kind).Add(feed).Add(watermarks.GetValueOrDefault(feed)).Add(result.Changed).Add(held).Add(result.AsOf).Add(ms).Add(reconciled).EndRow();
            ledger.Complete();
        }
        connection.Execute("INSERT INTO feed_state SELECT feed, watermark, finished_at FROM load_run WHERE run = $1 ON CONFLICT (feed) DO UPDATE SET as_of = excluded.as_of", run);
        connection.Execute("DELETE FROM load_run WHERE run < $1 AND changed = 0", run - LedgerMilliseconds);
        transaction.Commit();
        return Ledger.Last(connection);
    }

    /// <summary>Loads that brought nothing are forgotten after a day; those that brought rows are kept.</summary>
    const long LedgerMilliseconds = 86_400_000;

    static long LastRun(DbConnection connection) => connection.Scalar<long>("SELECT coalesce(max(run), 0) FROM load_run");

    sealed class Nobody : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
        }
    }
}

/// <summary>Loads wait for each other, on this host and, where hosts share a PostgreSQL, on all.</summary>
internal sealed class OneLoadAtATime(DatabaseOptions database) : IDisposable
{
    readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<IAsyncDisposable> TakeAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return new Turn(_turn, database.Provider == DatabaseProvider.Postgres ? await ServerTurn.TakeAsync(database.ConnectionString, "warehouse load", ct) : null);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Dispose() => _turn.Dispose();

    sealed class Turn(SemaphoreSlim turn, ServerTurn? everywhere) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (everywhere is not null) await everywhere.DisposeAsync();
            turn.Release();
        }
    }
}
