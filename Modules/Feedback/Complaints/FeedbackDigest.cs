using AfterSales.Feedback.Brand;
using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>The morning's numbers of the quality officer; each is what its list shows.</summary>
internal sealed class FeedbackDigest(FeedbackDbContext db) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.QualityOfficer, Kernel.Composition.Roles.Manager];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct) =>
    [
        new("Complaints.Digest.Safety", Readers, FeedbackPermissions.ReadComplaints, await db.Set<Complaint>().Shown("safety", nowUtc).CountAsync(ct), "/Feedback/Complaints?state=safety") { IsUrgent = true },
        new("Complaints.Digest.Overdue", Readers, FeedbackPermissions.ReadComplaints, await db.Set<Complaint>().Shown("overdue", nowUtc).CountAsync(ct), "/Feedback/Complaints?state=overdue") { IsUrgent = true },
        new("Callbacks.Digest.Overdue", Readers, FeedbackPermissions.WorkCallBacks, await db.Set<CallBack>().Shown("overdue", nowUtc).CountAsync(ct), "/Feedback/Callbacks?state=overdue") { IsUrgent = true },
        new("Callbacks.Digest.Open", Readers, FeedbackPermissions.WorkCallBacks, await db.Set<CallBack>().Shown("open", nowUtc).CountAsync(ct), "/Feedback/Callbacks?state=open"),
        new("Complaints.Digest.Open", Readers, FeedbackPermissions.ReadComplaints, await db.Set<Complaint>().Shown("open", nowUtc).CountAsync(ct), "/Feedback/Complaints?state=open"),
        new("Surveys.Digest.Held", Readers, FeedbackPermissions.ReviewAnswers, await db.Set<Invitation>().Shown("held", nowUtc).CountAsync(ct), "/Feedback/Surveys?state=held"),
        new("Brand.Digest.Overdue", Readers, FeedbackPermissions.ReadBrand, await db.Set<Mention>().Shown("overdue", nowUtc).CountAsync(ct), "/Feedback/Brand/Mentions?state=overdue") { IsUrgent = true },
        new("Brand.Digest.Waiting", Readers, FeedbackPermissions.ReadBrand, await db.Set<Mention>().Shown("waiting", nowUtc).CountAsync(ct), "/Feedback/Brand/Mentions?state=waiting"),
    ];
}
