using System.CommandLine;
using AfterSales.Host.CommandLine;
using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using Microsoft.Data.Sqlite;

namespace AfterSales.Host.Backup;

/// <summary><c>backup FILE</c>, <c>verify FILE</c>, <c>restore FILE --data EMPTY_DIR</c>.</summary>
internal sealed class BackupVerbs
{
    readonly Argument<string> _file = new("FILE") { Description = "The backup file." };

    public static IEnumerable<Command> All(VerbRunner verbs) => new BackupVerbs().Build(verbs);

    Command[] Build(VerbRunner verbs)
    {
        Command backup = new("backup", "One file with database, documents and keys, consistent while the server runs.") { _file };
        verbs(backup, BackupAsync);
        Command verify = new("verify", "Check every byte of a backup, its database and its counts.") { _file };
        verify.SetAction(parse => Verify(parse));
        Command restore = new("restore", "Restore a backup into an empty folder (--data).") { _file };
        restore.SetAction(RestoreAsync);
        return [backup, verify, restore];
    }

    async Task<int> BackupAsync(ParseResult parse, VerbContext verb)
    {
        var target = verb.FullPath(parse.GetValue(_file)!);
        var made = await verb.Services.GetRequiredService<BackupWriter>().WriteAsync(target, _ => { }, verb.Cancel);
        using (BackupFile.Open(target)) { } // counts only when it can be read back
        return Tell(verb.Json, verb.Out, made);
    }

    static int Tell(bool json, TextWriter output, BackupContents of)
    {
        var manifest = of.Manifest;
        if (json) output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = true, version = manifest.Version, createdAt = manifest.CreatedAt, files = manifest.Files.Count, bytes = of.Bytes, rows = of.Rows }, VerbJson.Options));
        else output.WriteLine(AfterSalesModules.Texts["Backup.Done", manifest.Files.Count, of.Rows.Values.Sum(), of.Bytes / 1_000]);
        return ExitCode.Done;
    }

    int Verify(ParseResult parse)
    {
        try
        {
            return Tell(RootVerbs.Json(parse), parse.InvocationConfiguration.Output, BackupWriter.Verify(Path.GetFullPath(parse.GetValue(_file)!), Directory.CreateTempSubdirectory("aftersales-verify-").FullName));
        }
        catch (RuleViolation damaged)
        {
            if (RootVerbs.Json(parse)) parse.InvocationConfiguration.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = false, problem = AfterSalesModules.Texts.Of(damaged) }, VerbJson.Options));
            parse.InvocationConfiguration.Error.WriteLine(AfterSalesModules.Texts.Of(damaged));
            return ExitCode.Failed;
        }
    }

    async Task<int> RestoreAsync(ParseResult parse, CancellationToken ct)
    {
        var folder = Verbs.DataFolderOf(parse);
        if (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any()) throw new RuleViolation("Backup.NotEmpty", folder.Root);
        var beside = folder.Root.TrimEnd(Path.DirectorySeparatorChar) + ".restoring";
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        try
        {
            using var backup = BackupFile.Open(Path.GetFullPath(parse.GetValue(_file)!));
            backup.UnpackTo(beside);
            var rows = BackupFile.CountRows(Path.Combine(beside, BackupFile.DatabaseName));
            await using (var services = AfterSalesHost.BuildServices(new DataFolder(beside)))
            {
                await services.GetRequiredService<Data.DatabaseUpgrade>().RunAsync(ct); // refuses data of a newer version
                await RunAfterwardsAsync(services, new RestoredBackup(Path.GetFullPath(parse.GetValue(_file)!), backup.Manifest.CreatedAt, backup.Manifest.Version), ct);
                await RebuildAsync(services, ct);
            }
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(folder.Root)) Directory.Delete(folder.Root);
            Directory.Move(beside, folder.Root);
            return Tell(RootVerbs.Json(parse), parse.InvocationConfiguration.Output, new BackupContents(backup.Manifest, rows, new FileInfo(parse.GetValue(_file)!).Length));
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    static async Task RunAfterwardsAsync(IServiceProvider services, RestoredBackup from, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var after in scope.ServiceProvider.GetServices<IAfterRestore>()) await after.RunAsync(from, ct);
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
