using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.ReadCustomers)]
internal sealed class IndexModel(ServiceDbContext db, FindCustomers find) : ModulePage
{
    const int Most = 100;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    public IReadOnlyList<Customer> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = Q?.Trim() is { Length: > 0 } typed
        ? await find.ReadAsync(new SearchWords(typed), Most, ct)
        : await db.Set<Customer>().AsNoTracking().Include(c => c.Phones.OrderBy(p => p.Id)).OrderByDescending(c => c.Id).Take(Most).ToListAsync(ct);
}
