using System.Globalization;
using System.Resources;
using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace AfterSales.FaultTests;

/// <summary>
/// A company in Rome, whose clock jumps twice a year, lives through 365 days with all its jobs: the schedule says when they wake, the ledger runs them, and a counter that
/// knows neither walks through the year minute by minute. Some nights the machine is off, and now and then the process dies in the middle of a job.
/// </summary>
public sealed class AYearOfJobs(AYearOfJobs.InRome installation) : IClassFixture<AYearOfJobs.InRome>
{
    const string Rome = "Europe/Rome";
    static readonly int Days = Figures.Of(40, 365);
    static readonly DateTime From = new(2026, 10, 10, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The clock goes back on 25 October 2026 and forward on 28 March 2027, at one in the morning UTC.</summary>
    static readonly DateTime[] Jumps = [new(2026, 10, 25, 1, 0, 0, DateTimeKind.Utc), new(2027, 3, 28, 1, 0, 0, DateTimeKind.Utc)];

    static bool IsNearAJump(DateTime slot) => Array.Exists(Jumps, j => (slot - j).Duration() <= TimeSpan.FromHours(3));

    /// <summary>Jobs at these hours of these days are missed: evening, night and morning.</summary>
    static bool IsOff(DateTime local) => local.DayOfYear % 9 == 3 && local.Hour >= 18 || (local.AddDays(-1).DayOfYear % 9 == 3 && local.Hour < 9);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>With one job that dies when it is told to, and nothing that wakes jobs: the test does.</summary>
    public sealed class InRome : Installation
    {
        internal const string Dies = "sample.dies";

        /// <summary>Slots in which the process dies.</summary>
        internal HashSet<DateTime> Deadly { get; } = [];

        /// <summary>Ends what runs when the process dies.</summary>
        internal CancellationTokenSource Death { get; set; } = new();

        public InRome() => Time.SetUtcNow(From);

        protected override void Register(IServiceCollection services)
        {
            foreach (var waking in services.Where(s => s.ServiceType == typeof(IHostedService) && (s.ImplementationType ?? s.ImplementationFactory?.Method.DeclaringType)?.FullName?.StartsWith("Quartz.", StringComparison.Ordinal) == true).ToList()) services.Remove(waking);
            services.AddSingleton<IModule>(new Sample()).AddSingleton(this).AddScoped<Dying>();
        }

        protected override string Zone => Rome;

        sealed class Sample : IModule
        {
            public string Name => "Sample";
            public ResourceManager Text => KernelText.Resources;
            public IReadOnlyList<Permission> Permissions => [];
            public IReadOnlyList<MenuItem> Menu => [];
            public IReadOnlyList<JobDefinition> Jobs => [new(Dies, typeof(Dying), "0 30 1,2,3,13 * * ?")]; // half past two comes twice, or not at all
            public void Register(IServiceCollection services, DatabaseOptions database)
            {
            }
        }

        sealed class Dying(InRome installation) : IJobStep
        {
            public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
            {
                if (!installation.Deadly.Remove(slotUtc)) return new JobOutcome(1);
                await installation.Death.CancelAsync();
                ct.ThrowIfCancellationRequested();
                throw new InvalidOperationException("The process is to die in this slot.");
            }
        }
    }

    /// <summary>What the schedule says, against a counter over local time: where the clock jumps, what has fixed hours comes once a day, what comes every so many minutes never stops.</summary>
    [Fact]
    public async Task every_job_wakes_at_each_of_its_times_once_also_where_the_clock_jumps()
    {
        var until = From.AddDays(365); // only counted: all of them, always
        long slots = 0;
        foreach (var job in installation.Services.GetRequiredService<JobLedger>().Jobs)
        {
            var woken = await SlotsAsync(job, From, until);
            slots += woken.Count;
            woken.ShouldBeUnique(job.Name);
            var counted = Cron.Of(job.Cron).Count(OfTheCompany, From, until).ToHashSet();
            woken.Where(w => w != Jumps[1] || counted.Contains(w)).ShouldBe(counted, job.Name); // a minute that the clock leaves out is made up for at the jump, in a slot of its own
        }
        Figures.Record("8 every slot of a year", "the schedule of all jobs in Europe/Rome, both clock changes inside, against a counter of local minutes", $"365 days, {slots} slots", "each once: fixed hours once a day on the days of the change too, minutes without a gap or double");
    }

    [Fact]
    public async Task every_slot_runs_once_through_nights_off_and_deaths_in_the_middle_of_a_job()
    {
        var until = From.AddDays(Days);
        var ledger = installation.Services.GetRequiredService<JobLedger>();
        List<(DateTime Slot, JobDefinition Job)> slots = [];
        foreach (var job in ledger.Jobs)
            foreach (var slot in await SlotsAsync(job, From, until))
                if (IsRare(job) || IsNearAJump(slot)) slots.Add((slot, job)); // what comes every minute: the hours in which the clock jumps
        slots.Sort((a, b) => (a.Slot, a.Job.Name).CompareTo((b.Slot, b.Job.Name)));
        var random = new Random(365);
        var (runs, refused, restarts, deaths) = (0, 0, 0, 0);
        HashSet<(string, DateTime)> ran = [];
        Dictionary<string, DateTime> missed = [];
        var wasOff = false;
        foreach (var (slot, job) in slots)
        {
            if (ran.Contains((job.Name, slot))) continue; // made up for at a start in the same moment
            installation.Time.SetUtcNow(wasOff && !IsOff(Local(slot)) ? slot.AddMinutes(-1) : slot);
            if (IsOff(Local(slot)))
            {
                missed[job.Name] = slot;
                wasOff = true;
                continue;
            }
            if (wasOff)
            {
                wasOff = false;
                restarts++;
                await RestartAsync();
                var caughtUp = await AwaitedAsync();
                foreach (var (name, newest) in missed.Where(m => ran.Any(r => r.Item1 == m.Key) && Ledger().Jobs.Any(j => j.Name == m.Key && IsRare(j)))) caughtUp.ShouldContain((name, newest), "the newest of the slots missed while the machine was off");
                foreach (var (name, awaited) in caughtUp) await RunOnceAsync(name, awaited);
                missed.Clear();
                installation.Time.SetUtcNow(slot);
            }
            if (job.Name == InRome.Dies && random.Next(12) == 0)
            {
                installation.Deadly.Add(slot);
                await Should.ThrowAsync<OperationCanceledException>(async () => await DieAsync(job, slot));
                deaths++;
                await RestartAsync();
                var left = await AwaitedAsync();
                left.ShouldContain((job.Name, slot), "a slot that began and did not end");
                foreach (var (name, awaited) in left) await RunOnceAsync(name, awaited);
                ran.ShouldContain((job.Name, slot));
                continue;
            }
            await RunOnceAsync(job.Name, slot);
            if (random.Next(50) == 0)
            {
                (await Ledger().RunAsync(job, slot, Stop)).ShouldBeFalse("the slot has run");
                refused++;
            }
        }
        await installation.WithAsync<HostDbContext>(async db =>
        {
            (await db.Set<JobRun>().CountAsync(r => r.FinishedAt == null, Stop)).ShouldBe(0);
            var failed = await db.Set<JobRun>().AsNoTracking().Where(r => r.Error != null).Select(r => r.Job + ": " + r.Error).Distinct().ToListAsync(Stop);
            failed.ShouldBeEmpty();
            var newest = await db.Set<JobRun>().Where(r => r.Job == ForgetRuns.Job.Name).MaxAsync(r => r.Slot, Stop);
            var oldest = newest.AddDays(-ForgetRuns.DaysKept);
            (await db.Set<JobRun>().AnyAsync(r => r.Slot < oldest, Stop)).ShouldBeFalse("the ledger forgets");
            var kept = ran.Where(r => r.Item2 >= oldest).ToHashSet();
            (await db.Set<JobRun>().AsNoTracking().Where(r => r.Slot >= From).Select(r => new { r.Job, r.Slot }).ToListAsync(Stop)).Select(r => (r.Job, r.Slot)).ShouldBe(kept, ignoreOrder: true, "each slot has one line");
        });
        // The clock of the machine goes back by hours: what has run does not run again. It goes forward by days: the next start makes up for one slot of each job.
        foreach (var (slot, job) in slots.Where(s => ran.Contains((s.Job.Name, s.Slot))).TakeLast(40)) (await Ledger().RunAsync(job, slot, Stop)).ShouldBeFalse();
        installation.Time.SetUtcNow(until.AddDays(3));
        await RestartAsync();
        var afterTheJump = await AwaitedAsync();
        List<string> due = [];
        foreach (var name in ran.Select(r => r.Item1).Distinct())
            if ((await SlotsAsync(Ledger().Jobs.Single(j => j.Name == name), until, until.AddDays(3))).Count > 0) due.Add(name);
        afterTheJump.Select(a => a.Job).ShouldBe(due, ignoreOrder: true);
        foreach (var (name, slot) in afterTheJump) await RunOnceAsync(name, slot);
        restarts.ShouldBeGreaterThan(1);
        deaths.ShouldBeGreaterThan(0);
        Figures.Record("8 a year in a minute", "all jobs with their real steps under a fake clock in Europe/Rome, a night in nine with the machine off, deaths in the middle of a job; jobs that come every few minutes on the days of the clock change only",
            $"{Days} days, {runs} runs, {restarts} nights off, {deaths} deaths, {refused} second tries", "each slot once, the newest missed slot of each job made up for at the next start, unfinished slots finished, the ledger holds 90 days, no job failed");

        async Task RunOnceAsync(string name, DateTime slot)
        {
            (await Ledger().RunAsync(Ledger().Jobs.Single(j => j.Name == name), slot, Stop)).ShouldBeTrue($"{name} {slot:O}");
            ran.Add((name, slot)).ShouldBeTrue($"{name} {slot:O}");
            runs++;
        }
    }

    async Task DieAsync(JobDefinition job, DateTime slot)
    {
        using var death = installation.Death = new CancellationTokenSource();
        await Ledger().RunAsync(job, slot, death.Token);
    }

    JobLedger Ledger() => installation.Services.GetRequiredService<JobLedger>();

    async Task RestartAsync()
    {
        await installation.StopAsync();
        await installation.StartAsync();
    }

    /// <summary>Runs that the start of the server asked for: nothing wakes them here, so they lie in the scheduler.</summary>
    async Task<List<(string Job, DateTime Slot)>> AwaitedAsync()
    {
        var scheduler = await installation.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Stop);
        List<(string, DateTime)> awaited = [];
        foreach (var job in Ledger().Jobs)
            foreach (var trigger in await scheduler.GetTriggersOfJob(new JobKey(job.Name), Stop))
                if (trigger.JobDataMap.TryGetString(RunJob.Slot, out var slot)) awaited.Add((job.Name, DateTime.Parse(slot!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)));
        return awaited;
    }

    /// <summary>When the schedule wakes a job.</summary>
    async Task<List<DateTime>> SlotsAsync(JobDefinition job, DateTime from, DateTime until)
    {
        var trigger = (ICronTrigger)(await (await installation.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Stop)).GetTrigger(new TriggerKey(job.Name), Stop)).ShouldNotBeNull();
        var cron = new CronExpression(trigger.CronExpressionString!, trigger.TimeZone); // the trigger itself begins with the clock of the machine
        List<DateTime> slots = [];
        for (var at = cron.GetNextValidTimeAfter(new DateTimeOffset(from.AddTicks(-1))); at is { } slot && slot.UtcDateTime < until; at = cron.GetNextValidTimeAfter(slot)) slots.Add(slot.UtcDateTime);
        return slots;
    }

    static readonly TimeZoneInfo OfTheCompany = TimeZoneInfo.FindSystemTimeZoneById(Rome);

    static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, OfTheCompany);

    static bool IsRare(JobDefinition job) => !Cron.Of(job.Cron).EveryHour;

    /// <summary>The part of a cron expression that jobs use: one second; minutes, hours, days of the month and months as lists, ranges and steps.</summary>
    sealed record Cron(int Second, HashSet<int> Minutes, HashSet<int> Hours, HashSet<int> Days, HashSet<int> Months)
    {
        public bool EveryHour => Hours.Count == 24;

        public static Cron Of(string expression)
        {
            var parts = expression.Split(' ');
            parts[5].ShouldBe("?");
            return new Cron(int.Parse(parts[0], CultureInfo.InvariantCulture), Field(parts[1], 0, 59), Field(parts[2], 0, 23), Field(parts[3], 1, 31), Field(parts[4], 1, 12));
        }

        static HashSet<int> Field(string text, int first, int last) => [.. text.Split(',').SelectMany(part =>
        {
            var (range, step) = part.Split('/') is [var r, var s] ? (r, int.Parse(s, CultureInfo.InvariantCulture)) : (part, 0);
            var (from, to) = range == "*" ? (first, last) : range.Split('-') is [var a, var b] ? (int.Parse(a, CultureInfo.InvariantCulture), int.Parse(b, CultureInfo.InvariantCulture)) : (int.Parse(range, CultureInfo.InvariantCulture), step > 0 ? last : int.Parse(range, CultureInfo.InvariantCulture));
            return Enumerable.Range(from, to - from + 1).Where(v => step == 0 || (v - from) % step == 0);
        })];

        /// <summary>Walks minute by minute. A local time that comes twice counts the first time, one that never comes is made up for at the jump.</summary>
        public List<DateTime> Count(TimeZoneInfo zone, DateTime from, DateTime until)
        {
            HashSet<DateTime> seen = [], slots = [];
            for (var utc = from; utc < until; utc = utc.AddMinutes(1))
            {
                var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
                if (Matches(local) && (EveryHour || seen.Add(local))) slots.Add(utc.AddSeconds(Second));
                var gap = zone.GetUtcOffset(utc) - zone.GetUtcOffset(utc.AddMinutes(-1)); // the jump itself: walk through the hour that is left out
                if (gap > TimeSpan.Zero && !EveryHour)
                    for (var lost = TimeSpan.Zero; lost < gap; lost += TimeSpan.FromMinutes(1))
                        if (Matches(local - gap + lost)) slots.Add(utc);
            }
            return [.. slots.Order()];
        }

        bool Matches(DateTime local) => Minutes.Contains(local.Minute) && Hours.Contains(local.Hour) && Days.Contains(local.Day) && Months.Contains(local.Month);
    }
}
