using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <summary>The database itself: its pages and indexes, and every reference from row to row.</summary>
internal sealed class DatabaseCheck(HostDbContext db, DatabaseOptions database, Texts text) : IIntegrityCheck
{
    public string Name => "database";

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        if (database.Provider == DatabaseProvider.Postgres) // the server checks its own pages and never lets a reference dangle
            return new IntegrityResult(await db.Database.CanConnectAsync(ct), new Dictionary<string, long>(), [], []);
        var pages = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(ct);
        var orphans = await db.Database.SqlQueryRaw<string>("SELECT \"table\" || ' -> ' || parent AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(ct);
        var tables = await db.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table'").ToListAsync(ct);
        List<string> problems = [.. pages.Where(p => p != "ok"), .. orphans.GroupBy(o => o).Select(g => text["Operations.Check.Orphans", g.Count(), g.Key])];
        return new IntegrityResult(problems.Count == 0, new Dictionary<string, long> { ["tables"] = tables[0], ["orphans"] = orphans.Count }, problems, []);
    }
}

/// <summary>The audit log's chain: every line's hash covers the line before it.</summary>
internal sealed class AuditChainCheck(HostDbContext db, Texts text) : IIntegrityCheck
{
    public string Name => "audit";

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        var (before, lines) = ("", 0L);
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            lines++;
            if (entry.Hash != AuditEntry.HashOf(before, entry.At, new Actor(entry.ActorId, entry.ActorName), entry.Action, entry.Subject, entry.Detail))
                return new IntegrityResult(false, new Dictionary<string, long> { ["lines"] = lines }, [text["Operations.Check.Audit", entry.Id]], []);
            before = entry.Hash;
        }
        return new IntegrityResult(true, new Dictionary<string, long> { ["lines"] = lines }, [], []);
    }
}
