using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class EndAddressModel : CustomerActPage
{
    [BindProperty(SupportsGet = true)] public long Row { get; set; }
    public CustomerAddress Address { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Address = Customer.Addresses.Find(a => a.Id == Row && a.IsCurrent) ?? throw new NotThere();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync("customer.address-ended", (customer, now) => customer.EndAddress(Row, now), ct);
}
