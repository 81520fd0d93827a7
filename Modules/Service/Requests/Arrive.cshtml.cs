using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.VisitOrders)]
internal sealed class ArriveModel : OrderActPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.Arrive(now, rules, Actor), ct);
}
