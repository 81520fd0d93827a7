using AfterSales.Kernel.Pages;
using AfterSales.Service.Dispatch;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class AssignModel(Candidates candidates, AssignTechnician assign) : OrderActPage
{
    [BindProperty] public long? Technician { get; set; }
    public IReadOnlyList<Candidate> Ranked { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Ranked = await candidates.RankAsync(Order, ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((order, _, now) => assign.ActAsync(order, Technician, now, Actor, ct), ct);
}
