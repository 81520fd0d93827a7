using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class RescheduleModel : OrderActPage
{
    public sealed record Form
    {
        public DateTime? WindowStart { get; init; }
        public DateTime? WindowEnd { get; init; }
        public bool CustomerAsked { get; init; }
        public string Reason { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, _, now) => order.Reschedule(Shown.FromField(Input.WindowStart) ?? default, Shown.FromField(Input.WindowEnd) ?? default, Input.CustomerAsked, Input.Reason, now, Actor), ct);
}
