using AfterSales.Documents.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Agreements;

/// <summary>The morning's numbers about agreements; each is what the list shows under its filter.</summary>
internal sealed class AgreementDigest(DocumentsDbContext db, ICompany company, IPolicies policies) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.Manager, Kernel.Composition.Roles.RecordsClerk];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var today = company.LocalDay(nowUtc);
        var days = policies.At<AgreementPolicy>(nowUtc).Value.ExpiringDays;
        var agreements = db.Set<Agreement>().AsNoTracking();
        return
        [
            new("Agreements.Digest.Undecided", Readers, DocumentsPermissions.ReadAgreements, await agreements.Shown("undecided", today, days).CountAsync(ct), "/Documents/Agreements?view=undecided"),
            new("Agreements.Digest.NoCopy", Readers, DocumentsPermissions.ReadAgreements, await agreements.Shown("no_copy", today, days).CountAsync(ct), "/Documents/Agreements?view=no_copy"),
        ];
    }
}
