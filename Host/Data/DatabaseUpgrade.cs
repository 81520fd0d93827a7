using AfterSales.Host.Backup;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AfterSales.Host.Data;

/// <summary>
/// Brings the database to this version of the product, after a backup was made and read back. One stamp tells whether there is anything to do, so that an
/// ordinary start does not wake the migrator. On SQLite a copy is migrated and renamed over the original, on PostgreSQL all steps are one transaction under a
/// lock that hosts share: a crash leaves the old state or the new one.
/// </summary>
internal sealed class DatabaseUpgrade(SchemaMigrator schema, DatabaseOptions database, DataFolder folder, BackupShelf shelf, TimeProvider time, ILogger<DatabaseUpgrade> log)
{
    /// <inheritdoc cref="SchemaMigrator.Stamp"/>
    public string SchemaStamp => schema.Stamp;

    /// <param name="backsUp">False for data that was just taken out of a backup.</param>
    /// <exception cref="NewerDatabase">The data was written by a later version of the product.</exception>
    /// <exception cref="RuleViolation">The backup could not be made; nothing was changed.</exception>
    public Task RunAsync(CancellationToken ct, bool backsUp = true) => database.Provider == DatabaseProvider.Sqlite ? UpgradeFileAsync(backsUp, ct) : UpgradeServerAsync(backsUp, ct);

    async Task UpgradeFileAsync(bool backsUp, CancellationToken ct)
    {
        var exists = File.Exists(folder.Database);
        if (exists && ReadFileStamp() == schema.Stamp) return;
        var next = folder.In("aftersales.next.db");
        foreach (var leftover in new[] { next, next + "-wal", next + "-shm" }) File.Delete(leftover);
        if (exists && (await schema.StepsAsync(database, ct)).Count > 0 && backsUp) await BackUpAsync(ct);
        if (exists) CopyFile(next);
        log.LogInformation("Migrating the database to {Stamp}", schema.Stamp);
        var connection = new SqliteConnectionStringBuilder { DataSource = next, ForeignKeys = true, Pooling = false }.ToString();
        await schema.MigrateAsync(new DatabaseOptions(DatabaseProvider.Sqlite, connection), ct);
        using (var copy = new SqliteConnection(connection))
        {
            copy.Open();
            Execute(copy, "PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE);");
        }
        SqliteConnection.ClearAllPools(); // a connection to the old file would be found again under its name
        foreach (var old in new[] { folder.Database + "-wal", folder.Database + "-shm" }) File.Delete(old);
        File.Move(next, folder.Database, overwrite: true);
    }

    async Task BackUpAsync(CancellationToken ct)
    {
        var name = BackupShelf.UpgradeName(time.Now());
        log.LogInformation("Backing up to {Name} before the upgrade", name);
        await shelf.MakeAsync(name, _ => { }, ct);
        shelf.ThinUpgrades();
    }

    void CopyFile(string next)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Database, Pooling = false }.ToString());
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = next, Pooling = false }.ToString());
        source.Open();
        Execute(source, "PRAGMA wal_checkpoint(TRUNCATE);");
        target.Open();
        source.BackupDatabase(target);
        Execute(target, "DROP TABLE IF EXISTS \"__EFMigrationsLock\";"); // left by a process that was killed while migrating
    }

    async Task UpgradeServerAsync(bool backsUp, CancellationToken ct)
    {
        await Composition.SettingsFile.TryAsync(database, ct);
        await using var asking = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        await asking.OpenAsync(ct);
        if (await StampOfAsync(asking, ct) == schema.Stamp) return;
        await using var turn = await ServerTurn.TakeAsync(database.ConnectionString, "upgrade", ct); // of several hosts one upgrades, the others wait
        if (await StampOfAsync(asking, ct) == schema.Stamp) return;
        if ((await schema.StepsAsync(database, ct)).Count > 0 && backsUp) await BackUpAsync(ct);
        log.LogInformation("Migrating the database to {Stamp}", schema.Stamp);
        await schema.MigrateAsync(database, ct);
    }

    string? ReadFileStamp()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE name = 'schema_stamp'";
        if (command.ExecuteScalar() is null) return null;
        command.CommandText = "SELECT stamp FROM schema_stamp";
        return command.ExecuteScalar() as string;
    }

    static async Task<string?> StampOfAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var there = new NpgsqlCommand("SELECT to_regclass('schema_stamp') IS NOT NULL", connection);
        if (!(bool)(await there.ExecuteScalarAsync(ct))!) return null;
        await using var stamp = new NpgsqlCommand("SELECT stamp FROM schema_stamp", connection);
        return await stamp.ExecuteScalarAsync(ct) as string;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
