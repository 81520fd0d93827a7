using System.CommandLine;
using AfterSales.Host.CommandLine;
using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using Microsoft.Data.Sqlite;

namespace AfterSales.Host.Backup;

/// <summary><c>backup FILE</c>, <c>verify FILE</c>, <c>restore FILE --data EMPTY_DIR</c>.</summary>
internal static class BackupVerbs
{
    static readonly Argument<string> File = new("FILE") { Description = "The backup file." };

    public static IEnumerable<Command> All(VerbRunner verbs)
    {
        Command backup = new("backup", "One file with database, documents and keys, consistent while the server runs.") { File };
        verbs(backup, BackupAsync);
        Command verify = new("verify", "Check every byte of a backup, its database and its counts.") { File };
        verify.SetAction(parse => Verify(parse));
        Command restore = new("restore", "Restore a backup into an empty folder (--data).") { File };
        restore.SetAction(RestoreAsync);
        return [backup, verify, restore];
    }

    static async Task<int> BackupAsync(ParseResult parse, VerbContext verb)
    {
        if (verb.Services.GetRequiredService<DatabaseOptions>().Provider != DatabaseProvider.Sqlite) throw new RuleViolation("Backup.Postgres");
        var (target, folder) = (verb.FullPath(parse.GetValue(File)!), verb.Services.GetRequiredService<DataFolder>());
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw new RuleViolation("Backup.NoFolder", Path.GetDirectoryName(target));
        var others = FilesOf(folder);
        var needed = new FileInfo(folder.Database).Length + others.Sum(f => new FileInfo(f.Path).Length);
        if (new DriveInfo(Path.GetDirectoryName(target)!).AvailableFreeSpace < needed * 2) throw new RuleViolation("Backup.NoSpace", needed * 2 / 1_000_000);
        var snapshot = target + ".snapshot";
        try
        {
            await Task.Run(() => Snapshot(folder.Database, snapshot), verb.Cancel);
            var rows = BackupFile.CountRows(snapshot);
            var manifest = await Task.Run(() => BackupFile.Write(target, Product.Version, verb.Services.GetRequiredService<TimeProvider>().Now(), [(BackupFile.DatabaseName, snapshot), .. others]), verb.Cancel);
            using (BackupFile.Open(target)) { } // counts only when it can be read back
            return Tell(verb.Json, verb.Out, manifest, rows, new FileInfo(target).Length);
        }
        finally
        {
            foreach (var left in new[] { snapshot, snapshot + "-wal", snapshot + "-shm", target + ".part" }) System.IO.File.Delete(left);
        }
    }

    static int Tell(bool json, TextWriter output, Manifest manifest, IReadOnlyDictionary<string, long> rows, long bytes)
    {
        if (json) output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = true, version = manifest.Version, createdAt = manifest.CreatedAt, files = manifest.Files.Count, bytes, rows }, VerbJson.Options));
        else output.WriteLine(AfterSalesModules.Texts["Backup.Done", manifest.Files.Count, rows.Values.Sum(), bytes / 1_000]);
        return ExitCode.Done;
    }

    static void Snapshot(string database, string to)
    {
        System.IO.File.Delete(to);
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 60 }.ToString());
        source.Open();
        using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $to"; // one read transaction: the moment of the backup, while people go on working
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
    }

    static List<(string Name, string Path)> FilesOf(DataFolder folder) =>
    [
        .. new[] { folder.Files, folder.Keys }.Where(Directory.Exists).SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
            .Append(folder.In("appsettings.json")).Where(System.IO.File.Exists)
            .Select(f => (Path.GetRelativePath(folder.Root, f).Replace(Path.DirectorySeparatorChar, '/'), f)),
    ];

    static int Verify(ParseResult parse)
    {
        var temporary = Directory.CreateTempSubdirectory("aftersales-verify-");
        try
        {
            using var backup = BackupFile.Open(Path.GetFullPath(parse.GetValue(File)!));
            backup.UnpackTo(temporary.FullName);
            var rows = BackupFile.CountRows(Path.Combine(temporary.FullName, BackupFile.DatabaseName));
            return Tell(parse.GetValue(RootVerbs.Json), parse.InvocationConfiguration.Output, backup.Manifest, rows, new FileInfo(parse.GetValue(File)!).Length);
        }
        catch (RuleViolation damaged)
        {
            if (parse.GetValue(RootVerbs.Json)) parse.InvocationConfiguration.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = false, problem = AfterSalesModules.Texts.Of(damaged) }, VerbJson.Options));
            parse.InvocationConfiguration.Error.WriteLine(AfterSalesModules.Texts.Of(damaged));
            return ExitCode.Failed;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    static async Task<int> RestoreAsync(ParseResult parse, CancellationToken ct)
    {
        var folder = Verbs.DataFolderOf(parse);
        if (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any()) throw new RuleViolation("Backup.NotEmpty", folder.Root);
        var beside = folder.Root.TrimEnd(Path.DirectorySeparatorChar) + ".restoring";
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        try
        {
            using var backup = BackupFile.Open(Path.GetFullPath(parse.GetValue(File)!));
            backup.UnpackTo(beside);
            var rows = BackupFile.CountRows(Path.Combine(beside, BackupFile.DatabaseName));
            await using (var services = AfterSalesHost.BuildServices(new DataFolder(beside)))
            {
                await services.GetRequiredService<Data.DatabaseUpgrade>().RunAsync(ct); // refuses data of a newer version
                await RebuildAsync(services, ct);
            }
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(folder.Root)) Directory.Delete(folder.Root);
            Directory.Move(beside, folder.Root);
            return Tell(parse.GetValue(RootVerbs.Json), parse.InvocationConfiguration.Output, backup.Manifest, rows, new FileInfo(parse.GetValue(File)!).Length);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>The warehouse is not in the backup: its jobs fill it from the restored database.</summary>
    internal static async Task RebuildAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var now = services.GetRequiredService<TimeProvider>().Now();
        foreach (var job in services.GetServices<IModule>().SelectMany(m => m.Jobs).Where(j => j.Name == "reporting.load-warehouse"))
            await ((IJobStep)scope.ServiceProvider.GetRequiredService(job.Step)).RunAsync(now, ct);
    }
}
