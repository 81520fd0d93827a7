using AfterSales.Host.Hosts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using Quartz;

namespace AfterSales.Host.Operations;

/// <summary>
/// Tells Quartz when to wake each job. Schedules live in code; whether a slot runs is the ledger's decision. Slots that a killed host left unfinished run again:
/// at the next start, with those that passed while no server ran, and where hosts share a PostgreSQL on one that goes on.
/// </summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, JobLedger ledger, HostPresence presence, ICompany company, TimeProvider time, ILogger<JobSchedule> log) : BackgroundService
{
    static readonly TimeSpan LookAfterOthers = TimeSpan.FromSeconds(20);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var gone in (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken)).Where(k => ledger.Jobs.All(j => j.Name != k.Name)).ToList())
            await scheduler.DeleteJob(gone, cancellationToken); // an earlier release had it
        var alone = (await presence.PresentAsync(cancellationToken)).Count <= 1;
        foreach (var job in ledger.Jobs) await ScheduleAsync(scheduler, job, alone, cancellationToken);
        foreach (var left in await ledger.LeftAsync(cancellationToken)) await RunSlotAsync(scheduler, left, cancellationToken);
        foreach (var (job, slot) in await ledger.MissedAsync(company.Zone, cancellationToken)) await RunSlotAsync(scheduler, new LeftSlot(job, slot, null), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>A host that is missing at two looks in a row is gone; at one it may have lost its connection for a moment, and be at work.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (presence.Number is null) return;
        using var looks = new PeriodicTimer(LookAfterOthers, time);
        HashSet<LeftSlot> before = [];
        try
        {
            while (await looks.WaitForNextTickAsync(stoppingToken)) before = await LookAsync(before, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host ends
        }
    }

    async Task<HashSet<LeftSlot>> LookAsync(HashSet<LeftSlot> before, CancellationToken ct)
    {
        try
        {
            var left = await ledger.LeftAsync(ct);
            var scheduler = await schedulers.GetScheduler(ct);
            foreach (var slot in left.Where(before.Contains)) await RunSlotAsync(scheduler, slot, ct);
            return [.. left];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogWarning(error, "Could not look for slots that other hosts left; looking again");
            return [];
        }
    }

    /// <summary>Where another host is at work the schedule is there already: put anew, it would lose a slot that is just due.</summary>
    async Task ScheduleAsync(IScheduler scheduler, JobDefinition job, bool alone, CancellationToken ct)
    {
        if (!alone && await scheduler.GetTrigger(new TriggerKey(job.Name), ct) is ICronTrigger there && there.CronExpressionString == job.Cron && there.TimeZone.Id == company.Zone.Id) return;
        await scheduler.ScheduleJob(JobBuilder.Create<RunJob>().WithIdentity(job.Name).Build(), TriggerOf(job), ScheduleJobOptions.Replacing, ct);
    }

    ITrigger TriggerOf(JobDefinition job) => TriggerBuilder.Create().WithIdentity(job.Name)
        .WithCronSchedule(job.Cron, c => c.InTimeZone(company.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();

    /// <summary>The company has told its time zone: jobs wake by its clock from now on.</summary>
    public async Task FollowZoneAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        foreach (var job in ledger.Jobs) await scheduler.RescheduleJob(new TriggerKey(job.Name), TriggerOf(job), ct);
    }

    static async Task RunSlotAsync(IScheduler scheduler, LeftSlot left, CancellationToken ct) =>
        await scheduler.TriggerJob(new JobKey(left.Job.Name), new JobDataMap { [RunJob.Slot] = left.Slot.ToString("O") }, ct);

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
        await RunSlotAsync(await schedulers.GetScheduler(ct), new LeftSlot(job, slot, null), ct);
    }
}

/// <summary>Quartz's side of every job: hands the slot to the ledger. On a nearly full disk it waits; slots that pass meanwhile become one.</summary>
[DisallowConcurrentExecution]
internal sealed class RunJob(JobLedger ledger, DiskSpace disk, FirstAnswer firstAnswer, IHostApplicationLifetime server) : IJob
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
            await firstAnswer.WaitAsync(waiting.Token);
            await disk.WaitAsync(waiting.Token);
        }
        catch (OperationCanceledException)
        {
            return; // the server ends before there was space
        }
        await ledger.RunAsync(job, slot, cancellationToken);
    }
}
