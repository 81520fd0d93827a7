using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class EditAddressModel : CustomerActPage
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
    [BindProperty(SupportsGet = true)] public long Row { get; set; }
    public CustomerAddress Address { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Address = Customer.Addresses.Find(a => a.Id == Row && a.IsCurrent) ?? throw new NotThere();
    }

    protected override async Task ShowAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form { Label = Address.Label, Region = Address.Region, Text = Address.Text, Note = Address.Note, IsDefault = Address.IsDefault };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync("customer.address-corrected", (customer, _) =>
    {
        customer.CorrectAddress(Row, new AddressText(Input.Label, Input.Region, Input.Text, Input.Note));
        if (Input.IsDefault) customer.MakeDefault(Row);
    }, ct);
}
