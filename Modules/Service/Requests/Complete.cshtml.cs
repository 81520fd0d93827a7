using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using AfterSales.Kernel;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.VisitOrders)]
internal sealed class CompleteModel : OrderActPage
{
    public sealed record Form
    {
        public VisitOutcome? Outcome { get; init; }
        public string Result { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.Complete(Input.Outcome ?? throw new RuleViolation("Shell.ValueMissing"), Input.Result, now, rules, Actor), ct);
}
