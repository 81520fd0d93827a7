using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <summary>The history of one job, newest slot first.</summary>
[Permission(HostPermissions.Operations)]
internal sealed class JobModel(HostDbContext db, JobLedger ledger, JobSchedule schedule) : ModulePage
{
    const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public string? Name { get; set; }
    /// <summary>Ticks of the slot before which the list begins.</summary>
    [BindProperty(SupportsGet = true)] public long? Before { get; set; }
    /// <summary>Whether the run button was pressed just now.</summary>
    [BindProperty(SupportsGet = true)] public bool Asked { get; set; }
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];
    public DateTime? Next { get; private set; }
    public long? Older { get; private set; }
    public bool MayRun => May(HostPermissions.OperationsAct);
    public bool IsUnderWay => Asked || Runs.Any(r => r.FinishedAt is null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (ledger.Jobs.All(j => j.Name != Name)) throw new NotThere();
        var before = Before is { } ticks && ticks is > 0 and < 3_000_000_000_000_000_000 ? new DateTime(ticks, DateTimeKind.Utc) : (DateTime?)null;
        Runs = await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == Name && (before == null || r.Slot < before)).OrderByDescending(r => r.Slot).Take(PageSize).ToListAsync(ct);
        Older = Runs.Count == PageSize ? Runs[^1].Slot.Ticks : null;
        Next = (await schedule.NextRunsAsync(ct)).TryGetValue(Name!, out var at) ? at : null;
    }
}
