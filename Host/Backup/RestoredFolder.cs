using System.Text.Json;
using System.Text.Json.Nodes;
using AfterSales.Host.Composition;
using AfterSales.Host.Copying;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AfterSales.Host.Backup;

/// <summary>Where a restore stands.</summary>
internal enum RestoreStage { Unpacking, Upgrading, Copying, Counting }

/// <summary>
/// Makes a whole data folder out of a backup, in a folder that nobody uses yet: unpacked and checked, brought to this version, what must be done again done
/// again, the database moved to PostgreSQL where that was asked for, the warehouse rebuilt. Whoever calls puts it in place, or throws it away.
/// </summary>
internal sealed class RestoredFolder(DataFolder folder, Action<RestoreStage> tell, TimeProvider? time = null)
{
    /// <param name="password">For a backup that was made under one.</param>
    /// <param name="postgres">An empty database to restore to; null for SQLite.</param>
    /// <exception cref="RuleViolation">The backup is damaged, of a newer version, under another password, or there is too little space.</exception>
    public async Task<BackupContents> FillAsync(string path, string? password, string? postgres, CancellationToken ct)
    {
        tell(RestoreStage.Unpacking);
        Manifest manifest;
        bool isEncrypted;
        using (var backup = BackupFile.Open(path, password))
        {
            (manifest, isEncrypted) = (backup.Manifest, backup.IsEncrypted);
            await Task.Run(() => backup.UnpackTo(folder.Root), ct);
        }
        var rows = BackupFile.CountRows(folder.Database);
        DatabaseSettings.Write(folder, null); // those in the backup lead to where the data was
        tell(RestoreStage.Upgrading);
        var sqlite = new DatabaseOptions(DatabaseProvider.Sqlite, ModuleDatabaseRegistration.SqliteFile(folder.Database));
        await using (var services = AfterSalesHost.BuildServices(folder, time, sqlite))
        {
            await services.GetRequiredService<DatabaseUpgrade>().RunAsync(ct, backsUp: false); // refuses data of a newer version
            await RunAfterwardsAsync(services, new RestoredBackup(Path.GetFullPath(path), manifest.CreatedAt, manifest.Version), ct);
            if (postgres is null) await CompleteAsync(services, ct);
            else await MoveToAsync(postgres, services, ct);
        }
        SqliteConnection.ClearAllPools();
        return new BackupContents(manifest, rows, new FileInfo(path).Length, isEncrypted);
    }

    static async Task RunAfterwardsAsync(IServiceProvider services, RestoredBackup from, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var after in scope.ServiceProvider.GetServices<IAfterRestore>()) await after.RunAsync(from, ct);
    }

    async Task CompleteAsync(IServiceProvider services, CancellationToken ct)
    {
        tell(RestoreStage.Counting);
        await RebuiltAfterCopy.RunAsync(services, ct);
        await RebuildAsync(services, ct);
    }

    async Task MoveToAsync(string postgres, IServiceProvider from, CancellationToken ct)
    {
        tell(RestoreStage.Copying);
        var schema = from.GetRequiredService<SchemaMigrator>();
        await using (var target = await EmptyPostgres.TakeAsync(postgres, schema, ct))
        {
            await target.FillAsync(folder.Database, new TableCopy(CopiedTable.Of(schema.Modules), (_, _) => { }), ct);
            DatabaseSettings.Write(folder, postgres);
            await using (var services = AfterSalesHost.BuildServices(folder, time, target.Database)) await CompleteAsync(services, ct);
            await target.FinishAsync(ct);
        }
        SqliteConnection.ClearAllPools();
        foreach (var left in new[] { folder.Database, folder.Database + "-wal", folder.Database + "-shm" }) File.Delete(left);
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

/// <summary>Which database a folder's <c>appsettings.json</c> names.</summary>
internal static class DatabaseSettings
{
    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="postgres">Connection string; null for the folder's own SQLite file, and then a file that names no database stays as it is.</param>
    public static void Write(DataFolder folder, string? postgres)
    {
        var path = folder.In("appsettings.json");
        var settings = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path), new JsonNodeOptions { PropertyNameCaseInsensitive = true }, Lenient)?.AsObject() ?? [] : [];
        var named = settings.Remove("Database:Provider") | settings.Remove("ConnectionStrings:Default") | settings.Remove("Database") | settings.Remove("ConnectionStrings");
        if (postgres is not null)
        {
            settings["Database"] = new JsonObject { ["Provider"] = "postgres" };
            settings["ConnectionStrings"] = new JsonObject { ["Default"] = postgres };
        }
        else if (!named) return;
        if (settings.Count == 0)
        {
            File.Delete(path);
            return;
        }
        File.WriteAllText(path, settings.ToJsonString(Readable));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite); // a connection string holds a password
    }
}
