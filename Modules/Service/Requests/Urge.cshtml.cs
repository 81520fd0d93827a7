using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class UrgeModel : OrderActPage
{
    public sealed record Form
    {
        public string? Note { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, _, now) => order.TakeUrge(Input.Note, now, Actor), ct);
}
