using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>Customers who share a phone number: proposed for a look, since a phone may rightly belong to several.</summary>
[Permission(ServicePermissions.ReadCustomers)]
internal sealed class DuplicatesModel(ServiceDbContext db) : ModulePage
{
    internal sealed record Row(string Phone, Guid PublicId, string Name, string? Address);

    public IReadOnlyList<IGrouping<string, Row>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var shared = await db.Set<CustomerPhone>().GroupBy(p => p.Number).Where(g => g.Count() > 1).OrderBy(g => g.Key).Select(g => g.Key).Take(100).ToListAsync(ct);
        var rows = await (from p in db.Set<CustomerPhone>() where shared.Contains(p.Number) join c in db.Set<Customer>() on p.CustomerId equals c.Id orderby p.Number, c.Id select new Row(p.Number, c.PublicId, c.Name, c.Address)).ToListAsync(ct);
        Groups = [.. rows.GroupBy(r => r.Phone)];
    }
}
