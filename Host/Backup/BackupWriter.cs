using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;

namespace AfterSales.Host.Backup;

/// <summary>What a backup holds, counted.</summary>
/// <param name="Rows">Rows by table of the database inside.</param>
/// <param name="Bytes">Size of the backup file.</param>
internal sealed record BackupContents(Manifest Manifest, IReadOnlyDictionary<string, long> Rows, long Bytes);

/// <summary>Where a backup that is being made or checked stands.</summary>
internal enum BackupStage { Copying, Packing, Checking }

/// <summary>Makes one backup of the living data and reads backups back. People go on working meanwhile: the copy is one read transaction.</summary>
internal sealed class BackupWriter(DataFolder folder, DatabaseOptions database, TimeProvider time)
{
    /// <summary>False where the database server makes the backups.</summary>
    public bool IsOurs => database.Provider == DatabaseProvider.Sqlite;

    /// <exception cref="RuleViolation">There is no such folder, too little space, or the data lies in PostgreSQL; nothing was written.</exception>
    public async Task<BackupContents> WriteAsync(string target, Action<BackupStage> tell, CancellationToken ct)
    {
        if (!IsOurs) throw new RuleViolation("Backup.Postgres");
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw new RuleViolation("Backup.NoFolder", Path.GetDirectoryName(target));
        CheckSpace(target, Others().Sum(f => new FileInfo(f.Path) is { Exists: true } there ? there.Length : 0));
        var snapshot = target + ".snapshot";
        try
        {
            tell(BackupStage.Copying);
            await Task.Run(() => Snapshot(folder.Database, snapshot), ct);
            var rows = await Task.Run(() => BackupFile.CountRows(snapshot), ct);
            tell(BackupStage.Packing);
            var manifest = await Task.Run(() => BackupFile.Write(target, Product.Version, time.Now(), [(BackupFile.DatabaseName, snapshot), .. Others()]), ct); // listed after the snapshot: whatever its rows name was on disk before
            return new BackupContents(manifest, rows, new FileInfo(target).Length);
        }
        finally
        {
            foreach (var left in new[] { snapshot, snapshot + "-wal", snapshot + "-shm", target + ".part" }) File.Delete(left);
        }
    }

    /// <summary>Opens a backup, unpacks everything into a folder of its own, checks every digest and the database, and counts.</summary>
    /// <exception cref="RuleViolation">The file is no backup, or was damaged.</exception>
    public static BackupContents Verify(string path, string scratch)
    {
        Directory.CreateDirectory(scratch);
        try
        {
            using var backup = BackupFile.Open(path);
            backup.UnpackTo(scratch);
            return new BackupContents(backup.Manifest, BackupFile.CountRows(Path.Combine(scratch, BackupFile.DatabaseName)), new FileInfo(path).Length);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>Asks before a byte is written: the copy and the packed copy lie beside each other for a while.</summary>
    void CheckSpace(string target, long others)
    {
        var wal = new FileInfo(folder.Database + "-wal");
        var needed = 2 * (new FileInfo(folder.Database).Length + (wal.Exists ? wal.Length : 0) + others);
        if (new DriveInfo(Path.GetDirectoryName(target)!).AvailableFreeSpace < needed) throw new RuleViolation("Backup.NoSpace", needed / 1_000_000);
    }

    static void Snapshot(string database, string to)
    {
        File.Delete(to);
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 60 }.ToString());
        source.Open();
        using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $to"; // one read transaction: the moment of the backup, while people go on working
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
    }

    List<(string Name, string Path)> Others() =>
    [
        .. new[] { folder.Files, folder.Keys }.Where(Directory.Exists).SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
            .Append(folder.In("appsettings.json")).Where(File.Exists)
            .Select(f => (Path.GetRelativePath(folder.Root, f).Replace(Path.DirectorySeparatorChar, '/'), f)),
    ];
}
