using System.Data.Common;
using AfterSales.Kernel;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AfterSales.Host.Copying;

/// <summary>
/// Copies tables from one database to the other: read from one moment of the source, streamed, written in one transaction of the target, then read back from
/// the target and compared value by value. The rows travel as SQLite stores them.
/// </summary>
internal sealed class TableCopy(IReadOnlyList<CopiedTable> tables, Action<CopiedTable, long> tell)
{
    /// <summary>PostgreSQL remembers every row of a statement until its references are checked: no statement is longer than this.</summary>
    const int RowsOfStatement = 200_000;
    const int RowsBetweenTelling = 10_000;

    static readonly Dictionary<Type, Func<DbDataReader, int, object>> Reading = new()
    {
        [typeof(long)] = (r, i) => r.GetInt64(i),
        [typeof(int)] = (r, i) => r.GetInt32(i),
        [typeof(bool)] = (r, i) => r.GetBoolean(i),
        [typeof(double)] = (r, i) => r.GetDouble(i),
        [typeof(decimal)] = (r, i) => r.GetDecimal(i),
        [typeof(string)] = (r, i) => r.GetString(i),
        [typeof(byte[])] = (r, i) => r.GetFieldValue<byte[]>(i),
        [typeof(Guid)] = (r, i) => r.GetGuid(i).ToByteArray(bigEndian: true),
        [typeof(DateTime)] = (r, i) => DateTime.SpecifyKind(r.GetDateTime(i), DateTimeKind.Utc),
        [typeof(DateTimeOffset)] = (r, i) => r.GetFieldValue<DateTimeOffset>(i).ToUniversalTime(),
        [typeof(DateOnly)] = (r, i) => r.GetFieldValue<DateOnly>(i),
    };

    /// <summary>From a file that people may go on writing to.</summary>
    /// <param name="into">An open transaction; the tables are emptied first, and the caller commits.</param>
    /// <exception cref="RuleViolation">What came out of the target is not what went in.</exception>
    public async Task<IReadOnlyList<TableTally>> ToPostgresAsync(string file, NpgsqlTransaction into, CancellationToken ct)
    {
        await using var source = OpenSqlite(file, SqliteOpenMode.ReadWrite); // a reader of a file in WAL writes its index
        await using var moment = source.BeginTransaction(deferred: true); // nobody waits for it
        await EmptyAsync(into.Connection!, ct);
        List<TableTally> told = [];
        foreach (var table in tables)
        {
            var sent = await SendAsync(table, source, into.Connection!, ct);
            told.Add(Compare(sent, await TallyAsync(table, into.Connection!, table.SelectFromPostgres, c => c.Postgres, ct)));
        }
        await CarryCountersAsync(source, into.Connection!, ct);
        return told;
    }

    /// <summary>Migrations leave rows of their own. Only those tables are emptied: the audit log, where they leave none, lets nobody empty it.</summary>
    async Task EmptyAsync(NpgsqlConnection target, CancellationToken ct)
    {
        List<string> full = [];
        foreach (var table in tables)
        {
            await using var asks = Reads(target, $"SELECT EXISTS (SELECT 1 FROM {table.QuotedPostgres})");
            if (await asks.ExecuteScalarAsync(ct) is true) full.Add(table.QuotedPostgres);
        }
        if (full.Count > 0) await ExecuteAsync(target, $"TRUNCATE {string.Join(", ", full)} CASCADE", ct);
    }

    /// <summary>From one moment of a server that people may go on writing to.</summary>
    /// <param name="file">An empty database of the same schema.</param>
    /// <inheritdoc cref="ToPostgresAsync" path="/exception"/>
    public async Task<IReadOnlyList<TableTally>> ToSqliteAsync(NpgsqlTransaction moment, string file, CancellationToken ct)
    {
        await using var target = OpenSqlite(file, SqliteOpenMode.ReadWrite);
        Execute(target, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;"); // whoever wants the file checks it whole, and a broken one is made anew
        await using var write = target.BeginTransaction();
        List<TableTally> told = [];
        foreach (var table in tables)
        {
            Execute(target, $"DELETE FROM {table.QuotedSqlite}"); // migrations leave rows of their own
            var sent = await FetchAsync(table, moment.Connection!, target, ct);
            told.Add(Compare(sent, await TallyAsync(table, target, table.SelectFromSqlite, c => c.Sqlite, ct)));
        }
        await CarryCountersAsync(moment.Connection!, target, ct);
        await write.CommitAsync(ct);
        return told;
    }

    /// <summary>What a SQLite file holds.</summary>
    public async Task<IReadOnlyList<TableTally>> TallyAsync(string file, CancellationToken ct)
    {
        await using var source = OpenSqlite(file, SqliteOpenMode.ReadWrite);
        await using var moment = source.BeginTransaction(deferred: true);
        List<TableTally> told = [];
        foreach (var table in tables) told.Add(await TallyAsync(table, source, table.SelectFromSqlite, c => c.Sqlite, ct));
        return told;
    }

    /// <summary>What a server holds.</summary>
    public async Task<IReadOnlyList<TableTally>> TallyAsync(NpgsqlTransaction moment, CancellationToken ct)
    {
        List<TableTally> told = [];
        foreach (var table in tables) told.Add(await TallyAsync(table, moment.Connection!, table.SelectFromPostgres, c => c.Postgres, ct));
        return told;
    }

    static TableTally Compare(TableTally sent, TableTally arrived) => sent.IsEqual(arrived) ? sent : throw new RuleViolation("Copy.Different", sent.Table, sent.Rows, arrived.Rows);

    async Task<TableTally> SendAsync(CopiedTable table, SqliteConnection source, NpgsqlConnection target, CancellationToken ct)
    {
        using var teller = new TableTeller(table);
        await using var select = Reads(source, table.SelectFromSqlite);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var (row, rows, more) = (new object?[table.Columns.Count], 0L, true);
        while (more)
        {
            await using var copy = await target.BeginBinaryImportAsync(table.CopyToPostgres, ct);
            for (var inStatement = 0; (table.Refers || inStatement < RowsOfStatement) && (more = await reader.ReadAsync(ct)); inStatement++)
            {
                Take(reader, table, c => c.Sqlite, row);
                teller.Add(row);
                await copy.StartRowAsync(ct);
                for (var i = 0; i < row.Length; i++)
                {
                    var (value, column) = (row[i], table.Columns[i]);
                    if (value is null) await copy.WriteNullAsync(ct);
                    else await copy.WriteAsync(column.Postgres == typeof(Guid) ? new Guid((byte[])value, bigEndian: true) : value, column.PostgresType, ct);
                }
                if (++rows % RowsBetweenTelling == 0) tell(table, rows);
            }
            await copy.CompleteAsync(ct);
        }
        tell(table, rows);
        return teller.Told();
    }

    async Task<TableTally> FetchAsync(CopiedTable table, NpgsqlConnection source, SqliteConnection target, CancellationToken ct)
    {
        using var teller = new TableTeller(table);
        await using var select = Reads(source, table.SelectFromPostgres);
        await using var reader = await select.ExecuteReaderAsync(ct);
        await using var insert = target.CreateCommand();
        insert.CommandText = table.InsertIntoSqlite;
        var cells = table.Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter("$p" + i, null))).ToList();
        var (row, rows) = (new object?[table.Columns.Count], 0L);
        while (await reader.ReadAsync(ct))
        {
            Take(reader, table, c => c.Postgres, row);
            teller.Add(row);
            for (var i = 0; i < row.Length; i++) cells[i].Value = row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
            if (++rows % RowsBetweenTelling == 0) tell(table, rows);
        }
        tell(table, rows);
        return teller.Told();
    }

    static async Task<TableTally> TallyAsync(CopiedTable table, DbConnection connection, string sql, Func<CopiedColumn, Type> stored, CancellationToken ct)
    {
        using var teller = new TableTeller(table);
        await using var select = Reads(connection, sql);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var row = new object?[table.Columns.Count];
        while (await reader.ReadAsync(ct))
        {
            Take(reader, table, stored, row);
            teller.Add(row);
        }
        return teller.Told();
    }

    static void Take(DbDataReader reader, CopiedTable table, Func<CopiedColumn, Type> stored, object?[] row)
    {
        for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : Reading[stored(table.Columns[i])](reader, i);
    }

    /// <summary>Numbers once given are not given again, even where their rows are gone.</summary>
    async Task CarryCountersAsync(SqliteConnection source, NpgsqlConnection target, CancellationToken ct)
    {
        var last = await CountersAsync(source, ct);
        foreach (var (table, _, counter) in await SequencesAsync(target, ct))
            if (last.TryGetValue(table.Sqlite, out var given) && given > 0) await ExecuteAsync(target, $"SELECT setval('{counter}', {given})", ct);
    }

    /// <inheritdoc cref="CarryCountersAsync(SqliteConnection, NpgsqlConnection, CancellationToken)"/>
    async Task CarryCountersAsync(NpgsqlConnection source, SqliteConnection target, CancellationToken ct)
    {
        var there = await CountersAsync(target, ct);
        foreach (var (table, last, _) in await SequencesAsync(source, ct))
            if (last > 0) Execute(target, there.ContainsKey(table.Sqlite) ? $"UPDATE sqlite_sequence SET seq = max(seq, {last}) WHERE name = '{table.Sqlite}'" : $"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table.Sqlite}', {last})");
    }

    static async Task<Dictionary<string, long>> CountersAsync(SqliteConnection connection, CancellationToken ct)
    {
        Dictionary<string, long> last = [];
        await using var select = Reads(connection, "SELECT name, seq FROM sqlite_sequence");
        await using var reader = await select.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) last[reader.GetString(0)] = reader.GetInt64(1);
        return last;
    }

    /// <summary>The counters behind identity columns, with the last number each gave; names come from the server's own catalogue.</summary>
    async Task<List<(CopiedTable Table, long Last, string Counter)>> SequencesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var known = tables.ToDictionary(t => t.Name);
        List<(CopiedTable, long, string)> sequences = [];
        await using var select = Reads(connection, """
            SELECT n.nspname || '.' || c.relname, coalesce(pg_sequence_last_value(s.oid), 0), quote_ident(sn.nspname) || '.' || quote_ident(s.relname)
            FROM pg_class s JOIN pg_namespace sn ON sn.oid = s.relnamespace JOIN pg_depend d ON d.objid = s.oid AND d.deptype = 'i' AND d.classid = 'pg_class'::regclass
            JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE s.relkind = 'S'
            """);
        await using var reader = await select.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            if (known.TryGetValue(reader.GetString(0), out var table)) sequences.Add((table, reader.GetInt64(1), reader.GetString(2)));
        return sequences;
    }

    static SqliteConnection OpenSqlite(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ToString());
        connection.Open();
        return connection;
    }

    static DbCommand Reads(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        return command;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
