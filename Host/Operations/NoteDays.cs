using AfterSales.Host.Backup;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Reporting.Contracts.Feed;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Operations;

/// <summary>How one job fared on one local day: the ledger of runs forgets after ninety days, this stays (clause 9.3).</summary>
internal sealed class JobDay : IInFeed
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public required string Job { get; init; }
    public required DateOnly Day { get; init; }
    public required int Slots { get; init; }
    public required int Succeeded { get; init; }
}

/// <summary>Whether a day ended with a verified backup under 48 hours old (clause 8.3).</summary>
internal sealed class BackupDay : IInFeed
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public required DateOnly Day { get; init; }
    public required bool Verified { get; init; }
}

internal sealed class JobDayMap : IEntityTypeConfiguration<JobDay>
{
    public void Configure(EntityTypeBuilder<JobDay> builder)
    {
        builder.ToTable("job_days");
        builder.HasIndex(d => new { d.Day, d.Job }).IsUnique();
    }
}

internal sealed class BackupDayMap : IEntityTypeConfiguration<BackupDay>
{
    public void Configure(EntityTypeBuilder<BackupDay> builder)
    {
        builder.ToTable("backup_days");
        builder.HasIndex(d => d.Day).IsUnique();
    }
}

internal sealed class JobDayFeed(HostDbContext db) : TableFeed<JobDay, JobDay, JobDayFeedRow>(db)
{
    public override string Name => "host.job-days";
    protected override IQueryable<JobDay> Read(IQueryable<JobDay> stored) => stored;
    protected override JobDayFeedRow Row(JobDay stored) => new() { Key = stored.Id, Change = stored.Change, Job = stored.Job, Day = stored.Day, Slots = stored.Slots, Succeeded = stored.Succeeded };
}

internal sealed class BackupDayFeed(HostDbContext db) : TableFeed<BackupDay, BackupDay, BackupDayFeedRow>(db)
{
    public override string Name => "host.backup-days";
    protected override IQueryable<BackupDay> Read(IQueryable<BackupDay> stored) => stored;
    protected override BackupDayFeedRow Row(BackupDay stored) => new() { Key = stored.Id, Change = stored.Change, Day = stored.Day, Verified = stored.Verified };
}

/// <summary>
/// Writes down how each day that is over went: every job, and the backup at its end. Days on which the machine was off are written later; a slot that
/// never started on them is not counted, since nobody was there to miss it.
/// </summary>
internal sealed class NoteDays(HostDbContext db, BackupShelf shelf, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("host.note-days", typeof(NoteDays), "0 20 0,8,14 * * ?");

    /// <summary>Age up to which a verified backup covers a day.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromHours(48);
    /// <summary>Days that are made up for at most.</summary>
    const int Furthest = 60;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        if (await db.Set<JobRun>().MinAsync(r => (DateTime?)r.Slot, ct) is not { } firstRun) return new JobOutcome(0);
        var (jobsNoted, backupsNoted) = (await db.Set<JobDay>().MaxAsync(d => (DateOnly?)d.Day, ct), await db.Set<BackupDay>().MaxAsync(d => (DateOnly?)d.Day, ct));
        var first = Later(company.LocalDay(firstRun), today.AddDays(-Furthest));
        long noted = 0;
        for (var day = first; day < today; day = day.AddDays(1))
        {
            if (jobsNoted is null || day > jobsNoted) noted += await NoteJobsAsync(day, ct);
            if (backupsNoted is null || day > backupsNoted) noted += NoteBackup(day);
        }
        await db.SaveChangesAsync(ct);
        return new JobOutcome(noted);
    }

    async Task<int> NoteJobsAsync(DateOnly day, CancellationToken ct)
    {
        var calendar = company.CalendarAt(time.Now());
        var (from, to) = (calendar.StartOf(day), calendar.EndOf(day));
        var jobs = await db.Set<JobRun>().Where(r => r.Slot >= from && r.Slot < to).GroupBy(r => r.Job)
            .Select(g => new { Job = g.Key, Slots = g.Count(), Succeeded = g.Count(r => r.FinishedAt != null && r.Error == null) }).ToListAsync(ct);
        foreach (var job in jobs) db.Add(new JobDay { Job = job.Job, Day = day, Slots = job.Slots, Succeeded = job.Succeeded });
        return jobs.Count;
    }

    int NoteBackup(DateOnly day)
    {
        var end = company.CalendarAt(time.Now()).EndOf(day);
        db.Add(new BackupDay { Day = day, Verified = shelf.List().Any(b => b.IsGood && b.CreatedAt <= end && b.CreatedAt > end - Fresh) });
        return 1;
    }

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
