using AfterSales.Feedback.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Data;

namespace AfterSales.Staff.Rewards;

/// <summary>A complaint was upheld because the work was not good: a penalty is proposed for whoever did the job, with the complaint as its evidence, and managers are told.</summary>
internal sealed class ProposeWhenComplaintUpheld(StaffDbContext db, ProposeRewards rules, IOrderLookup orders, IBell bell, TimeProvider time) : IHandle<ComplaintUpheld>
{
    public async Task HandleAsync(ComplaintUpheld happened, CancellationToken ct)
    {
        if ((await orders.ByIdAsync(happened.OrderId, ct))?.Technician is not { } technician || !await rules.FromComplaintAsync(happened, technician, time.Now(), ct)) return;
        await db.SaveChangesAsync(ct);
        await bell.RingAsync(Recipients.WithPermission(StaffPermissions.DecideRewards), new Notice($"reward-complaint:{happened.ComplaintId:N}", "Rewards.Proposed", ["1"], "/Staff/Rewards?state=proposed"), ct);
    }
}
