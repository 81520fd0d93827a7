using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.ReadCustomers)]
internal sealed class DetailsModel(ServiceDbContext db) : ModulePage
{
    public sealed record Form
    {
        public string Name { get; init; } = "";
        public string? Phones { get; init; }
        public string? Address { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public Customer Customer { get; private set; } = null!;
    public IReadOnlyList<string> Appliances { get; private set; } = [];
    public IReadOnlyList<ServiceOrder> Orders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form { Name = Customer.Name, Phones = string.Join('\n', Customer.Phones.Select(p => p.Number)), Address = Customer.Address };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Customer = await db.Set<Customer>().AsNoTracking().Include(c => c.Phones).FirstOrDefaultAsync(c => c.PublicId == Id, ct) ?? throw new NotThere();
        Appliances = await (from a in db.Set<Appliance>() where a.CustomerId == Customer.Id join m in db.Set<ProductModel>() on a.ModelId equals m.Id into ms from m in ms.DefaultIfEmpty() select (m == null ? "" : m.Name) + " " + a.Serial).ToListAsync(ct);
        Orders = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.CustomerId == Customer.Id).OrderByDescending(o => o.ReceivedAt).Take(50).ToListAsync(ct);
        ModelState.Remove(nameof(Version));
        Version = Customer.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(ServicePermissions.EditCustomers)) return Forbid();
        var customer = await db.Set<Customer>().Include(c => c.Phones).FirstOrDefaultAsync(c => c.PublicId == Id, ct) ?? throw new NotThere();
        if (customer.Version != Version) throw new ChangedMeanwhile([]);
        var phones = (Input.Phones ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(phones, p => !PhoneNumber.IsPlausible(p)) is { } bad) throw new RuleViolation("Customers.BadPhone", bad) { Field = "Input.Phones" };
        customer.Change(Input.Name, phones, Input.Address, customer.Region);
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }
}
