using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class GiveConsentModel(Shown shown) : CustomerActPage
{
    public sealed record Form
    {
        public DateTime? At { get; init; }
        public string? How { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync("customer.consent-given", (customer, now) => customer.GiveConsent(shown.FromField(Input.At) ?? now, Input.How, now), ct);
}
