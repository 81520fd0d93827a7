using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Operations;

/// <summary>One line of the audit log; its hash covers the line before it, so a changed or missing line is found.</summary>
internal sealed class AuditEntry
{
    public long Id { get; private set; }
    public required DateTime At { get; init; }
    public required string ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required string Detail { get; init; }
    public required string Hash { get; init; }

    public static string HashOf(string before, DateTime at, Actor who, string action, string subject, string detail) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', before, at.ToString("O"), who.Id, who.Name, action, subject, detail))));
}

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasIndex(a => a.At);
        builder.HasIndex(a => a.Hash).IsUnique(); // two hosts cannot both follow the same line
    }
}

/// <summary>
/// Where the audit log ends, kept apart from it and written in the same transaction: how many lines there are, and a mark of the last one's hash. Lines cut
/// off the end leave a chain that is whole in itself; only this tells that something is missing. Lies in the counters, under two names of its own.
/// </summary>
internal sealed record AuditAnchor(long Lines, long Mark)
{
    const string LinesName = "audit-lines", MarkName = "audit-mark";

    /// <summary>The part of a hash that fits a counter.</summary>
    public static long MarkOf(string hash) => hash.Length == 0 ? 0 : BinaryPrimitives.ReadInt64BigEndian(Convert.FromHexString(hash)) & long.MaxValue;

    /// <returns>Null before the first line.</returns>
    public static async Task<AuditAnchor?> ReadAsync(HostDbContext db, CancellationToken ct)
    {
        var kept = await db.Set<NumberSeries>().AsNoTracking().Where(s => s.Series == LinesName || s.Series == MarkName).ToDictionaryAsync(s => s.Series, s => s.Last, ct);
        return kept.Count == 2 ? new AuditAnchor(kept[LinesName], kept[MarkName]) : null;
    }

    /// <summary>Takes the place after the last line: two hosts that write at once come one after the other.</summary>
    public static Task HoldAsync(HostDbContext db, DatabaseProvider provider, CancellationToken ct) => provider == DatabaseProvider.Sqlite ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(4711001)", ct);

    public Task WriteAsync(HostDbContext db, DatabaseProvider provider, CancellationToken ct)
    {
        var upsert = $"INSERT INTO {(provider == DatabaseProvider.Sqlite ? "host_number_series" : "host.number_series")} (series, year, last) VALUES ({{0}}, 0, {{1}}), ({{2}}, 0, {{3}}) ON CONFLICT (series, year) DO UPDATE SET last = excluded.last";
        return db.Database.ExecuteSqlRawAsync(upsert, [LinesName, Lines, MarkName, Mark], ct);
    }
}

/// <inheritdoc cref="IAuditLog"/>
internal sealed class AuditLog(IServiceScopeFactory scopes, DatabaseOptions database, TimeProvider time) : IAuditLog
{
    /// <summary>Stands where the hash of the line before should, once that line was found missing or replaced: the break stays visible for ever.</summary>
    const string Broken = "broken";

    public async Task RecordAsync(Actor who, string action, string subject, string detail, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        await using var write = await db.BeginWriteAsync(ct);
        await AuditAnchor.HoldAsync(db, database.Provider, ct);
        var before = await db.Set<AuditEntry>().OrderByDescending(a => a.Id).Select(a => a.Hash).FirstOrDefaultAsync(ct) ?? "";
        var anchor = await AuditAnchor.ReadAsync(db, ct) ?? new AuditAnchor(await db.Set<AuditEntry>().LongCountAsync(ct), AuditAnchor.MarkOf(before));
        var now = time.Now();
        var hash = AuditEntry.HashOf(AuditAnchor.MarkOf(before) == anchor.Mark ? before : Broken, now, who, action, subject, detail);
        db.Add(new AuditEntry { At = now, ActorId = who.Id, ActorName = who.Name, Action = action, Subject = subject, Detail = detail, Hash = hash });
        await db.SaveChangesAsync(ct);
        await new AuditAnchor(anchor.Lines + 1, AuditAnchor.MarkOf(hash)).WriteAsync(db, database.Provider, ct);
        await write.CommitAsync(ct);
    }
}

/// <summary>The head of the audit log in the evening brief: it leaves the machine every day, so that a chain that was written anew from the start is noticed.</summary>
internal sealed class AuditBrief(HostDbContext db) : IBriefPart
{
    public int Order => 990;

    public async Task<IReadOnlyList<BriefLine>> LinesAsync(DateOnly day, DateTime nowUtc, CancellationToken ct)
    {
        var head = await db.Set<AuditEntry>().OrderByDescending(a => a.Id).Select(a => a.Hash).FirstOrDefaultAsync(ct);
        return head is null ? [] : [new BriefLine("Operations.Audit.Brief", [(await AuditAnchor.ReadAsync(db, ct))?.Lines.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "0", head[..16]], "/Settings/Audit")];
    }
}
