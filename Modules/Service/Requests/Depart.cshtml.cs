using AfterSales.Kernel.Pages;
using AfterSales.Service.Visits;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

/// <summary>The office enters that somebody set out; the technician does it on the phone.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class DepartModel(FieldWork field) : OrderActPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync(async (order, _, now) => await field.DepartAsync(order, new Moment(now, now, null, null, await IsDoerAsync(order, ct)), Actor, ct), ct);
}
