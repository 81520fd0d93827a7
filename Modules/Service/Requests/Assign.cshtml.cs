using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using AfterSales.Kernel;
using AfterSales.Service.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class AssignModel : OrderActPage
{
    [BindProperty] public long? Technician { get; set; }
    public IReadOnlyList<Technician> Technicians { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Technicians = await Db.Set<Technician>().AsNoTracking().OrderBy(t => t.Team).ThenBy(t => t.Name).ToListAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync(async (order, _, now) =>
        {
            var technician = await Db.Set<Technician>().FirstOrDefaultAsync(t => t.Id == Technician, ct) ?? throw new RuleViolation("Requests.Assign.UnknownTechnician") { Field = "Technician" };
            order.Assign(technician.Id, technician.Team, now, Actor, technician.Name);
        }, ct);
}
