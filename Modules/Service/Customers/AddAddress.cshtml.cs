using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class AddAddressModel : CustomerActPage
{
    public sealed record Form
    {
        public string? Label { get; init; }
        public string? Region { get; init; }
        public string? Text { get; init; }
        public string? Note { get; init; }
        public bool IsDefault { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync("customer.address-added", (customer, _) => customer.AddAddress(new AddressText(Input.Label, Input.Region, Input.Text, Input.Note), Input.IsDefault), ct);
}
