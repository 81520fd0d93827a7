using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Maintenance;

/// <summary>A finished maintenance order settles what was proposed for the appliance and moves its next due day.</summary>
internal sealed class MaintenanceDone(ServiceDbContext db, ICompany company) : IHandle<OrderCompleted>
{
    public async Task HandleAsync(OrderCompleted happened, CancellationToken ct)
    {
        if (happened.Kind != Code.Of(OrderKind.Maintenance)) return;
        var order = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.Number == happened.Number).Select(o => new { o.Id, o.ApplianceId, o.Outcome }).SingleOrDefaultAsync(ct);
        if (order?.ApplianceId is not { } appliance || order.Outcome is not (VisitOutcome.Fixed or VisitOutcome.NoFault)) return;
        var day = company.LocalDay(happened.CompletedAt);
        var booked = await db.Set<MaintenanceProposal>().Where(p => p.OrderId == order.Id).ToListAsync(ct);
        foreach (var proposal in booked) proposal.Done(day);
        // without a proposal the customer called by himself: all the regular work of the heater was done on one visit
        var plans = booked.Select(p => p.PlanId).ToList();
        foreach (var plan in await db.Set<MaintenancePlan>().Where(p => plans.Count > 0 ? plans.Contains(p.Id) : p.ApplianceId == appliance).ToListAsync(ct)) plan.Done(day);
    }
}
