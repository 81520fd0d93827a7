using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class WithdrawConsentModel : CustomerActPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync("customer.consent-withdrawn", (customer, now) => customer.WithdrawConsent(now), ct);
}
