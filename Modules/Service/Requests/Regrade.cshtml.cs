using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using AfterSales.Kernel;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.VisitOrders)]
internal sealed class RegradeModel : OrderActPage
{
    public sealed record Form
    {
        public Complexity? Complexity { get; init; }
        public string Reason { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.Regrade(Input.Complexity ?? throw new RuleViolation("Shell.ValueMissing"), Input.Reason, now, rules, Actor), ct);
}
