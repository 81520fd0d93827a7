using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class EditPhoneModel : CustomerActPage
{
    public sealed record Form
    {
        public string? Label { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public long Row { get; set; }
    public CustomerPhone Phone { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Phone = Customer.Phones.Find(p => p.Id == Row) ?? throw new NotThere();
    }

    protected override async Task ShowAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form { Label = Phone.Label };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync("customer.phone-labelled", (customer, _) => customer.LabelPhone(Row, Input.Label), ct);
}
