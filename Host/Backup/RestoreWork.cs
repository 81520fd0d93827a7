using AfterSales.Host.Composition;
using AfterSales.Host.Copying;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;

namespace AfterSales.Host.Backup;

/// <summary>
/// A restore that the first-run wizard asked for: made ready beside the living folder while the server runs, put in place once it has stopped, after which it
/// starts again. Until then nothing of the folder is touched; whatever fails leaves it as it was.
/// </summary>
internal sealed class RestoreWork(DataFolder folder, IHostApplicationLifetime life, TimeProvider time, ILogger<RestoreWork> log) : IAsyncDisposable
{
    readonly Lock _starting = new();
    readonly CancellationTokenSource _ending = new();
    Task _task = Task.CompletedTask;

    /// <summary>What is being done; null before and after.</summary>
    public RestoreStage? Stage { get; private set; }
    /// <summary>Why the last one was refused, in nobody's language yet.</summary>
    public RuleViolation? Problem { get; private set; }
    /// <summary>All is ready: the server stops, and starts again on what was restored.</summary>
    public bool IsReady { get; private set; }

    /// <param name="isUpload">The file is ours to delete when it has been read.</param>
    /// <exception cref="RuleViolation">A restore is under way already.</exception>
    public void Start(string path, string? password, bool isUpload)
    {
        lock (_starting)
        {
            if (Stage is not null || IsReady) throw new RuleViolation("Setup.Restore.UnderWay");
            (Stage, Problem) = (RestoreStage.Unpacking, null);
            _task = Task.Run(() => RunAsync(path, password, isUpload));
        }
    }

    async Task RunAsync(string path, string? password, bool isUpload)
    {
        var making = new DataFolder(folder.In(RestoredState.Making));
        try
        {
            if (Directory.Exists(making.Root)) Directory.Delete(making.Root, recursive: true);
            Directory.CreateDirectory(making.Root);
            await new RestoredFolder(making, stage => Stage = stage, time).FillAsync(path, password, null, _ending.Token);
            Directory.Move(making.Root, folder.In(RestoredState.Ready));
            IsReady = true;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The backup was not restored");
            Problem = failure as RuleViolation ?? new RuleViolation("Setup.Restore.Failed", failure.Message);
        }
        finally
        {
            if (Directory.Exists(making.Root)) Directory.Delete(making.Root, recursive: true);
            if (isUpload) File.Delete(path);
            Stage = null;
        }
        if (IsReady) life.StopApplication();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }
}

/// <summary>Data that is ready to take the place of an installation that nobody has set up yet.</summary>
internal static class RestoredState
{
    public const string Making = "restoring", Ready = "restored";

    /// <summary>
    /// Puts it in place, part by part; a crash in between is finished by the next start. Where the settings name PostgreSQL the tables go there, in place of the
    /// empty ones.
    /// </summary>
    /// <exception cref="RuleViolation">The server's tables are not those of an installation that nobody has set up.</exception>
    public static async Task PutInPlaceAsync(DataFolder folder, CancellationToken ct)
    {
        var ready = new DataFolder(folder.In(Ready));
        if (!Directory.Exists(ready.Root)) return;
        SqliteConnection.ClearAllPools();
        var database = SettingsFile.DatabaseOf(folder, SettingsFile.Read(folder));
        if (database.Provider == DatabaseProvider.Postgres && File.Exists(ready.Database)) await MoveToServerAsync(ready, database, ct);
        if (File.Exists(ready.Database)) foreach (var old in new[] { "-wal", "-shm" }) File.Delete(folder.Database + old);
        if (Directory.Exists(ready.Logs)) Directory.Delete(ready.Logs, recursive: true);
        foreach (var part in Directory.EnumerateFileSystemEntries(ready.Root).ToList())
        {
            var place = folder.In(Path.GetFileName(part));
            if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
            if (Directory.Exists(part)) Directory.Move(part, place);
            else File.Move(part, place, overwrite: true);
        }
        Directory.Delete(ready.Root);
    }

    static async Task MoveToServerAsync(DataFolder ready, DatabaseOptions database, CancellationToken ct)
    {
        await using (var services = AfterSalesHost.BuildServices(ready, database: database))
        {
            var schema = services.GetRequiredService<SchemaMigrator>();
            await using var target = await EmptyPostgres.TakeAsync(database.ConnectionString, schema, ct, replacesUnused: true);
            await target.FillAsync(ready.Database, new TableCopy(CopiedTable.Of(schema.Modules), (_, _) => { }), ct);
            await RebuiltAfterCopy.RunAsync(services, ct);
            await RestoredFolder.RebuildAsync(services, ct);
            DatabaseSettings.Write(ready, database.ConnectionString);
            await target.FinishAsync(ct);
        }
        SqliteConnection.ClearAllPools();
        foreach (var left in new[] { ready.Database, ready.Database + "-wal", ready.Database + "-shm" }) File.Delete(left);
    }
}
