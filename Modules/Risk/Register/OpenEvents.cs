using AfterSales.Feedback.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Risk.Data;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>A safety complaint is a risk event (clause 11.4); the same complaint twice is one.</summary>
internal sealed class OpenEventWhenSafetyComplaint(RiskDbContext db, IBell bell, ICompany company, TimeProvider time) : IHandle<SafetyComplaintReceived>
{
    public Task HandleAsync(SafetyComplaintReceived @event, CancellationToken ct) => TakenEvents.TakeAsync(db, bell,
        RiskEvent.Happened($"complaint:{@event.ComplaintId:N}", RiskEventSource.Complaint, @event.Text, @event.At, company.LocalDay(@event.At), time.Now(), Actor.System, @event.ProductModel, $"/Feedback/Complaints/Details/{@event.ComplaintId}"), ct);
}

/// <summary>An appliance that must not be used any more is a risk event.</summary>
internal sealed class OpenEventWhenCondemned(RiskDbContext db, IBell bell, ICompany company, TimeProvider time) : IHandle<ApplianceCondemned>
{
    public Task HandleAsync(ApplianceCondemned @event, CancellationToken ct) => TakenEvents.TakeAsync(db, bell,
        RiskEvent.Happened($"visit:{@event.VisitId:N}", RiskEventSource.Condemned, @event.Hazard, @event.At, company.LocalDay(@event.At), time.Now(), Actor.System, @event.Number, $"/Service/Requests/Details/{@event.Number}"), ct);
}

internal static class TakenEvents
{
    public static async Task TakeAsync(RiskDbContext db, IBell bell, RiskEvent news, CancellationToken ct)
    {
        if (await db.Set<RiskEvent>().AnyAsync(e => e.Key == news.Key, ct)) return;
        await bell.RingAsync([Roles.QualityOfficer, Roles.Manager], "risk-event:" + news.Key, "Register.Bell.Event", [news.What], $"/Risk/Register/Happening/{news.PublicId}", ct);
        db.Add(news);
    }
}
