using System.Security.Cryptography;
using AfterSales.Kernel.Data;
using Npgsql;

namespace AfterSales.Host.Hosts;

/// <summary>
/// This host among others on one PostgreSQL. A connection of its own, open as long as the host lives, holds a lock that stands for it, and hears which tables
/// anybody changed. However a host ends, the server ends its connection and lets the lock go: who is there is told by the server, and no clock is compared.
/// Alone on a SQLite file there is nothing to hold and nobody to hear.
/// </summary>
internal sealed class HostPresence(DatabaseOptions database, IEnumerable<IKeptInMemory> memories, ILogger<HostPresence> log) : BackgroundService
{
    const string Channel = "aftersales";
    /// <summary>Marks locks that stand for hosts among the server's advisory locks.</summary>
    const int Mark = 4711002;
    static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(2);

    NpgsqlConnection? _connection;

    /// <summary>Names this run of the host; null where it is alone on a SQLite file.</summary>
    public int? Number { get; } = database.Provider == DatabaseProvider.Postgres ? RandomNumberGenerator.GetInt32(1, int.MaxValue) : null;

    /// <summary>Numbers of the hosts that are there, this one among them.</summary>
    public async Task<IReadOnlySet<int>> PresentAsync(CancellationToken ct)
    {
        if (Number is not { } mine) return new HashSet<int>();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var ask = new NpgsqlCommand("SELECT objid::bigint::int FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $1::bigint::oid AND objsubid = 2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", connection)
            { Parameters = { new() { Value = (long)Mark } } };
        HashSet<int> present = [mine];
        await using var rows = await ask.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) present.Add(rows.GetInt32(0));
        return present;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Number is null) return;
        await TellOfChangesAsync(cancellationToken);
        await AppearAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (_connection is null) await AppearAsync(stoppingToken);
                while (true) await _connection!.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost)
            {
                log.LogWarning(lost, "The connection that stands for this host is lost; making it anew");
                await VanishAsync();
                await Task.Delay(BeforeTryingAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await VanishAsync();
    }

    async Task AppearAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 10, ApplicationName = "aftersales host" }.ToString());
        try
        {
            connection.Notification += (_, told) => Forget(told.Payload);
            await connection.OpenAsync(ct);
            // A host whose power went says no goodbye: the server is to notice within half a minute.
            await RunAsync(connection, $"SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; LISTEN {Channel}; SELECT pg_advisory_lock({Mark}, {Number})", ct);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        _connection = connection;
        Forget(null); // what changed while nobody listened
    }

    async Task VanishAsync()
    {
        if (_connection is { } connection) await connection.DisposeAsync();
        _connection = null;
    }

    void Forget(string? table)
    {
        foreach (var memory in memories.Where(m => table is null || m.Tables.Contains(table))) memory.Forget();
    }

    /// <summary>Has the database itself tell every change of a table that is kept in memory, by whatever program it is made.</summary>
    async Task TellOfChangesAsync(CancellationToken ct)
    {
        await using var turn = await ServerTurn.TakeAsync(database.ConnectionString, "tell hosts", ct);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await RunAsync(connection, $"""
            CREATE OR REPLACE FUNCTION host.tell_hosts() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_notify('{Channel}', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME); RETURN NULL; END $$
            """, ct);
        foreach (var table in memories.SelectMany(m => m.Tables).Distinct())
            await RunAsync(connection, $"""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'tell_hosts' AND tgrelid = '{table}'::regclass) THEN
                        CREATE TRIGGER tell_hosts AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION host.tell_hosts();
                    END IF;
                END $$
                """, ct);
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
