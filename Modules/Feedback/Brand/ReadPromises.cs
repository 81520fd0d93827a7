using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>Each night: reads how every promise stood at the end of each month that is over, until its number can no longer change; opens the analyses that a new month owes.</summary>
internal sealed class ReadPromises(FeedbackDbContext db, IIndicatorReadings readings, IWarehouseFreshness warehouse, IPolicies policies, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("feedback.read-promises", typeof(ReadPromises), "0 40 4 * * ?") { ReadsNumbers = true };

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        await OweAnalysesAsync(new DateOnly(today.Year, today.Month, 1).AddMonths(-1), ct);
        if (await warehouse.AsOfAsync(ct) is not { } asOf) return new JobOutcome(0);
        var (until, read) = (company.LocalDay(asOf), 0);
        foreach (var promise in await db.Set<Promise>().Include(p => p.Months).OrderBy(p => p.Id).ToListAsync(ct))
        {
            foreach (var month in promise.DueMonths(until < today ? until : today).Where(m => !promise.IsSettled(m)).ToList())
            {
                var number = await readings.ReadAsync(promise.Indicator, month, month.AddMonths(1).AddDays(-1), null, ct);
                promise.Read(month, number.Value, number.N, number.Complete, number.Run);
                read++;
            }
            await db.SaveChangesAsync(ct);
        }
        return new JobOutcome(read);
    }

    async Task OweAnalysesAsync(DateOnly month, CancellationToken ct)
    {
        var there = await db.Set<Analysis>().Where(a => a.Month == month).Select(a => a.Kind).ToListAsync(ct);
        foreach (var kind in Enum.GetValues<AnalysisKind>().Except(there)) db.Add(Analysis.Owed(kind, month, policies.At<BrandPolicy>(time.Now()).Value));
        await db.SaveChangesAsync(ct);
    }
}
