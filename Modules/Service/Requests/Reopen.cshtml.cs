using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class ReopenModel : OrderActPage
{
    public sealed record Form
    {
        public string Reason { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.Reopen(Input.Reason, now, rules, Actor), ct);
}
