using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>A part that a job waits for is there: the dispatchers and the technician of the job are told.</summary>
internal sealed class TellOfArrivedPart(ServiceDbContext db, IBell bell) : IHandle<PartArrived>
{
    public async Task HandleAsync(PartArrived happened, CancellationToken ct)
    {
        var account = await (from o in db.Set<ServiceOrder>() where o.Number == happened.OrderNumber join t in db.Set<Technician>() on o.TechnicianId equals t.Id select t.AccountId).FirstOrDefaultAsync(ct);
        var to = Recipients.InRole(Roles.Dispatcher);
        await bell.RingAsync(account is null ? to : to.And(Recipients.Person(account)),
            new Notice($"part-arrived:{happened.RequestId:N}", "Parts.Arrived.Notice", [happened.Part, happened.OrderNumber], "/Service/Requests/Details/" + Uri.EscapeDataString(happened.OrderNumber)), ct);
    }
}
