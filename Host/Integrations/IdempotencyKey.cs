using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Integrations;

/// <summary>A POST of an integration under its key: what was sent, and what was answered.</summary>
internal sealed class IdempotencyKey
{
    public long Id { get; private set; }
    /// <summary>The <see cref="Actor.Id"/> of the token: keys of two integrations never meet.</summary>
    public required string Caller { get; init; }
    public required string Key { get; init; }
    /// <summary>SHA-256 of method, address and body.</summary>
    public required string Fingerprint { get; init; }
    /// <summary>Id for what the request makes; stays when the work is done over again.</summary>
    public Guid OnceId { get; init; }
    public DateTime StartedAt { get; init; }
    /// <summary>Null while it is being worked on.</summary>
    public int? Status { get; init; }
    public string? Location { get; init; }
    public string? Tag { get; init; }
    /// <summary>The answer's body, encrypted: it may show a person.</summary>
    public byte[]? Body { get; init; }
}

internal sealed class IdempotencyKeyMap : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasIndex(k => new { k.Caller, k.Key }).IsUnique();
        builder.HasIndex(k => k.StartedAt);
    }
}

/// <param name="Body">UTF-8 JSON.</param>
internal sealed record KeptAnswer(int Status, string? Location, string? Tag, byte[] Body);

/// <summary>What became of a claim to a key.</summary>
internal enum ClaimOutcome { Mine, InFlight, OtherRequest, Answered }

/// <param name="OnceId">Where the work is the caller's to do: the id for what it makes.</param>
internal sealed record Claimed(ClaimOutcome Outcome, Guid OnceId = default, KeptAnswer? Answer = null);

/// <summary>
/// One effect for one key: the unique row is taken before the work begins and carries the answer afterwards. What crashed in between is given free after
/// two minutes; then the work is done again under the same <see cref="IdempotencyKey.OnceId"/>,
/// so what had been made is found and not made twice.
/// </summary>
internal sealed class IdempotencyKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(2);
    readonly IDataProtector _sealed = protection.CreateProtector("AfterSales.IdempotencyKeys");

    public async Task<Claimed> ClaimAsync(string caller, string key, string fingerprint, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        var (now, there) = (time.Now(), await FindAsync(db, caller, key, ct));
        var oldest = now - Kept;
        if (there is not null && there.StartedAt > oldest) return await LookAsync(db, there, fingerprint, ct);
        if (there is not null) await ForgetAsync(db, k => k.Id == there.Id && k.StartedAt <= oldest, ct);
        var mine = new IdempotencyKey { Caller = caller, Key = key, Fingerprint = fingerprint, OnceId = PublicId.New(now), StartedAt = now };
        db.Add(mine);
        try
        {
            await db.SaveChangesAsync(ct);
            return new Claimed(ClaimOutcome.Mine, mine.OnceId);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear(); // the same request was quicker
            return await FindAsync(db, caller, key, ct) is { } quicker ? await LookAsync(db, quicker, fingerprint, ct) : new Claimed(ClaimOutcome.InFlight);
        }
    }

    static Task<IdempotencyKey?> FindAsync(HostDbContext db, string caller, string key, CancellationToken ct) =>
        db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Caller == caller && k.Key == key, ct);

    async Task<Claimed> LookAsync(HostDbContext db, IdempotencyKey there, string fingerprint, CancellationToken ct)
    {
        if (there.Fingerprint != fingerprint) return new Claimed(ClaimOutcome.OtherRequest);
        if (there.Status is { } status) return new Claimed(ClaimOutcome.Answered, Answer: new KeptAnswer(status, there.Location, there.Tag, _sealed.Unprotect(there.Body!)));
        var now = time.Now();
        if (now - there.StartedAt < Abandoned) return new Claimed(ClaimOutcome.InFlight);
        await using var write = await db.BeginWriteAsync(ct);
        var taken = await db.Set<IdempotencyKey>().Where(k => k.Id == there.Id && k.StartedAt == there.StartedAt && k.Status == null).ExecuteUpdateAsync(k => k.SetProperty(x => x.StartedAt, now), ct);
        await write.CommitAsync(ct);
        return taken == 1 ? new Claimed(ClaimOutcome.Mine, there.OnceId) : new Claimed(ClaimOutcome.InFlight);
    }

    public async Task KeepAsync(string caller, string key, KeptAnswer answer, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        var body = _sealed.Protect(answer.Body);
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<IdempotencyKey>().Where(k => k.Caller == caller && k.Key == key)
            .ExecuteUpdateAsync(k => k.SetProperty(x => x.Status, answer.Status).SetProperty(x => x.Location, answer.Location).SetProperty(x => x.Tag, answer.Tag).SetProperty(x => x.Body, body), ct);
        await write.CommitAsync(ct);
    }

    /// <summary>The work failed on our side: the same key may be sent again.</summary>
    public async Task ReleaseAsync(string caller, string key, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await ForgetAsync(scope.ServiceProvider.GetRequiredService<HostDbContext>(), k => k.Caller == caller && k.Key == key && k.Status == null, ct);
    }

    public static async Task<int> ForgetAsync(HostDbContext db, System.Linq.Expressions.Expression<Func<IdempotencyKey, bool>> which, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var gone = await db.Set<IdempotencyKey>().Where(which).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return gone;
    }
}

/// <summary>Every hour: keys older than a day are forgotten.</summary>
internal sealed class ForgetKeys(HostDbContext db) : IJobStep
{
    public static readonly JobDefinition Job = new("host.forget-keys", typeof(ForgetKeys), "0 40 * * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var oldest = slotUtc - IdempotencyKeys.Kept;
        return new JobOutcome(await IdempotencyKeys.ForgetAsync(db, k => k.StartedAt < oldest, ct));
    }
}
