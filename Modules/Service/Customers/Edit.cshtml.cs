using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.EditCustomers)]
internal sealed class EditModel : CustomerActPage
{
    public sealed record Form
    {
        public string Name { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    protected override async Task ShowAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form { Name = Customer.Name };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync("customer.renamed", (customer, _) => customer.Rename(Input.Name), ct);
}
