using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.VisitOrders)]
internal sealed class SecondVisitModel : OrderActPage
{
    public sealed record Form
    {
        public string Reason { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, _, now) => order.NeedSecondVisit(Input.Reason, now, Actor), ct);
}
