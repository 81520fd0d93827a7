using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.PauseOrders)]
internal sealed class PauseModel : OrderActPage
{
    public sealed record Form
    {
        public string Reason { get; init; } = "";
        public string? Note { get; init; }
        public DateTime? From { get; init; }
        public string? BackdatedBecause { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.PauseClock(Input.Reason, From(now), Input.Note, May(ServicePermissions.CloseOrders) ? Input.BackdatedBecause : null, now, rules, Actor), ct);

    /// <summary>Only a manager's reason lets a pause begin in the past.</summary>
    DateTime From(DateTime now) => May(ServicePermissions.CloseOrders) && Shown.FromField(Input.From) is { } from ? from : now;
}
