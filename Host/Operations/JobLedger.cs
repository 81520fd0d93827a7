using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AfterSales.Host.Data;
using AfterSales.Host.Hosts;
using AfterSales.Host.Settings;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <summary>Runs a job for one slot, once, and writes down how it went.</summary>
internal sealed class JobLedger(IServiceScopeFactory scopes, IEnumerable<IModule> modules, HostPresence presence, Company company, Texts text, TimeProvider time, ILogger<JobLedger> log)
{
    readonly ConcurrentDictionary<(string Job, DateTime Slot), bool> _running = [];

    public IReadOnlyList<JobDefinition> Jobs { get; } = [.. modules.SelectMany(m => m.Jobs)];

    /// <returns>False when the slot had already run, or is running, here or on another host.</returns>
    public async Task<bool> RunAsync(JobDefinition job, DateTime slotUtc, CancellationToken ct)
    {
        if (!_running.TryAdd((job.Name, slotUtc), true)) return false;
        try
        {
            return await RunHereAsync(job, slotUtc, ct);
        }
        finally
        {
            _running.TryRemove((job.Name, slotUtc), out _);
        }
    }

    async Task<bool> RunHereAsync(JobDefinition job, DateTime slotUtc, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        if (await ClaimAsync(db, job, slotUtc, ct) is not { } run) return false;
        CultureInfo.CurrentUICulture = company.Language == "en" ? Texts.English : Texts.Chinese; // notes are for the company's people; nobody's browser asks here
        var started = Stopwatch.GetTimestamp();
        try
        {
            var outcome = await ((IJobStep)scope.ServiceProvider.GetRequiredService(job.Step)).RunAsync(slotUtc, ct);
            (run.Rows, run.Note) = (outcome.Rows, outcome.Note);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            run.Error = error is RuleViolation refusal ? text.Of(refusal) : error.Message;
            log.LogError(error, "Job {Job} failed for slot {Slot}", job.Name, slotUtc);
        }
        run.FinishedAt = time.Now();
        await db.SaveChangesAsync(CancellationToken.None);
        log.LogInformation("Job {Job} took {Elapsed} and worked on {Rows} rows", job.Name, Stopwatch.GetElapsedTime(started), run.Rows);
        return true;
    }

    /// <summary>How each job went last, by name; a job that never ran is absent.</summary>
    public static async Task<IReadOnlyDictionary<string, JobRun>> LastRunsAsync(HostDbContext db, IEnumerable<JobDefinition> jobs, CancellationToken ct)
    {
        Dictionary<string, JobRun> last = [];
        foreach (var job in jobs) // one step in the index each, however long the ledger is
            if (await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name).OrderByDescending(r => r.Slot).FirstOrDefaultAsync(ct) is { } run) last[job.Name] = run;
        return last;
    }

    /// <summary>Slots that started and never finished and whose host is gone, one per job: the newest, since jobs catch up by themselves.</summary>
    public async Task<IReadOnlyList<LeftSlot>> LeftAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = await scope.ServiceProvider.GetRequiredService<HostDbContext>().Set<JobRun>().AsNoTracking().Where(r => r.FinishedAt == null).OrderBy(r => r.Slot).ToListAsync(ct);
        if (open.Count == 0) return [];
        var present = await presence.PresentAsync(ct);
        var left = open.Where(r => !_running.ContainsKey((r.Job, r.Slot)) && !(r.Host is { } host && host != presence.Number && present.Contains(host))).GroupBy(r => r.Job).ToDictionary(g => g.Key, g => g.Last());
        return [.. Jobs.Where(j => left.ContainsKey(j.Name)).Select(j => new LeftSlot(j, left[j.Name].Slot, left[j.Name].Host))];
    }

    /// <summary>The newest slot of each job that passed since the job last ran.</summary>
    /// <param name="zone">The company's.</param>
    public async Task<IReadOnlyList<(JobDefinition Job, DateTime Slot)>> MissedAsync(TimeZoneInfo zone, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (last, now) = (await LastRunsAsync(scope.ServiceProvider.GetRequiredService<HostDbContext>(), Jobs, ct), time.Now());
        return [.. Jobs.Where(j => last.ContainsKey(j.Name)).Select(j => (Job: j, Slot: MissedSlots.Newest(j, zone, last[j.Name].Slot, now))).Where(m => m.Slot is not null).Select(m => (m.Job, m.Slot!.Value))];
    }

    async Task<JobRun?> ClaimAsync(HostDbContext db, JobDefinition job, DateTime slotUtc, CancellationToken ct)
    {
        var now = time.Now();
        if (await db.Set<JobRun>().FirstOrDefaultAsync(r => r.Job == job.Name && r.Slot == slotUtc, ct) is { } there) return await TakeOverAsync(db, there, now, ct) ? there : null;
        var run = new JobRun { Job = job.Name, Slot = slotUtc, StartedAt = now, Host = presence.Number };
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(ct);
            return run;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return null; // another host claimed the slot first
        }
    }

    /// <summary>Of several hosts that find a slot left behind one gets it: the row must still be as it was found.</summary>
    async Task<bool> TakeOverAsync(HostDbContext db, JobRun left, DateTime now, CancellationToken ct)
    {
        if (left.FinishedAt is not null) return false;
        if (left.Host is { } host && host != presence.Number && (await presence.PresentAsync(ct)).Contains(host)) return false; // it is at it
        int taken;
        await using (var write = await db.BeginWriteAsync(ct))
        {
            taken = await db.Set<JobRun>().Where(r => r.Id == left.Id && r.FinishedAt == null && r.Host == left.Host && r.StartedAt == left.StartedAt)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Host, presence.Number).SetProperty(x => x.StartedAt, now), ct);
            await write.CommitAsync(ct);
        }
        await db.Entry(left).ReloadAsync(ct);
        return taken == 1;
    }
}

/// <summary>A slot that was begun and left.</summary>
/// <param name="Host">Number of the host that began it; null on SQLite.</param>
internal sealed record LeftSlot(JobDefinition Job, DateTime Slot, int? Host);
