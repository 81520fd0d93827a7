using AfterSales.Feedback.Contracts;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>An upheld complaint about the quality of a job changes the quality result of that job. Saved with the note that the event was handled: delivered twice it counts once.</summary>
internal sealed class TakeComplaintUpheld(ServiceDbContext db) : IHandle<ComplaintUpheld>
{
    public async Task HandleAsync(ComplaintUpheld @event, CancellationToken ct)
    {
        if (!@event.IsQuality) return;
        var order = await db.Set<ServiceOrder>().Include(o => o.Events).FirstOrDefaultAsync(o => o.PublicId == @event.OrderId, ct);
        order?.FoundWanting(@event.Number, @event.Cause, @event.DecidedAt);
    }
}
