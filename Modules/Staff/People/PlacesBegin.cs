using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.People;

/// <summary>Tells those who keep a copy of people's places that one began today or ended yesterday: a move is often entered ahead of its day.</summary>
internal sealed class PlacesBegin(StaffDbContext db, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("staff.places-begin", typeof(PlacesBegin), "0 5 0 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var today = company.LocalDay(slotUtc);
        var (yesterday, now) = (today.AddDays(-1), time.Now());
        var numbers = await db.Set<Employee>().Where(e => e.Placements.Any(p => !p.IsVoid && (p.FirstDay == today || p.LastDay == yesterday))).Select(e => e.Number).ToListAsync(ct);
        foreach (var number in numbers) db.Publish(new EmployeeChanged(number), now);
        await db.SaveChangesAsync(ct);
        return new JobOutcome(numbers.Count);
    }
}
