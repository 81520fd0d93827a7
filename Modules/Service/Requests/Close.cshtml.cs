using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.CloseOrders)]
internal sealed class CloseModel : OrderActPage
{
    public sealed record Form
    {
        public string? OverrunReason { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.Close(Input.OverrunReason, now, rules, Actor), ct);
}
