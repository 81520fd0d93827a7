using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.PauseOrders)]
internal sealed class ResumeModel : OrderActPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.ResumeClock(now, rules, Actor), ct);
}
