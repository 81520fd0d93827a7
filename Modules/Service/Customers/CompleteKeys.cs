using AfterSales.Kernel.Jobs;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>Makes the keys of customers who were stored before there were any, or whose keys were made by an older version of the product.</summary>
internal sealed class CompleteKeys(ServiceDbContext db) : IJobStep
{
    public static readonly JobDefinition Job = new("service.complete-keys", typeof(CompleteKeys), "0 * * * * ?");
    const int Chunk = 500, MostChunks = 200;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        long rows = 0;
        for (var i = 0; i < MostChunks; i++)
        {
            var waiting = await db.Set<Customer>().IgnoreQueryFilters().Whole().Where(c => c.KeyVersion < Customer.KeysNow).OrderBy(c => c.Id).Take(Chunk).ToListAsync(ct);
            if (waiting.Count == 0) break;
            foreach (var customer in waiting) customer.MakeKeys();
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            rows += waiting.Count;
        }
        return new JobOutcome(rows);
    }
}
