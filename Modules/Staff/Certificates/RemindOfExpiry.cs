using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>Rings the bell 60, 30 and 7 days before a certificate ends, once for each: in time to book the course that renews it.</summary>
internal sealed class RemindOfExpiry(StaffDbContext db, IBell bell, ICompany company) : IJobStep
{
    public static readonly JobDefinition Job = new("staff.remind-of-expiry", typeof(RemindOfExpiry), "0 10 7 * * ?");
    public static readonly int[] DaysBefore = [60, 30, 7];

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var today = company.LocalDay(slotUtc);
        var ending = await db.Set<Certificate>().AsNoTracking().EndingBetween(today, today.AddDays(DaysBefore.Max())).OrderBy(c => c.ExpiresOn).ThenBy(c => c.Id).ToListAsync(ct);
        foreach (var certificate in ending)
        {
            // the nearest mark that is past: a server that slept over a day still rings
            var mark = DaysBefore.Where(d => certificate.ExpiresOn!.Value.DayNumber - today.DayNumber <= d).Min();
            await bell.RingAsync(Recipients.WithPermission(StaffPermissions.EditCertificates), new Notice($"certificate-ends:{certificate.PublicId:N}:{certificate.ExpiresOn:O}:{mark}", "Certificates.Ends",
                [certificate.PersonName, certificate.Number, certificate.ExpiresOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)], $"/Staff/Certificates/Details/{certificate.PublicId}"), ct);
        }
        return new JobOutcome(ending.Count);
    }
}
