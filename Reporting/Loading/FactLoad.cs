using System.Data.Common;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Loading;

/// <summary>Brings one feed into one fact table.</summary>
internal interface IFactLoad
{
    string Feed { get; }
    /// <summary>Reads everything a feed has into an empty fact.</summary>
    Task<LoadResult> FillAsync(DbConnection connection, IProgress<LoadProgress> progress, CancellationToken ct);
    /// <summary>Reads what changed since the watermark and replaces it by key.</summary>
    Task<LoadResult> UpdateAsync(DbConnection connection, IProgress<LoadProgress> progress, CancellationToken ct);
    /// <summary>Compares fact and feed up to the watermark; null when the feed changed faster than it could be compared.</summary>
    Task<bool?> ReconcileAsync(DbConnection connection, CancellationToken ct);
    /// <summary>Changes that wait for the next load.</summary>
    Task<long> BehindAsync(DbConnection connection, CancellationToken ct);
    /// <summary>Rows the fact holds.</summary>
    long Held(DbConnection connection);
}

/// <param name="Changed">Rows read.</param>
/// <param name="AsOf">Instant (UTC) of the data: every change committed before it is in.</param>
internal sealed record LoadResult(long Changed, DateTime AsOf);

internal readonly record struct LoadProgress(string Feed, long Rows);

/// <summary>
/// Rows and watermark go in with one transaction per batch, so a killed load is a shorter load and the next one goes on where it stopped.
/// </summary>
/// <param name="then">What follows from replaced rows, in the same transaction.</param>
internal sealed class FactLoad<TRow>(FactTable<TRow> table, IFeed<TRow> feed, TimeProvider time, Action<DbConnection>? then = null) : IFactLoad
{
    const int Batch = 50_000;
    /// <summary>Passes until a feed that keeps changing is left for the next load.</summary>
    const int Passes = 5;

    public string Feed => feed.Name;

    public async Task<LoadResult> FillAsync(DbConnection connection, IProgress<LoadProgress> progress, CancellationToken ct)
    {
        // A row has one change number. Those up to the present highest are met once, so they need no comparison by key; the rest is an update.
        var asOf = time.Now();
        var known = (await feed.TotalsAsync(long.MaxValue, ct)).LastChange;
        var (changed, watermark) = await ReadAsync(connection, until: known, asOf, table.AppendNew, progress, ct);
        if ((await feed.TotalsAsync(0, ct)).LastChange <= watermark) return new LoadResult(changed, asOf);
        var rest = await UpdateAsync(connection, new Ahead(progress, changed), ct);
        return rest with { Changed = changed + rest.Changed };
    }

    public async Task<LoadResult> UpdateAsync(DbConnection connection, IProgress<LoadProgress> progress, CancellationToken ct)
    {
        long changed = 0, watermark;
        DateTime asOf;
        var pass = 0;
        do
        {
            asOf = time.Now();
            (var read, watermark) = await ReadAsync(connection, until: long.MaxValue, asOf, Replace, progress, ct);
            changed += read;
        }
        while (++pass < Passes && (await feed.TotalsAsync(0, ct)).LastChange > watermark);
        return new LoadResult(changed, asOf);
    }

    void Replace(DbConnection connection, IReadOnlyList<TRow> rows, DimensionMembers members)
    {
        table.Replace(connection, rows, members);
        then?.Invoke(connection);
    }

    public async Task<bool?> ReconcileAsync(DbConnection connection, CancellationToken ct)
    {
        var watermark = Watermark(connection);
        for (var attempt = 0; attempt < Passes; attempt++)
        {
            var before = (await feed.TotalsAsync(0, ct)).LastChange;
            await RememberChangedAsync(connection, watermark, before, ct);
            var there = await feed.TotalsAsync(watermark, ct);
            if (there.LastChange != before) continue; // changed while we looked
            var unseen = before > watermark ? " WHERE key NOT IN (SELECT key FROM changed_since)" : "";
            var here = connection.Rows($"SELECT cast(count(*) AS bigint), cast(coalesce(sum(key), 0) AS decimal(38, 0)), cast(count(DISTINCT key) AS bigint) FROM {table.Name}{unseen}", [],
                r => (Rows: r.GetInt64(0), KeySum: r.GetDecimal(1), Keys: r.GetInt64(2))).Single();
            return here == (there.Rows, there.KeySum, there.Rows);
        }
        return null;
    }

    /// <summary>Rows that changed after the watermark stand in the fact in their old form and in the feed no more: neither side counts them.</summary>
    async Task RememberChangedAsync(DbConnection connection, long watermark, long last, CancellationToken ct)
    {
        if (last <= watermark) return;
        connection.Execute("DROP TABLE IF EXISTS changed_since");
        connection.Declare("CREATE TEMP TABLE changed_since (key BIGINT)");
        using var keys = connection.Append("changed_since", temporary: true);
        var after = watermark;
        bool more;
        do
        {
            var met = 0;
            await foreach (var row in feed.ReadAsync(after, Batch, ct))
            {
                keys.Add(table.KeyOf(row)).EndRow();
                after = table.ChangeOf(row);
                met++;
            }
            more = met == Batch;
        }
        while (more);
        keys.Complete();
    }

    public async Task<long> BehindAsync(DbConnection connection, CancellationToken ct) => (await feed.TotalsAsync(0, ct)).LastChange - Watermark(connection);

    public long Held(DbConnection connection) => connection.Scalar<long>($"SELECT cast(count(*) AS bigint) FROM {table.Name}");

    delegate void Write(DbConnection connection, IReadOnlyList<TRow> rows, DimensionMembers members);

    async Task<(long Read, long Watermark)> ReadAsync(DbConnection connection, long until, DateTime asOf, Write write, IProgress<LoadProgress> progress, CancellationToken ct)
    {
        DimensionMembers? members = null; // most feeds bring nothing most of the time
        var watermark = Watermark(connection);
        var rows = new List<TRow>(1024);
        long read = 0;
        bool more;
        do
        {
            rows.Clear();
            var met = 0;
            await foreach (var row in feed.ReadAsync(watermark, Batch, ct))
            {
                met++;
                if (table.ChangeOf(row) <= until) rows.Add(row);
            }
            more = met == Batch && rows.Count == Batch;
            if (rows.Count > 0)
            {
                watermark = table.ChangeOf(rows[^1]);
                using var transaction = connection.BeginTransaction();
                members ??= new DimensionMembers(connection);
                write(connection, rows, members);
                members.SaveNew();
                connection.Execute("INSERT INTO feed_state VALUES ($1, $2, $3) ON CONFLICT (feed) DO UPDATE SET watermark = excluded.watermark, as_of = excluded.as_of", Feed, watermark, asOf);
                transaction.Commit();
            }
            progress.Report(new LoadProgress(Feed, read += rows.Count));
        }
        while (more);
        return (read, watermark);
    }

    long Watermark(DbConnection connection) => connection.Scalar<long>("SELECT coalesce(max(watermark), 0) FROM feed_state WHERE feed = $1", Feed);

    sealed class Ahead(IProgress<LoadProgress> progress, long rows) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => progress.Report(value with { Rows = rows + value.Rows });
    }
}
