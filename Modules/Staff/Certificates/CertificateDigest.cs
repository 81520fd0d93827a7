using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>The morning's numbers about certificates; each is what the list shows under its filter.</summary>
internal sealed class CertificateDigest(StaffDbContext db, ICompany company) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.Trainer, Kernel.Composition.Roles.Manager];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var today = company.LocalDay(nowUtc);
        var ending = await db.Set<Certificate>().Shown("ending", today).CountAsync(ct);
        return [new DigestLine("Certificates.Digest.Ending", Readers, StaffPermissions.ReadCertificates, ending, "/Staff/Certificates?state=ending")];
    }
}
