using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Charts;

/// <summary>Signals that the charts found since the working day before, one line for each indicator and grain, with the chart behind.</summary>
internal sealed class SignalDigest(ReportingDbContext db, ICompany company) : IDigestPart
{
    /// <summary>Span of the chart that a line opens, in days: as far as signals are looked for.</summary>
    const int ChartDays = 400;

    static readonly string[] Readers = [Kernel.Composition.Roles.Manager, Kernel.Composition.Roles.QualityOfficer];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var calendar = company.CalendarAt(nowUtc);
        var today = company.LocalDay(nowUtc);
        var before = today.AddDays(-1);
        while (!calendar.IsWorkingDay(before)) before = before.AddDays(-1);
        var since = calendar.EndOf(before);
        var found = await db.Set<FoundSignal>().AsNoTracking().Where(s => s.FoundAt >= since).GroupBy(s => new { s.Indicator, s.Grain }).Select(g => new { g.Key.Indicator, g.Key.Grain, Count = g.Count() }).ToListAsync(ct);
        return
        [
            .. from signal in found
               let indicator = Indicator.Of(signal.Indicator)
               let grain = Grain.Of(signal.Grain)
               where indicator is not null && grain is not null
               orderby signal.Indicator, signal.Grain
               select new DigestLine("Dashboards.Digest.Signals", Readers, ReportingPermissions.Read, signal.Count, ExplorerLinks.Explorer(new Question(indicator, today.AddDays(-ChartDays), today, grain, null, [])))
               {
                   Args = [indicator.NameKey],
               },
        ];
    }
}
