using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AfterSales.Host.Data;

/// <summary>
/// Brings the database to this version of the product. One stamp tells whether there is anything to do, so that an ordinary start does
/// not wake the migrator. On SQLite a copy is migrated and renamed over the original: a crash leaves the old state or the new one.
/// </summary>
internal sealed class DatabaseUpgrade(IEnumerable<ModuleDatabase> modules, DatabaseOptions database, DataFolder folder, ILogger<DatabaseUpgrade> log)
{
    readonly IReadOnlyList<ModuleDatabase> _modules = [.. modules.OrderBy(m => m.Schema, StringComparer.Ordinal)];

    /// <summary>Names the schema that this executable works with; the database carries the same one once it was upgraded.</summary>
    public string SchemaStamp => field ??= Stamp();

    /// <exception cref="NewerDatabase">The data was written by a later version of the product.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var stamp = SchemaStamp;
        if (database.Provider == DatabaseProvider.Sqlite) await UpgradeFileAsync(stamp, ct);
        else await UpgradeServerAsync(stamp, ct);
    }

    async Task UpgradeFileAsync(string stamp, CancellationToken ct)
    {
        var exists = File.Exists(folder.Database);
        if (exists && ReadFileStamp() == stamp) return;
        var next = folder.In("aftersales.next.db");
        foreach (var leftover in new[] { next, next + "-wal", next + "-shm" }) File.Delete(leftover);
        if (exists) CopyFile(next);
        log.LogInformation("Migrating the database to {Stamp}", stamp);
        var connection = new SqliteConnectionStringBuilder { DataSource = next, ForeignKeys = true, Pooling = false }.ToString();
        await MigrateAsync(connection, stamp, ct);
        using (var copy = new SqliteConnection(connection))
        {
            copy.Open();
            Execute(copy, "PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE);");
        }
        if (exists)
        {
            Directory.CreateDirectory(folder.Backups);
            File.Copy(folder.Database, Path.Combine(folder.Backups, "before-upgrade.db"), overwrite: true);
            foreach (var old in new[] { folder.Database + "-wal", folder.Database + "-shm" }) File.Delete(old);
        }
        File.Move(next, folder.Database, overwrite: true);
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

    async Task UpgradeServerAsync(string stamp, CancellationToken ct)
    {
        await Composition.SettingsFile.TryAsync(database, ct);
        await using var first = _modules[0].OpenAt(database.ConnectionString);
        if (await ReadServerStampAsync(first, ct) == stamp) return;
        await MigrateAsync(database.ConnectionString, stamp, ct);
    }

    async Task MigrateAsync(string connection, string stamp, CancellationToken ct)
    {
        foreach (var module in _modules)
        {
            await using var context = module.OpenAt(connection);
            var known = context.Database.GetMigrations().ToHashSet();
            if ((await AppliedAsync(context, ct)).FirstOrDefault(m => !known.Contains(m)) is { } newer) throw new NewerDatabase(module.Schema, newer);
            await context.Database.MigrateAsync(ct);
        }
        await using var host = _modules[0].OpenAt(connection);
        await host.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS schema_stamp (stamp text NOT NULL)", ct);
        await host.Database.ExecuteSqlRawAsync("DELETE FROM schema_stamp", ct);
        await host.Database.ExecuteSqlAsync($"INSERT INTO schema_stamp (stamp) VALUES ({stamp})", ct);
    }

    static async Task<IEnumerable<string>> AppliedAsync(ModuleDbContext context, CancellationToken ct) =>
        await context.Database.CanConnectAsync(ct) ? await context.Database.GetAppliedMigrationsAsync(ct) : [];

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

    static async Task<string?> ReadServerStampAsync(ModuleDbContext context, CancellationToken ct)
    {
        if (!await context.Database.CanConnectAsync(ct)) return null;
        var there = await context.Database.SqlQueryRaw<bool>("SELECT to_regclass('schema_stamp') IS NOT NULL AS \"Value\"").ToListAsync(ct);
        return there[0] ? (await context.Database.SqlQueryRaw<string>("SELECT stamp AS \"Value\" FROM schema_stamp").ToListAsync(ct)).FirstOrDefault() : null;
    }

    /// <summary>Hash over the ids of all migrations that this executable carries; read from the assemblies, without building a model.</summary>
    string Stamp()
    {
        var ids = _modules.Select(m => m.ContextType.Assembly).Distinct().SelectMany(a => a.GetTypes())
            .Select(t => t.GetCustomAttributes(typeof(MigrationAttribute), false).Cast<MigrationAttribute>().FirstOrDefault()?.Id)
            .Where(id => id is not null).Distinct().Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))))[..16];
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>The data folder belongs to a later version of the product; this one must not touch it.</summary>
internal sealed class NewerDatabase(string schema, string migration)
    : Exception($"The data was written by a newer version (schema {schema} has {migration}). Install that version or a later one; nothing was changed.");
