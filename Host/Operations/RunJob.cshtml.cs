using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <summary>Wakes one job now; it runs beside the request, and its history shows how it went.</summary>
[Permission(HostPermissions.OperationsAct)]
internal sealed class RunJobModel(HostDbContext db, JobLedger ledger, JobSchedule schedule, IAuditLog audit) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string? Name { get; set; }

    public void OnGet() => Find();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var job = Find();
        var taken = await db.Set<JobRun>().Where(r => r.Job == job.Name).MaxAsync(r => (DateTime?)r.Slot, ct);
        await audit.RecordAsync(Actor, "job.run", job.Name, "", ct);
        await schedule.WakeAsync(job, taken, ct);
        return LocalRedirect("/Operations/Job?asked=true&name=" + job.Name);
    }

    JobDefinition Find() => ledger.Jobs.FirstOrDefault(j => j.Name == Name) ?? throw new NotThere();
}
