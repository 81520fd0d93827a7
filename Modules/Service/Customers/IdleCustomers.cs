using AfterSales.Kernel.Persons;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <inheritdoc cref="IIdlePersons"/>
internal sealed class IdleCustomers(ServiceDbContext db) : IIdlePersons
{
    public Task<int> CountAsync(DateTime before, CancellationToken ct) => Idle(before).CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> SinceAsync(DateTime before, int most, CancellationToken ct) => await Idle(before).OrderBy(c => c.Id).Select(c => c.PublicId).Take(most).ToListAsync(ct);

    IQueryable<Customer> Idle(DateTime before) => db.Set<Customer>().Where(c => c.CreatedAt < before && !EF.Functions.Like(c.Name, "#%") && !db.Set<ServiceOrder>().Any(o => o.CustomerId == c.Id && (o.ReceivedAt >= before || o.SortDue != null)));
}
