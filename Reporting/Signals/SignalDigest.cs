using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Signals;

/// <summary>Signals that the charts found since the working day before, one line for each indicator, and those whose explanation is overdue.</summary>
internal sealed class SignalDigest(ReportingDbContext db, ICompany company) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.Manager, Kernel.Composition.Roles.QualityOfficer];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var calendar = company.CalendarAt(nowUtc);
        var today = company.LocalDay(nowUtc);
        var before = today.AddDays(-1);
        while (!calendar.IsWorkingDay(before)) before = before.AddDays(-1);
        var since = calendar.EndOf(before);
        var found = await db.Set<Signal>().AsNoTracking().Where(s => s.FoundAt >= since).GroupBy(s => s.Indicator).Select(g => new { Code = g.Key, Count = g.Count() }).ToListAsync(ct);
        return
        [
            .. from signal in found
               let indicator = Indicator.Of(signal.Code)
               where indicator is not null
               orderby signal.Code
               select new DigestLine("Dashboards.Digest.Signals", Readers, ReportingPermissions.Company, signal.Count, $"/Reporting/Signals?state=all&indicator={signal.Code}&since={company.LocalDay(since):yyyy-MM-dd}") { Args = [indicator.NameKey] },
            new DigestLine("Signals.Digest.Overdue", Readers, ReportingPermissions.Company, await db.Set<Signal>().CountAsync(s => s.ExplainedAt == null && s.DueDay < today, ct), "/Reporting/Signals?state=overdue") { IsUrgent = true },
        ];
    }
}
