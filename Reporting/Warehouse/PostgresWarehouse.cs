using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Npgsql;

namespace AfterSales.Reporting.Warehouse;

/// <summary>
/// The warehouse in schema <c>reporting</c> of the PostgreSQL that several hosts share, beside Reporting's own tables: loaded by whichever host's job runs,
/// read by all. Its tables are unlogged: after a crash of the server they are empty, hence not usable, and the next load builds them again.
/// </summary>
internal sealed partial class PostgresWarehouse(DatabaseOptions database) : IWarehouse
{
    const string Schema = "reporting", NextSchema = "reporting_next";
    /// <summary>Held shared by readers and alone by a swap, so that neither finds the other halfway.</summary>
    const long Gate = 4711003;

    readonly string _living = On(database, Schema), _next = On(database, NextSchema);

    /// <summary>No just-in-time compiling: it costs more than any of the questions; sorts of a median in memory.</summary>
    static string On(DatabaseOptions database, string schema) => new NpgsqlConnectionStringBuilder(database.ConnectionString)
        { SearchPath = schema, Options = "-c jit=off -c work_mem=64MB", ApplicationName = "aftersales warehouse" }.ToString();

    public bool IsUsable
    {
        get
        {
            using var connection = new NpgsqlConnection(_living);
            connection.Open();
            return connection.Scalar<bool>("SELECT to_regclass('meta') IS NOT NULL") && IsOfThisVersion(connection);
        }
    }

    static bool IsOfThisVersion(DbConnection connection) => connection.Rows("SELECT value FROM meta WHERE name = 'schema_version'", [], r => r.GetString(0)).SingleOrDefault() == StarSchema.Version;

    public async Task<T> ReadAsync<T>(Func<DbConnection, T> question, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_living);
        await connection.OpenAsync(ct);
        return await Task.Run(() =>
        {
            using var snapshot = connection.BeginTransaction(IsolationLevel.RepeatableRead);
            connection.Execute($"SELECT pg_advisory_xact_lock_shared({Gate})");
            try
            {
                if (IsOfThisVersion(connection)) return question(connection);
            }
            catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                // never loaded
            }
            throw new RuleViolation("Warehouse.NotLoaded");
        }, ct);
    }

    public DbConnection Connect()
    {
        if (!IsUsable) throw new RuleViolation("Warehouse.NotLoaded");
        return OpenAt(_living);
    }

    public DbConnection CreateNext()
    {
        var connection = OpenAt(_next);
        connection.Execute($"DROP SCHEMA IF EXISTS {NextSchema} CASCADE");
        connection.Execute($"CREATE SCHEMA {NextSchema}");
        foreach (var statement in StarSchema.Create()) connection.Declare(statement);
        return connection;
    }

    /// <summary>Rows are found by key when they are replaced; the planner learns what is there.</summary>
    public void Finish(DbConnection next)
    {
        foreach (var fact in StarSchema.Facts) next.Execute($"CREATE INDEX ON {fact.Name} (key)");
        next.Execute($"ANALYZE {string.Join(", ", StarSchema.Tables)}");
    }

    public async Task SwapAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_living);
        await connection.OpenAsync(ct);
        await using var swap = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand($"""
            SELECT pg_advisory_xact_lock({Gate});
            CREATE SCHEMA IF NOT EXISTS {Schema};
            DO $$ DECLARE r record; BEGIN
                FOR r IN SELECT relname, relkind FROM pg_class WHERE relnamespace = '{Schema}'::regnamespace AND relkind IN ('r', 'v') AND relname ~ '^(dim_|fact_|meta$|feed_state$|load_run$)' ORDER BY relkind DESC LOOP
                    EXECUTE format('DROP %s IF EXISTS {Schema}.%I CASCADE', CASE r.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, r.relname);
                END LOOP;
                FOR r IN SELECT relname, relkind FROM pg_class WHERE relnamespace = '{NextSchema}'::regnamespace AND relkind IN ('r', 'v') LOOP
                    EXECUTE format('ALTER %s {NextSchema}.%I SET SCHEMA {Schema}', CASE r.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, r.relname);
                END LOOP;
            END $$;
            DROP SCHEMA {NextSchema}
            """, connection, swap) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(ct);
        await swap.CommitAsync(ct);
    }

    static NpgsqlConnection OpenAt(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 }.ToString());
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

    /// <summary>A declaration in PostgreSQL's words. Codes sort by their bytes, as DuckDB sorts them.</summary>
    internal static string Spoken(string declaration) => Closed().Replace(declaration, "VARCHAR")
        .Replace("VARCHAR", "VARCHAR COLLATE \"C\"", StringComparison.Ordinal).Replace(" DOUBLE", " DOUBLE PRECISION", StringComparison.Ordinal)
        .Replace("CREATE TABLE", "CREATE UNLOGGED TABLE", StringComparison.Ordinal);

    [GeneratedRegex(@"ENUM\([^)]*\)")]
    private static partial Regex Closed();
}
