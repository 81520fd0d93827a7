using AfterSales.Reporting.Warehouse;
using DuckDB.NET.Data;

namespace AfterSales.Reporting.Loading;

/// <summary>Reads the ledger of loads.</summary>
internal static class Ledger
{
    /// <summary>The newest line of each feed.</summary>
    public static IReadOnlyList<LoadedFeed> Last(DuckDBConnection connection) => connection.Rows("""
        SELECT run, feed, watermark, changed, held, finished_at, ms, reconciled FROM load_run l
        WHERE run = (SELECT max(run) FROM load_run o WHERE o.feed = l.feed) ORDER BY feed
        """, [], r => new LoadedFeed(r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.Instant(5)!.Value, r.GetInt64(6), r.IsDBNull(7) ? null : r.GetBoolean(7)));

    /// <summary>Data as of: the earliest of the feeds' instants, and the run that made the numbers.</summary>
    public static DataAsOf AsOf(DuckDBConnection connection) => connection.Rows(
        "SELECT (SELECT min(as_of) FROM feed_state), (SELECT coalesce(max(run), 0) FROM load_run)", [], r => new DataAsOf(r.Instant(0), r.GetInt64(1))).Single();

    /// <summary>Rows per table of the warehouse.</summary>
    public static IReadOnlyList<(string Table, long Rows)> Tables(DuckDBConnection connection) =>
        [.. Names(connection).Select(t => (t, connection.Scalar<long>($"SELECT cast(count(*) AS bigint) FROM {t}")))];

    static List<string> Names(DuckDBConnection connection) => connection.Rows(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' AND table_name LIKE '%\\_%' ESCAPE '\\' AND table_type = 'BASE TABLE' ORDER BY table_name", [], r => r.GetString(0));
}

/// <param name="Instant">UTC; null before the first load.</param>
/// <param name="Run">Load that made the numbers.</param>
internal sealed record DataAsOf(DateTime? Instant, long Run);
