using System.Data.Common;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Loading;

/// <summary>Reads the ledger of loads.</summary>
internal static class Ledger
{
    /// <summary>The newest line of each feed.</summary>
    public static IReadOnlyList<LoadedFeed> Last(DbConnection connection) => connection.Rows("""
        SELECT run, feed, watermark, changed, held, finished_at, ms, reconciled FROM load_run l
        WHERE run = (SELECT max(run) FROM load_run o WHERE o.feed = l.feed) ORDER BY feed
        """, [], r => new LoadedFeed(r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.Instant(5)!.Value, r.GetInt64(6), r.IsDBNull(7) ? null : r.GetBoolean(7)));

    /// <summary>Data as of: the earliest of the feeds' instants, and the run that made the numbers.</summary>
    public static DataAsOf AsOf(DbConnection connection) => connection.Rows(
        "SELECT (SELECT min(as_of) FROM feed_state), (SELECT coalesce(max(run), 0) FROM load_run)", [], r => new DataAsOf(r.Instant(0), r.GetInt64(1))).Single();

    /// <summary>Rows per table of the warehouse.</summary>
    public static IReadOnlyList<(string Table, long Rows)> Tables(DbConnection connection) =>
        [.. StarSchema.Tables.Select(t => (t, connection.Scalar<long>($"SELECT cast(count(*) AS bigint) FROM {t}")))];
}

/// <param name="Instant">UTC; null before the first load.</param>
/// <param name="Run">Load that made the numbers.</param>
internal sealed record DataAsOf(DateTime? Instant, long Run);
