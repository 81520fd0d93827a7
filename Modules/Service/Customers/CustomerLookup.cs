using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>Answers other modules about customers.</summary>
internal sealed class CustomerLookup(ServiceDbContext db) : ICustomerLookup
{
    const int Most = 5;

    public async Task<IReadOnlyList<CustomerInBrief>> MeantByAsync(string typed, CancellationToken ct)
    {
        var words = typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var phone = words.Select(w => new SearchWords(w).Phone).FirstOrDefault(p => p is not null);
        var name = string.Join(' ', words.Where(w => new SearchWords(w).Phone is null));
        if (phone is null && name.Length == 0) return [];
        var customers = phone is null ? db.Set<Customer>() : db.WithPhone(phone);
        if (name.Length > 0) customers = customers.Where(c => c.Name == name);
        return await customers.AsNoTracking().OrderBy(c => c.Id).Take(Most).Select(c => new CustomerInBrief(c.PublicId, c.Name)).ToListAsync(ct);
    }

    public async Task<CustomerInBrief?> ByIdAsync(Guid customerId, CancellationToken ct)
    {
        var found = await db.Set<Customer>().IgnoreQueryFilters().AsNoTracking().Where(c => c.PublicId == customerId).Select(c => new { c.Id, c.MergedIntoId }).FirstOrDefaultAsync(ct);
        while (found?.MergedIntoId is { } into) found = await db.Set<Customer>().IgnoreQueryFilters().AsNoTracking().Where(c => c.Id == into).Select(c => new { c.Id, c.MergedIntoId }).FirstAsync(ct);
        return found is null ? null : await db.Set<Customer>().Where(c => c.Id == found.Id).Select(c => new CustomerInBrief(c.PublicId, c.Name)).FirstAsync(ct);
    }
}
