using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class RespondModel : OrderActPage
{
    public sealed record Form
    {
        public string Content { get; init; } = "";
        public DateTime? WindowStart { get; init; }
        public DateTime? WindowEnd { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.Respond(now, Shown.FromField(Input.WindowStart), Shown.FromField(Input.WindowEnd), Input.Content, rules, Actor), ct);
}
