using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using AfterSales.Kernel;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class AttemptModel : OrderActPage
{
    public sealed record Form
    {
        public ContactResult? Result { get; init; }
        public bool MessageDelivered { get; init; }
        public string? Note { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync((order, rules, now) => order.RecordAttempt(now, order.ContactPhone, Input.Result ?? throw new RuleViolation("Shell.ValueMissing"), Input.MessageDelivered, Input.Note, rules, Actor), ct);
}
