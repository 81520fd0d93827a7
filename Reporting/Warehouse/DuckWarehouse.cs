using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using DuckDB.NET.Data;

namespace AfterSales.Reporting.Warehouse;

/// <summary>
/// The warehouse file and its engine: the only class that knows that it is DuckDB. The file is disposable: whatever is wrong with it, the
/// next load builds it again. Readers open connections of their own and never wait for a load; only the instant of a swap excludes them.
/// </summary>
internal sealed class DuckWarehouse(DataFolder folder) : IDisposable
{
    const string Limits = "memory_limit=512MB;threads=2";
    /// <summary>Readers at once; a swap takes all places.</summary>
    const int Places = 16;

    readonly SemaphoreSlim _places = new(Places, Places);
    readonly Lock _opening = new();
    /// <summary>Keeps the database open between readers; opening it anew costs tens of milliseconds.</summary>
    DuckDBConnection? _anchor;

    string Current => folder.In("warehouse.duckdb");
    string Next => folder.In("warehouse.next.duckdb");

    /// <summary>True when the file is there, readable and of this version; otherwise it is to be rebuilt.</summary>
    public bool IsUsable => Anchor() is not null;

    /// <summary>Runs a question on a connection of its own.</summary>
    /// <exception cref="RuleViolation">The warehouse has not been loaded.</exception>
    public async Task<T> ReadAsync<T>(Func<DuckDBConnection, T> question, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            return await Task.Run(() =>
            {
                using var connection = Connect();
                using var snapshot = connection.BeginTransaction(); // all statements of a question see one state
                return question(connection);
            }, ct);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>A connection to the living file, for a load.</summary>
    public DuckDBConnection Connect()
    {
        if (Anchor() is null) throw new RuleViolation("Warehouse.NotLoaded");
        return OpenAt(Current);
    }

    /// <summary>A new empty file beside the living one, to be filled and then put in its place by <see cref="SwapAsync"/>.</summary>
    public DuckDBConnection CreateNext()
    {
        DeleteWithLog(Next);
        var connection = OpenAt(Next);
        foreach (var statement in StarSchema.Create()) connection.Execute(statement);
        return connection;
    }

    /// <summary>Puts the finished next file in place of the living one: waits for readers, renames, lets them in again. Dispose the builder's connection first.</summary>
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

internal static class DuckConnections
{
    public static void Execute(this DuckDBConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        command.ExecuteNonQuery();
    }

    public static T Scalar<T>(this DuckDBConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Rows of a question, each read by <paramref name="row"/>.</summary>
    public static List<T> Rows<T>(this DuckDBConnection connection, string sql, IEnumerable<object?> values, Func<DuckDBDataReader, T> row)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    static DuckDBCommand Command(this DuckDBConnection connection, string sql, IEnumerable<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values) command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        return command;
    }

    public static string? Text(this DuckDBDataReader reader, int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
    public static double? Real(this DuckDBDataReader reader, int i) => reader.IsDBNull(i) ? null : reader.GetDouble(i);
    public static DateTime? Instant(this DuckDBDataReader reader, int i) => reader.IsDBNull(i) ? null : DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc);
    public static DateOnly? Day(this DuckDBDataReader reader, int i) => reader.IsDBNull(i) ? null : reader.GetFieldValue<DateOnly>(i);
}
