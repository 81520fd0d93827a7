using AfterSales.Kernel.Pages;
using AfterSales.Service.Dispatch;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class RescheduleModel(AssignTechnician assign) : OrderActPage
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
        ActAsync(async (order, _, now) =>
        {
            var (start, end) = (Shown.FromField(Input.WindowStart) ?? default, Shown.FromField(Input.WindowEnd) ?? default);
            order.Reschedule(start, end, Input.CustomerAsked, Input.Reason, await assign.ClearAgainAsync(order, start, ct), now, Actor);
        }, ct);
}
