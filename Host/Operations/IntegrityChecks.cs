using System.Data.Common;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AfterSales.Host.Operations;

/// <summary>The database itself: every table of the model with its rows, every reference from row to row, and on SQLite its pages and indexes.</summary>
internal sealed class DatabaseCheck(HostDbContext db, DatabaseOptions database, IEnumerable<ModuleDatabase> modules, IServiceProvider scope, Texts text) : IIntegrityCheck
{
    public string Name => "database";

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        List<string> problems = [];
        Dictionary<string, long> counted = new() { ["tables"] = 0, ["rows"] = 0, ["references"] = 0, ["orphans"] = 0 };
        if (database.Provider == DatabaseProvider.Sqlite)
            problems.AddRange((await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(ct)).Where(p => p != "ok"));
        var kept = await ConstraintsAsync(ct);
        foreach (var context in modules.Select(m => m.Open(scope)))
            foreach (var entity in context.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
            {
                counted["tables"]++;
                if (await CountAsync(context, $"SELECT count(*) AS \"Value\" FROM {TableOf(entity)}", problems, ct) is not { } rows) continue;
                counted["rows"] += rows;
                foreach (var reference in entity.GetForeignKeys())
                {
                    counted["references"]++;
                    var orphans = await CountAsync(context, Orphans(reference), problems, ct) ?? 0;
                    counted["orphans"] += orphans;
                    if (orphans > 0) problems.Add(text["Operations.Check.Orphans", orphans, $"{TableOf(entity)} -> {TableOf(reference.PrincipalEntityType)}"]);
                    if (kept is not null && !kept.Contains($"{entity.GetSchema()}.{reference.GetConstraintName()}")) problems.Add(text["Operations.Check.Constraint", reference.GetConstraintName(), TableOf(entity)]);
                }
            }
        return new IntegrityResult(problems.Count == 0, counted, problems, []);
    }

    /// <summary>Constraints that PostgreSQL enforces; null on SQLite, where they are part of the table and cannot get lost.</summary>
    async Task<HashSet<string>?> ConstraintsAsync(CancellationToken ct) => database.Provider == DatabaseProvider.Sqlite ? null
        : [.. await db.Database.SqlQueryRaw<string>("SELECT n.nspname || '.' || c.conname AS \"Value\" FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE c.contype = 'f' AND c.convalidated").ToListAsync(ct)];

    async Task<long?> CountAsync(ModuleDbContext context, string sql, List<string> problems, CancellationToken ct)
    {
        try
        {
            return (await context.Database.SqlQueryRaw<long>(sql).ToListAsync(ct))[0];
        }
        catch (DbException unreadable)
        {
            problems.Add(text["Operations.Check.Unreadable", unreadable.Message]);
            return null;
        }
    }

    static string TableOf(IReadOnlyEntityType entity) => entity.GetSchema() is { } schema ? $"{schema}.{entity.GetTableName()}" : entity.GetTableName()!;

    /// <summary>Rows that name a row which is not there.</summary>
    static string Orphans(IForeignKey reference)
    {
        var columns = reference.Properties.Select(p => p.GetColumnName()).Zip(reference.PrincipalKey.Properties.Select(p => p.GetColumnName())).ToList();
        return $"""
            SELECT count(*) AS "Value" FROM {TableOf(reference.DeclaringEntityType)} c WHERE {string.Join(" AND ", columns.Select(k => $"c.{k.First} IS NOT NULL"))}
            AND NOT EXISTS (SELECT 1 FROM {TableOf(reference.PrincipalEntityType)} p WHERE {string.Join(" AND ", columns.Select(k => $"p.{k.Second} = c.{k.First}"))})
            """;
    }
}

/// <summary>The audit log's chain: every line's hash covers the line before it, and the end is where it was left.</summary>
internal sealed class AuditChainCheck(HostDbContext db, Texts text) : IIntegrityCheck
{
    public string Name => "audit";

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        var (before, lines) = ("", 0L);
        List<string> problems = [];
        var anchor = await AuditAnchor.ReadAsync(db, ct); // first: lines written meanwhile are more, never fewer
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            lines++;
            if (problems.Count == 0 && entry.Hash != AuditEntry.HashOf(before, entry.At, new Actor(entry.ActorId, entry.ActorName), entry.Action, entry.Subject, entry.Detail))
                problems.Add(text["Operations.Check.Audit", entry.Id]);
            before = entry.Hash;
            if (lines == anchor?.Lines && AuditAnchor.MarkOf(entry.Hash) != anchor.Mark) problems.Add(text["Operations.Check.AuditEnd", entry.Id]);
        }
        if (anchor is null ? lines > 0 : lines < anchor.Lines) problems.Add(text["Operations.Check.AuditCut", lines, anchor?.Lines ?? 0]);
        return new IntegrityResult(problems.Count == 0, new Dictionary<string, long> { ["lines"] = lines }, problems, []);
    }
}
