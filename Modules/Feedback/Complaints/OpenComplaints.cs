using AfterSales.Feedback.Data;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>Complaints that somebody handles and has not closed.</summary>
internal sealed class OpenComplaints(FeedbackDbContext db) : IOpenWork
{
    public async Task<IReadOnlyList<OpenTask>> OfAsync(string number, string? accountId, CancellationToken ct) =>
        accountId is null ? [] : [.. (await db.Set<Complaint>().AsNoTracking().Where(c => c.HandlerId == accountId && c.Stage != ComplaintStage.Closed).OrderBy(c => c.Id).Select(c => new { c.Number, c.PublicId }).ToListAsync(ct))
            .Select(c => new OpenTask("Complaints.Title", c.Number, $"/Feedback/Complaints/Details/{c.PublicId}"))];
}
