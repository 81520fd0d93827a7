using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Messages;

/// <inheritdoc cref="IBell"/>
internal sealed class Bell(IServiceScopeFactory scopes, GroupRobots robots, TimeProvider time) : IBell
{
    public async Task RingAsync(Recipients to, Notice notice, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        if (await ToldAsync(db, notice, ct)) return;
        db.Add(StaffNotice.Of(to, notice, time.Now()));
        db.AddRange(robots.Of(to, notice));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await ToldAsync(db, notice, ct)) throw; // else another host told it in the same moment
        }
    }

    static Task<bool> ToldAsync(HostDbContext db, Notice notice, CancellationToken ct) => db.Set<StaffNotice>().AnyAsync(n => n.Once == notice.Once, ct);
}

/// <summary>Every night: notices older than ninety days go, with their readings.</summary>
internal sealed class ForgetNotices(HostDbContext db) : IJobStep
{
    public static readonly JobDefinition Job = new("host.forget-notices", typeof(ForgetNotices), "0 20 3 * * ?");
    public const int DaysKept = 90;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var oldest = slotUtc.AddDays(-DaysKept);
        await using var write = await db.BeginWriteAsync(ct);
        var gone = await db.Set<StaffNotice>().Where(n => n.At < oldest).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return new JobOutcome(gone);
    }
}
