using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Storage;

/// <summary>Takes away content that nobody claimed within the policy's days, and what a crash left behind.</summary>
internal sealed class SweepFiles(DocumentsDbContext db, FileStore store, DataFolder folder, IPolicies policies) : IJobStep
{
    public static readonly JobDefinition Job = new("documents.sweep-files", typeof(SweepFiles), "0 40 3 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var limit = slotUtc.AddDays(-policies.At<StoragePolicy>(slotUtc).Value.SweepAfterDays);
        var idle = await db.Set<FileContent>().AsNoTracking().Where(f => f.LastKeptAt < limit && !db.Set<FileClaim>().Any(c => c.Sha256 == f.Sha256)).Select(f => f.Sha256).ToListAsync(ct);
        var swept = 0;
        foreach (var sha256 in idle)
            if (await SweepAsync(sha256, limit, ct)) swept++;
        return new JobOutcome(swept + await SweepStraysAsync(limit, ct));
    }

    /// <summary>Looks again while the row is locked: a claim or somebody who brought it meanwhile keeps it.</summary>
    async Task<bool> SweepAsync(string sha256, DateTime limit, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var gone = await db.Set<FileContent>().Where(f => f.Sha256 == sha256 && f.LastKeptAt < limit && !db.Set<FileClaim>().Any(c => c.Sha256 == f.Sha256)).ExecuteDeleteAsync(ct);
        if (gone == 1) File.Delete(store.PathOf(sha256)!);
        await write.CommitAsync(ct);
        return gone == 1;
    }

    /// <summary>Half-written content, and content whose row was never committed: by the file's own age.</summary>
    async Task<int> SweepStraysAsync(DateTime limit, CancellationToken ct)
    {
        var swept = 0;
        foreach (var old in Strays(store.Incoming).Concat(Strays(folder.Files)).Where(f => File.GetLastWriteTimeUtc(f) < limit))
        {
            var name = Path.GetFileName(old);
            if (store.PathOf(name) == old && await db.Set<FileContent>().AnyAsync(f => f.Sha256 == name, ct)) continue;
            if (store.PathOf(name) != old && !old.StartsWith(store.Incoming, StringComparison.Ordinal)) continue; // not ours: somebody put it there
            File.Delete(old);
            swept++;
        }
        return swept;
    }

    static IEnumerable<string> Strays(string at) => Directory.Exists(at) ? Directory.EnumerateFiles(at, "*", SearchOption.AllDirectories) : [];
}
