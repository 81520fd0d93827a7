using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using Quartz;

namespace AfterSales.Host.Operations;

/// <summary>Tells Quartz when to wake each job. Schedules live in code; whether a slot runs is the ledger's decision.</summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, JobLedger ledger, ICompany company, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in ledger.Jobs) await ScheduleAsync(scheduler, job, cancellationToken);
        await CatchUpAsync(scheduler, cancellationToken);
    }

    async Task ScheduleAsync(IScheduler scheduler, JobDefinition job, CancellationToken ct) =>
        await scheduler.ScheduleJob(JobBuilder.Create<RunJob>().WithIdentity(job.Name).Build(), TriggerOf(job), cancellationToken: ct);

    ITrigger TriggerOf(JobDefinition job) => TriggerBuilder.Create().WithIdentity(job.Name)
        .WithCronSchedule(job.Cron, c => c.InTimeZone(company.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();

    /// <summary>The company has told its time zone: jobs wake by its clock from now on.</summary>
    public async Task FollowZoneAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        foreach (var job in ledger.Jobs) await scheduler.RescheduleJob(new TriggerKey(job.Name), TriggerOf(job), ct);
    }

    /// <summary>Slots that a killed process left unfinished run again now, and those that passed while no server ran.</summary>
    async Task CatchUpAsync(IScheduler scheduler, CancellationToken ct)
    {
        foreach (var (job, slot) in (IReadOnlyList<(JobDefinition, DateTime)>)[.. await ledger.UnfinishedAsync(ct), .. await ledger.MissedAsync(company.Zone, ct)])
        {
            var data = new JobDataMap { [RunJob.Slot] = slot.ToString("O") };
            await scheduler.TriggerJob(new JobKey(job.Name), data, ct);
        }
    }

    /// <summary>When each job wakes next, UTC, by name.</summary>
    public async Task<IReadOnlyDictionary<string, DateTime>> NextRunsAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        Dictionary<string, DateTime> next = [];
        foreach (var job in ledger.Jobs)
            if ((await scheduler.GetTrigger(new TriggerKey(job.Name), ct))?.NextFireTimeUtc is { } at) next[job.Name] = at.UtcDateTime;
        return next;
    }

    /// <summary>Wakes a job beside its schedule, in a slot of its own. It begins at once, or when the run that is under way has ended.</summary>
    /// <param name="taken">Newest slot that the ledger holds for the job, or null.</param>
    public async Task WakeAsync(JobDefinition job, DateTime? taken, CancellationToken ct)
    {
        var slot = time.Now();
        if (taken >= slot) slot = taken.Value.AddMilliseconds(1);
        await (await schedulers.GetScheduler(ct)).TriggerJob(new JobKey(job.Name), new JobDataMap { [RunJob.Slot] = slot.ToString("O") }, ct);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Quartz's side of every job: hands the slot to the ledger. On a nearly full disk it waits; slots that pass meanwhile become one.</summary>
[DisallowConcurrentExecution]
internal sealed class RunJob(JobLedger ledger, DiskSpace disk, IHostApplicationLifetime server) : IJob
{
    public const string Slot = "slot";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var job = ledger.Jobs.Single(j => j.Name == context.JobDetail.Key.Name);
        var slot = context.MergedJobDataMap.TryGetString(Slot, out var left)
            ? DateTime.Parse(left!, null, System.Globalization.DateTimeStyles.RoundtripKind)
            : context.ScheduledFireTimeUtc!.Value.UtcDateTime.CutToMilliseconds();
        try
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, server.ApplicationStopping);
            await disk.WaitAsync(waiting.Token);
        }
        catch (OperationCanceledException)
        {
            return; // the server ends before there was space
        }
        await ledger.RunAsync(job, slot, cancellationToken);
    }
}
