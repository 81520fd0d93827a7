using AfterSales.Host.Composition;
using AfterSales.Host.Copying;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AfterSales.Host.Backup;

/// <summary>What a backup holds, counted.</summary>
/// <param name="Rows">Rows by table of the database inside.</param>
/// <param name="Bytes">Size of the backup file.</param>
/// <param name="IsEncrypted">Whether a password is needed to read it.</param>
internal sealed record BackupContents(Manifest Manifest, IReadOnlyDictionary<string, long> Rows, long Bytes, bool IsEncrypted);

/// <summary>Where a backup that is being made or checked stands.</summary>
internal enum BackupStage { Copying, Packing, Checking }

/// <summary>
/// Makes one backup of the living data and reads backups back. People go on working meanwhile: the copy is one read transaction, on either database, and
/// always a SQLite file. One backup at a time.
/// </summary>
internal sealed class BackupWriter(DataFolder folder, DatabaseOptions database, SchemaMigrator schema, BackupPassword password, TimeProvider time) : IDisposable
{
    readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The copy of the database in the clear, which never lies beside a backup on somebody's stick.</summary>
    string Snapshot => folder.In("backup-snapshot.db");

    /// <param name="under">The password to encrypt under; null for the installation's own, if it has one.</param>
    /// <exception cref="RuleViolation">There is no such folder, or too little space; nothing was written.</exception>
    public async Task<BackupContents> WriteAsync(string target, string? under, Action<BackupStage> tell, CancellationToken ct)
    {
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw new RuleViolation("Backup.NoFolder", Path.GetDirectoryName(target));
        await _one.WaitAsync(ct);
        try
        {
            Sweep();
            under ??= password.Read();
            CheckSpace(target, await DatabaseBytesAsync(ct), Others().Sum(f => new FileInfo(f.Path) is { Exists: true } there ? there.Length : 0));
            tell(BackupStage.Copying);
            await Task.Run(() => CopyDatabaseAsync(ct), ct);
            var rows = await Task.Run(() => BackupFile.CountRows(Snapshot), ct);
            tell(BackupStage.Packing);
            var manifest = await Task.Run(() => BackupFile.Write(target, Product.Version, time.Now(), [(BackupFile.DatabaseName, Snapshot), .. Others()], under), ct); // listed after the snapshot: whatever its rows name was on disk before
            return new BackupContents(manifest, rows, new FileInfo(target).Length, under is not null);
        }
        finally
        {
            Sweep();
            File.Delete(target + ".part");
            _one.Release();
        }
    }

    void Sweep()
    {
        foreach (var left in new[] { Snapshot, Snapshot + "-wal", Snapshot + "-shm", Snapshot + "-journal" }) File.Delete(left);
    }

    /// <summary>Opens a backup, checks every digest and the database inside, and counts.</summary>
    /// <param name="scratch">A folder for the database; made, and deleted.</param>
    /// <exception cref="RuleViolation">The file is no backup, was damaged, or has another password.</exception>
    public static BackupContents Verify(string path, string? password, string scratch)
    {
        Directory.CreateDirectory(scratch);
        try
        {
            using var backup = BackupFile.Open(path, password);
            backup.CheckIn(scratch);
            return new BackupContents(backup.Manifest, BackupFile.CountRows(Path.Combine(scratch, BackupFile.DatabaseName)), new FileInfo(path).Length, backup.IsEncrypted);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>Asks before a byte is written: the copy of the database, the packed copy, and the database again when it is read back.</summary>
    void CheckSpace(string target, long databaseBytes, long others)
    {
        var (beside, packed) = (2 * databaseBytes, databaseBytes + others);
        var (here, there) = (new DriveInfo(folder.Root), new DriveInfo(Path.GetDirectoryName(target)!));
        if (here.Name == there.Name) packed += beside;
        else if (here.AvailableFreeSpace < beside) throw new RuleViolation("Backup.NoSpace", beside / 1_000_000);
        if (there.AvailableFreeSpace < packed) throw new RuleViolation("Backup.NoSpace", packed / 1_000_000);
    }

    async Task<long> DatabaseBytesAsync(CancellationToken ct)
    {
        if (database.Provider == DatabaseProvider.Sqlite) return new[] { folder.Database, folder.Database + "-wal" }.Select(f => new FileInfo(f)).Where(f => f.Exists).Sum(f => f.Length);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var size = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        return (long)(await size.ExecuteScalarAsync(ct))!;
    }

    async Task CopyDatabaseAsync(CancellationToken ct)
    {
        if (database.Provider == DatabaseProvider.Postgres)
        {
            await CopyServerAsync(ct);
            return;
        }
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Database, Pooling = false, DefaultTimeout = 60 }.ToString());
        source.Open();
        using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $to"; // one read transaction: the moment of the backup, while people go on working
        command.Parameters.AddWithValue("$to", Snapshot);
        command.ExecuteNonQuery();
    }

    /// <summary>The server may still have the tables of an earlier version: the backup before an upgrade holds them as they are.</summary>
    async Task CopyServerAsync(CancellationToken ct)
    {
        var steps = await schema.StepsAsync(database, ct);
        await schema.CreateAsync(new DatabaseOptions(DatabaseProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = Snapshot, Pooling = false }.ToString()), steps, ct);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await new TableCopy(CopiedTable.Of(schema.Modules, steps), (_, _) => { }).ToSqliteAsync(moment, Snapshot, ct);
    }

    List<(string Name, string Path)> Others() =>
    [
        .. new[] { folder.Files, folder.Keys }.Where(Directory.Exists).SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
            .Append(folder.In("appsettings.json")).Where(File.Exists)
            .Select(f => (Path.GetRelativePath(f.StartsWith(folder.Files + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? folder.Shared : folder.Root, f).Replace(Path.DirectorySeparatorChar, '/'), f)),
    ];

    public void Dispose() => _one.Dispose();
}
