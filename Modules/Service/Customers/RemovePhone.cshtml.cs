using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class RemovePhoneModel : CustomerActPage
{
    [BindProperty(SupportsGet = true)] public long Row { get; set; }
    public CustomerPhone Phone { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Phone = Customer.Phones.Find(p => p.Id == Row) ?? throw new NotThere();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync("customer.phone-removed", (customer, _) => customer.RemovePhone(Row), ct);
}
