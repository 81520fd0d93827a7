using System.Data.Common;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Npgsql;

namespace AfterSales.Host.Copying;

/// <summary>
/// An empty PostgreSQL database that is being filled. Until it is full it carries a mark, so that a filling which was killed leaves nothing that anybody
/// takes for an installation: the next one begins again, and whatever fails leaves the database as empty as it was.
/// </summary>
internal sealed class EmptyPostgres : IAsyncDisposable
{
    const string Mark = "aftersales_copy_unfinished";
    /// <summary>Nobody else fills the same database meanwhile.</summary>
    const long LockKey = 0x41465445525F4350;

    readonly SchemaMigrator _schema;
    readonly NpgsqlConnection _holding;
    bool _full;

    EmptyPostgres(DatabaseOptions database, SchemaMigrator schema, NpgsqlConnection holding) => (Database, _schema, _holding) = (database, schema, holding);

    public DatabaseOptions Database { get; }

    /// <param name="replacesUnused">Takes a database too that has all tables and no company: an installation that nobody has set up.</param>
    /// <exception cref="RuleViolation">It cannot be reached, is not empty, or is being filled by somebody else.</exception>
    public static async Task<EmptyPostgres> TakeAsync(string connection, SchemaMigrator schema, CancellationToken ct, bool replacesUnused = false)
    {
        var database = new DatabaseOptions(DatabaseProvider.Postgres, connection);
        var target = new EmptyPostgres(database, schema, await OpenAsync(connection, ct));
        try
        {
            if (!await target.AskAsync($"SELECT pg_try_advisory_lock({LockKey})", ct)) throw new RuleViolation("Copy.UnderWay");
            if (await target.AskAsync($"SELECT to_regclass('public.{Mark}') IS NOT NULL", ct)) await target.EmptyAsync();
            if (replacesUnused && await target.AskAsync("SELECT to_regclass('host.company') IS NOT NULL", ct) && await target.AskAsync("SELECT NOT EXISTS (SELECT 1 FROM host.company)", ct)) await target.EmptyAsync();
            if (await target.AskAsync("SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%')", ct))
                throw new RuleViolation("Copy.NotEmpty", target._holding.Database);
        }
        catch
        {
            await target._holding.DisposeAsync();
            throw;
        }
        try
        {
            await target.ExecuteAsync($"CREATE TABLE public.{Mark} (at timestamptz NOT NULL DEFAULT now())", ct);
            await schema.MigrateAsync(database, ct);
            return target;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    static async Task<NpgsqlConnection> OpenAsync(string connection, CancellationToken ct)
    {
        NpgsqlConnection? open = null;
        try
        {
            open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ToString()); // the lock ends with it
            await open.OpenAsync(ct);
            return open;
        }
        catch (Exception refused) when (refused is DbException or ArgumentException or FormatException or System.Net.Sockets.SocketException)
        {
            if (open is not null) await open.DisposeAsync();
            throw new RuleViolation("Copy.Unreachable", refused.GetBaseException().Message);
        }
    }

    /// <summary>Copies a SQLite file into it, in one transaction.</summary>
    public async Task<IReadOnlyList<TableTally>> FillAsync(string file, TableCopy copy, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var write = await connection.BeginTransactionAsync(ct);
        var told = await copy.ToPostgresAsync(file, write, ct);
        await write.CommitAsync(ct);
        return told;
    }

    /// <summary>From here on it is an installation.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        await ExecuteAsync("ANALYZE", ct); // what the server knows of the tables is still that they are empty
        await ExecuteAsync($"DROP TABLE public.{Mark}", ct);
        _full = true;
    }

    async Task EmptyAsync()
    {
        foreach (var schema in _schema.Modules.Select(m => m.Schema).Append("reporting").Distinct()) await ExecuteAsync($"DROP SCHEMA IF EXISTS \"{schema}\" CASCADE", CancellationToken.None);
        await ExecuteAsync($"DROP TABLE IF EXISTS public.schema_stamp; DROP TABLE IF EXISTS public.{Mark}", CancellationToken.None);
    }

    async Task<bool> AskAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _holding);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _holding) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_full) await EmptyAsync();
        }
        finally
        {
            await _holding.DisposeAsync();
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Database.ConnectionString));
        }
    }
}
