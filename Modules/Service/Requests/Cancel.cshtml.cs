using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class CancelModel : OrderActPage
{
    public sealed record Form
    {
        public string Reason { get; init; } = "";
        public string? Note { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.Cancel(Input.Reason, Input.Note, now, rules, Actor), ct);
}
