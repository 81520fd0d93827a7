using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>How customers are loaded.</summary>
internal static class CustomerQueries
{
    /// <summary>A customer with all that its acts touch; tracked.</summary>
    /// <exception cref="NotThere">No such customer, or its record was merged into another one.</exception>
    public static async Task<Customer> OneAsync(this IQueryable<Customer> customers, Guid id, CancellationToken ct) =>
        await customers.Whole().FirstOrDefaultAsync(c => c.PublicId == id, ct) ?? throw new NotThere();

    /// <summary>Customers who have one of these numbers, found by the index of numbers: written as *any of the customer's phones*, SQLite reads every customer.</summary>
    /// <param name="numbers">As <see cref="PhoneNumber.Normalise"/> gives them.</param>
    public static IQueryable<Customer> WithPhone(this ServiceDbContext db, params IReadOnlyCollection<string> numbers)
    {
        var having = db.Set<CustomerPhone>().Where(p => numbers.Contains(p.Number)).Select(p => p.CustomerId);
        return db.Set<Customer>().Where(c => having.Contains(c.Id));
    }

    /// <summary>With phones, addresses and what the name is found by.</summary>
    public static IQueryable<Customer> Whole(this IQueryable<Customer> customers) =>
        customers.Include(c => c.Phones.OrderBy(p => p.Id)).Include(c => c.Addresses.OrderBy(a => a.Id)).Include(c => c.NameTails.OrderBy(t => t.Id)).AsSplitQuery();
}
