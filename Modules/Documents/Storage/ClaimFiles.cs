using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Storage;

/// <summary>Notes who needs a content. A claim on content that is not there fails and is tried again, then shown among the parked messages: never silent.</summary>
internal sealed class ClaimFiles(DocumentsDbContext db, TimeProvider time) : IHandle<FileClaimed>, IHandle<FileReleased>
{
    public async Task HandleAsync(FileClaimed @event, CancellationToken ct) => await db.ClaimAsync(@event.Sha256, @event.Owner, time.Now(), ct);

    public async Task HandleAsync(FileReleased @event, CancellationToken ct) => await db.ReleaseAsync(@event.Sha256, @event.Owner, ct);
}

internal static class Claims
{
    /// <summary>Adds the claim to what the caller saves, unless it is there.</summary>
    public static async Task ClaimAsync(this DocumentsDbContext db, string sha256, string owner, DateTime now, CancellationToken ct)
    {
        if (db.Set<FileClaim>().Local.Any(c => c.Sha256 == sha256 && c.Owner == owner)) return;
        if (!await db.Set<FileClaim>().AnyAsync(c => c.Sha256 == sha256 && c.Owner == owner, ct)) db.Add(new FileClaim { Sha256 = sha256, Owner = owner, ClaimedAt = now });
    }

    public static async Task ReleaseAsync(this DocumentsDbContext db, string sha256, string owner, CancellationToken ct)
    {
        if (await db.Set<FileClaim>().SingleOrDefaultAsync(c => c.Sha256 == sha256 && c.Owner == owner, ct) is { } claim) db.Remove(claim);
    }
}
