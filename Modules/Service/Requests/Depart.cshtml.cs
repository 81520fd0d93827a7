using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.VisitOrders)]
internal sealed class DepartModel : OrderActPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, _, now) => order.Depart(now, Actor), ct);
}
