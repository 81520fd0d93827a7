using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Maintenance;

/// <summary>
/// Every night: plans for appliances that have none yet, and proposals for what is due soon. What was proposed is written on the plan, whose version
/// guards it, so that two runs at once make one proposal.
/// </summary>
internal sealed class OpenDueMaintenance(ServiceDbContext db, IPolicies policies, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("service.open-due-maintenance", typeof(OpenDueMaintenance), "0 30 2 * * ?");
    const int Chunk = 500, Attempts = 5;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var now = time.Now();
        var (policy, today) = (policies.At<MaintenancePolicy>(now).Value, company.LocalDay(now));
        foreach (var interval in policy.Intervals)
            await RepeatedAsync(() => PlanAsync(interval, today, ct));
        return new JobOutcome(await RepeatedAsync(() => ProposeAsync(policy.AheadDays, today, now, ct)));
    }

    /// <summary>Chunk by chunk until nothing is left; where another run was faster, what it left is read again.</summary>
    async Task<long> RepeatedAsync(Func<Task<int>> chunk)
    {
        long rows = 0;
        for (var failed = 0; ;)
        {
            try
            {
                var done = await chunk();
                if (done == 0) return rows;
                rows += done;
            }
            catch (DbUpdateException) when (++failed < Attempts)
            {
                // another run took the same rows; the next reading does not find them any more
            }
            db.ChangeTracker.Clear();
        }
    }

    async Task<int> PlanAsync(MaintenanceInterval interval, DateOnly today, CancellationToken ct)
    {
        var bare = await db.Set<Appliance>().Where(a => a.PurchasedOn != null && db.Set<ProductModel>().Any(m => m.Id == a.ModelId && m.Type == interval.Type)
                && !db.Set<MaintenancePlan>().Any(p => p.ApplianceId == a.Id && p.Work == interval.Work))
            .OrderBy(a => a.Id).Take(Chunk).Select(a => new { a.Id, a.PurchasedOn }).ToListAsync(ct);
        db.AddRange(bare.Select(a => MaintenancePlan.Of(a.Id, interval, a.PurchasedOn!.Value, today)));
        await db.SaveChangesAsync(ct);
        return bare.Count;
    }

    async Task<int> ProposeAsync(int aheadDays, DateOnly today, DateTime now, CancellationToken ct)
    {
        var last = today.AddDays(aheadDays);
        var due = await db.Set<MaintenancePlan>().Where(p => p.NextDue <= last && (p.ProposedFor == null || p.ProposedFor < p.NextDue)).OrderBy(p => p.NextDue).ThenBy(p => p.Id).Take(Chunk).ToListAsync(ct);
        foreach (var plan in due)
        {
            if (plan.Propose(aheadDays, today, now) is not { } proposal) continue;
            proposal.Tell(PublicToken.New());
            db.Add(proposal);
        }
        await db.SaveChangesAsync(ct);
        return due.Count;
    }
}
