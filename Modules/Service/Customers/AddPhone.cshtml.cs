using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class AddPhoneModel : CustomerActPage
{
    public sealed record Form
    {
        public string? Number { get; init; }
        public string? Label { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync("customer.phone-added", (customer, _) => customer.AddPhone(Input.Number, Input.Label), ct);
}
