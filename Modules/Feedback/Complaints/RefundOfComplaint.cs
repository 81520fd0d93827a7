using AfterSales.Feedback.Contracts;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>
/// An upheld complaint whose remedy is a refund, or that was about the quality of the job, entitles the customer to all that was paid (clause 1.8.3).
/// Asked under the complaint's own key: delivered twice, decided twice or killed in between, the money is owed once.
/// </summary>
internal sealed class AskForRefund(FeedbackDbContext db, IEntitleRefunds refunds, TimeProvider time) : IHandle<ComplaintUpheld>
{
    public async Task HandleAsync(ComplaintUpheld @event, CancellationToken ct)
    {
        if (!@event.WantsRefund && !@event.IsQuality) return;
        var answer = await refunds.EntitleAsync(new RefundEntitlement(KeyOf(@event.ComplaintId), @event.OrderId, "complaint_upheld", @event.Number), ct);
        var complaint = await db.Set<Complaint>().Include(c => c.Events).FirstOrDefaultAsync(c => c.PublicId == @event.ComplaintId, ct);
        complaint?.RefundOwed(new Money(answer.AmountFen), time.Now());
    }

    public static string KeyOf(Guid complaint) => $"complaint:{complaint:N}";
}

/// <summary>The money went back: said in the complaint's history, with the amount.</summary>
internal sealed class NoteRefund(FeedbackDbContext db, ICompany company) : IHandle<RefundExecuted>
{
    public async Task HandleAsync(RefundExecuted @event, CancellationToken ct)
    {
        if (!@event.Key.StartsWith("complaint:", StringComparison.Ordinal) || !Guid.TryParseExact(@event.Key["complaint:".Length..], "N", out var id)) return;
        var complaint = await db.Set<Complaint>().Include(c => c.Events).FirstOrDefaultAsync(c => c.PublicId == id, ct);
        complaint?.RefundPaid(new Money(@event.AmountFen), @event.ExecutedAt, company.LocalDay(@event.ExecutedAt));
    }
}
