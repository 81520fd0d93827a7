using AfterSales.Documents.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>The morning's numbers about disputes and terminations; each is what the list shows under its filter.</summary>
internal sealed class DisputeDigest(DocumentsDbContext db, ICompany company) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.Manager, Kernel.Composition.Roles.RecordsClerk];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var today = company.LocalDay(nowUtc);
        return
        [
            new("Disputes.Digest.Overdue", Readers, DocumentsPermissions.ReadDisputes, await db.Set<Dispute>().Shown("overdue", today).CountAsync(ct), "/Documents/Disputes?view=overdue") { IsUrgent = true },
            new("Disputes.Digest.Terminations", Readers, DocumentsPermissions.ReadDisputes, await db.Set<Termination>().Shown("overdue", today).CountAsync(ct), "/Documents/Disputes/Terminations?view=overdue") { IsUrgent = true },
        ];
    }
}
