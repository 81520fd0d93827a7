using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.ReadCustomers)]
internal sealed class IndexModel(ServiceDbContext db) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    public IReadOnlyList<Customer> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var customers = db.Set<Customer>().AsNoTracking().Include(c => c.Phones).AsQueryable();
        var q = Q?.Trim() ?? "";
        if (q.Length > 0 && PhoneNumber.Normalise(q) is { Length: >= 3 } phone) customers = customers.Where(c => c.Phones.Any(p => p.Number.StartsWith(phone)));
        else if (q.Length > 0) customers = customers.Where(c => c.Name.Contains(q) || c.Address!.Contains(q));
        Rows = await customers.OrderByDescending(c => c.Id).Take(100).ToListAsync(ct);
    }
}
