using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Briefs;

/// <summary>At 20:00 puts the brief of the day under the bell of owner and manager, once; a slot left over from another day is no news.</summary>
internal sealed class RingBrief(LoadWarehouse load, DuckWarehouse warehouse, ReadBrief read, IBell bell, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("reporting.owner-brief", typeof(RingBrief), "0 0 20-22 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var day = company.LocalDay(slotUtc);
        if (day != company.LocalDay(time.Now())) return new JobOutcome(0);
        await load.LoadAsync(LoadWarehouse.Silent, ct);
        if (!warehouse.IsUsable) return new JobOutcome(0);
        var brief = await read.ReadAsync(day, ct);
        string[] args = [.. new object[] { day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), brief.In, brief.Done, brief.Overdue.Count, brief.TakenTotal, brief.Billed, brief.LowScores.Count, brief.Holes.Count }.Select(a => Convert.ToString(a is double money ? money.ToString("0.00", CultureInfo.InvariantCulture) : a, CultureInfo.InvariantCulture)!)];
        await bell.RingAsync([Roles.Administrator, Roles.Manager], $"brief:{day:yyyy-MM-dd}", "Briefs.Bell", args, $"/Reporting/Briefs?day={day:yyyy-MM-dd}", ct);
        return new JobOutcome(1);
    }
}
