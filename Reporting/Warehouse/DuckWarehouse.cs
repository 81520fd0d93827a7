using System.Data.Common;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using DuckDB.NET.Data;

namespace AfterSales.Reporting.Warehouse;

/// <summary>
/// The warehouse as a DuckDB file in the data folder, of this process alone: where the records lie in SQLite, and one host is all there is.
/// </summary>
internal sealed class DuckWarehouse(DataFolder folder) : IWarehouse, IDisposable
{
    // for each file: while one is built anew beside the living one, both and the server stay below 800 MB
    const string Limits = "memory_limit=256MB;threads=2";
    /// <summary>Readers at once; a swap takes all places.</summary>
    const int Places = 16;

    readonly SemaphoreSlim _places = new(Places, Places);
    readonly Lock _opening = new();
    /// <summary>Keeps the database open between readers; opening it anew costs tens of milliseconds.</summary>
    DuckDBConnection? _anchor;

    string Current => folder.In("warehouse.duckdb");
    string Next => folder.In("warehouse.next.duckdb");

    public bool IsUsable => Anchor() is not null;

    public async Task<T> ReadAsync<T>(Func<DbConnection, T> question, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            return await Task.Run(() =>
            {
                using var connection = OpenLiving();
                using var snapshot = connection.BeginTransaction(); // all statements of a question see one state
                return question(connection);
            }, ct);
        }
        finally
        {
            _places.Release();
        }
    }

    public DbConnection Connect() => OpenLiving();

    DuckDBConnection OpenLiving()
    {
        if (Anchor() is null) throw new RuleViolation("Warehouse.NotLoaded");
        return OpenAt(Current);
    }

    /// <summary>A file beside the living one.</summary>
    public DbConnection CreateNext()
    {
        DeleteWithLog(Next);
        var connection = OpenAt(Next);
        foreach (var statement in StarSchema.Create()) connection.Declare(statement);
        return connection;
    }

    public void Finish(DbConnection next) => next.Execute("CHECKPOINT");

    /// <summary>Waits for readers, renames, lets them in again.</summary>
    public async Task SwapAsync(CancellationToken ct)
    {
        var taken = 0;
        try
        {
            for (; taken < Places; taken++) await _places.WaitAsync(ct);
            lock (_opening)
            {
                _anchor?.Dispose();
                _anchor = null;
                File.Delete(Current + ".wal"); // a log left by a killed process belongs to the file that goes
                File.Move(Next, Current, overwrite: true);
            }
        }
        finally
        {
            if (taken > 0) _places.Release(taken);
        }
    }

    DuckDBConnection? Anchor()
    {
        lock (_opening)
        {
            if (_anchor is not null || !File.Exists(Current)) return _anchor;
            DuckDBConnection? opened = null;
            try
            {
                opened = OpenAt(Current);
                if (opened.Scalar<string>("SELECT value FROM meta WHERE name = 'schema_version'") == StarSchema.Version) return _anchor = opened;
            }
            catch (DuckDBException)
            {
                // Damaged or foreign file: not usable, the next load replaces it.
            }
            opened?.Dispose();
            return null;
        }
    }

    static DuckDBConnection OpenAt(string path)
    {
        var connection = new DuckDBConnection($"DataSource={path};{Limits}");
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static void DeleteWithLog(string path)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
    }

    public void Dispose()
    {
        _anchor?.Dispose();
        _places.Dispose();
    }
}
