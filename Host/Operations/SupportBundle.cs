using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <summary>
/// What somebody who helps from afar needs to know, and nothing of anybody's: figures, names of tables and jobs, the anonymous log. Secrets, names, phone numbers
/// and texts that people or failures wrote are left out rather than crossed out.
/// </summary>
internal sealed partial class SupportBundle(HostDbContext db, DatabaseOptions database, DataFolder folder, IConfiguration settings, VitalSigns signs, ParkedMessages parked, JobLedger ledger, IEnumerable<ModuleDatabase> modules,
    IEnumerable<IIntegrityCheck> checks, IServiceProvider scope, TimeProvider time)
{
    const int RunsOfAJob = 30;
    const long MostOfTheLog = 20_000_000;

    /// <summary>Settings whose values say nothing of anybody; of all others it is told only that they are set.</summary>
    static readonly string[] Told = ["Database:Provider", "Disk:", "Http:Allow", "Backup:", "Retention:", "Logs:"];

    public static string NameAt(DateTime local) => $"aftersales-support-{local:yyyy-MM-dd-HHmm}.zip";

    /// <param name="withCheck">Also looks whether all data is whole, which reads every stored document.</param>
    public async Task WriteAsync(Stream to, bool withCheck, Action<string> tell, CancellationToken ct)
    {
        await using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, part) in Parts(withCheck, tell))
        {
            tell(name);
            await AddAsync(zip, name, await TryAsync(part, ct), ct);
        }
        var left = MostOfTheLog;
        foreach (var log in (Directory.Exists(folder.Logs) ? new DirectoryInfo(folder.Logs).EnumerateFiles(LogFiles.Anonymous + "*.log") : []).OrderByDescending(f => f.Name, StringComparer.Ordinal).TakeWhile(f => (left -= f.Length) > 0))
        {
            await using var source = new FileStream(log.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var entry = await zip.CreateEntry("logs/" + log.Name).OpenAsync(ct);
            await source.CopyToAsync(entry, ct);
        }
    }

    IEnumerable<(string Name, Func<CancellationToken, Task<object>> Part)> Parts(bool withCheck, Action<string> tell)
    {
        yield return ("product.json", _ => Task.FromResult(Machine()));
        yield return ("settings.json", _ => Task.FromResult<object>(Settings()));
        yield return ("vital-signs.json", async ct => await signs.ReadAsync(ct));
        yield return ("disk.json", _ => Task.FromResult(Disk()));
        yield return ("rows.json", RowsAsync);
        yield return ("jobs.json", JobsAsync);
        yield return ("parked.json", ParkedAsync);
        if (withCheck) yield return ("check.json", ct => ChecksAsync(tell, ct));
    }

    object Machine() => new
    {
        at = time.Now(), version = Product.Version, commit = Product.Commit, schemas = SchemaVersions.Of(AfterSalesModules.All), database = database.Provider.ToString(), runtime = RuntimeInformation.FrameworkDescription, system = RuntimeInformation.OSDescription,
        architecture = RuntimeInformation.ProcessArchitecture.ToString(), processors = Environment.ProcessorCount, memoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, workingSetBytes = Environment.WorkingSet, runningSeconds = Environment.TickCount64 / 1000,
    };

    Dictionary<string, string> Settings() => settings.AsEnumerable().Where(s => s.Value is not null).OrderBy(s => s.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(s => s.Key, s => Told.Any(t => s.Key.StartsWith(t, StringComparison.OrdinalIgnoreCase)) ? s.Value! : "(set)");

    object Disk()
    {
        var drive = new DriveInfo(folder.Root);
        return new
        {
            format = drive.DriveFormat, totalBytes = drive.TotalSize, freeBytes = drive.AvailableFreeSpace,
            folders = new[] { folder.Files, folder.Backups, folder.Logs, folder.Keys }.Where(Directory.Exists).Select(d => new DirectoryInfo(d)).Select(d => (d.Name, Files: d.EnumerateFiles("*", SearchOption.AllDirectories).ToList()))
                .ToDictionary(d => d.Name, d => new { files = d.Files.Count, bytes = d.Files.Sum(f => f.Length) }),
            files = new DirectoryInfo(folder.Root).EnumerateFiles("aftersales.db*").Concat(new DirectoryInfo(folder.Root).EnumerateFiles("warehouse*")).ToDictionary(f => f.Name, f => f.Length),
        };
    }

    async Task<object> RowsAsync(CancellationToken ct)
    {
        SortedDictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach (var context in modules.Select(m => m.Open(scope)))
            foreach (var table in context.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).Select(e => e.GetSchema() is { } schema ? $"{schema}.{e.GetTableName()}" : e.GetTableName()!).Distinct())
                rows[table] = (await context.Database.SqlQueryRaw<long>(Count(table)).ToListAsync(ct))[0];
        return rows;
    }

    /// <param name="table">A name of the model, never of a person.</param>
    static string Count(string table) => $"SELECT count(*) AS \"Value\" FROM {table}";

    async Task<object> JobsAsync(CancellationToken ct)
    {
        Dictionary<string, object> jobs = [];
        foreach (var job in ledger.Jobs)
            jobs[job.Name] = await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name).OrderByDescending(r => r.Slot).Take(RunsOfAJob)
                .Select(r => new { r.Slot, r.StartedAt, r.FinishedAt, r.Rows, Failed = r.Error != null }).ToListAsync(ct);
        return jobs;
    }

    async Task<object> ParkedAsync(CancellationToken ct) => (await parked.ListAsync(ct))
        .Select(m => new { m.Module, m.Type, m.Handlers, m.Attempts, m.OccurredAt, m.ParkedAt, Failure = FailureType().Match(m.Error).Value }).ToList();

    /// <summary>What was counted and how many problems there are; the problems themselves name records.</summary>
    async Task<object> ChecksAsync(Action<string> tell, CancellationToken ct)
    {
        List<object> looked = [];
        foreach (var check in checks)
        {
            tell(check.Name);
            looked.Add(await TryAsync(async stop =>
            {
                var result = await check.CheckAsync(stop);
                return new { check.Name, result.Ok, result.Counted, Problems = result.Problems.Count, Notes = result.Notes.Count };
            }, ct));
        }
        return looked;
    }

    /// <summary>A part that cannot be told is a finding too; of the failure its kind is told.</summary>
    static async Task<object> TryAsync(Func<CancellationToken, Task<object>> part, CancellationToken ct)
    {
        try
        {
            return await part(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new { unreadable = failure.GetBaseException().GetType().FullName };
        }
    }

    static async Task AddAsync(ZipArchive zip, string name, object content, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, content, VerbJson.Options, ct);
    }

    /// <summary>The head of an error as the outbox keeps it: the type's full name.</summary>
    [GeneratedRegex(@"^[A-Za-z_][\w.+`]*(?=:|$)")]
    private static partial Regex FailureType();
}
