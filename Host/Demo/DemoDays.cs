using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Demo;

/// <summary>The days of the demo company's office computer: jobs that ran, a few that failed, nights on which no backup was made.</summary>
internal sealed class DemoDays(HostDbContext db, IServiceProvider services) : IDemoPart
{
    /// <summary>Slots a day of a job in an office that is switched on around the clock; jobs of every two minutes have many.</summary>
    const int MostSlots = 720;

    public int Order => 80;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<JobDay>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var random = new Random(plan.Seed + 31);
        var jobs = services.GetServices<IModule>().SelectMany(m => m.Jobs).Select(j => (j.Name, Slots: SlotsOf(j))).ToList();
        List<JobDay> days = [];
        List<BackupDay> backups = [];
        for (var day = plan.From; day <= plan.Until; day = day.AddDays(1))
        {
            foreach (var (name, slots) in jobs) days.Add(new JobDay { Job = name, Day = day, Slots = slots, Succeeded = slots - Math.Min(slots, Failures(random, slots * 0.0008)) });
            backups.Add(new BackupDay { Day = day, Verified = random.NextDouble() > 0.004 });
        }
        await using var write = await db.BeginWriteAsync(ct);
        await db.InsertAsync(days, ct);
        await db.InsertAsync(backups, ct);
        await write.CommitAsync(ct);
        return 0;
    }

    /// <summary>A Poisson number (Knuth): every slot has the same small chance to fail, so that the chart of jobs is quiet.</summary>
    static int Failures(Random random, double expected)
    {
        var failures = -1;
        for (double left = 1, least = Math.Exp(-expected); left > least; left *= random.NextDouble()) failures++;
        return failures;
    }

    static int SlotsOf(JobDefinition job)
    {
        var cron = new Quartz.CronExpression(job.Cron); // how often a day, whatever the zone
        var (slots, at, end) = (0, new DateTimeOffset(2026, 3, 3, 23, 59, 59, TimeSpan.Zero), new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));
        while (slots < MostSlots && cron.GetNextValidTimeAfter(at) is { } next && next < end) (slots, at) = (slots + 1, next);
        return Math.Max(1, slots);
    }
}
