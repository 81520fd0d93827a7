using AfterSales.Documents.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Records;

/// <summary>The morning's numbers about documents; each is what the list shows under its filter to whoever sees every class but legal matters, which nobody counts here.</summary>
internal sealed class RecordDigest(DocumentsDbContext db, ICompany company, IPolicies policies) : IDigestPart
{
    static readonly string[] Clerks = [Kernel.Composition.Roles.RecordsClerk], Deciders = [Kernel.Composition.Roles.Manager];

    public IReadOnlyList<string> Roles => [.. Clerks, .. Deciders];

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var today = company.LocalDay(nowUtc);
        var days = policies.At<RecordsPolicy>(nowUtc).Value.BothFormsDays;
        var documents = db.Set<Document>().AsNoTracking().Where(d => d.Class != RecordClass.Legal);
        Task<int> Count(string view) => documents.Shown(view, today, days).CountAsync(ct);
        return
        [
            new("Records.Digest.Overdue", Clerks, DocumentsPermissions.ReadRecords, await Count("overdue"), "/Documents/Records?view=overdue") { IsUrgent = true },
            new("Records.Digest.ToClassify", Clerks, DocumentsPermissions.FileRecords, await Count("to_classify"), "/Documents/Records?view=to_classify"),
            new("Records.Digest.PaperMissing", Clerks, DocumentsPermissions.FileRecords, await Count("paper_missing"), "/Documents/Records?view=paper_missing"),
            new("Records.Digest.Disposal", Deciders, DocumentsPermissions.ApproveDisposal, await Count("disposal"), "/Documents/Records?view=disposal"),
        ];
    }
}
