using System.Security.Cryptography;
using System.Text;
using AfterSales.Host.Data;
using AfterSales.Kernel;
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

/// <inheritdoc cref="IAuditLog"/>
internal sealed class AuditLog(IServiceScopeFactory scopes, TimeProvider time) : IAuditLog
{
    public async Task RecordAsync(Actor who, string action, string subject, string detail, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        await using var write = await db.BeginWriteAsync(ct);
        var before = await db.Set<AuditEntry>().OrderByDescending(a => a.Id).Select(a => a.Hash).FirstOrDefaultAsync(ct) ?? "";
        var now = time.Now();
        db.Add(new AuditEntry
        {
            At = now, ActorId = who.Id, ActorName = who.Name, Action = action, Subject = subject, Detail = detail,
            Hash = AuditEntry.HashOf(before, now, who, action, subject, detail),
        });
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
