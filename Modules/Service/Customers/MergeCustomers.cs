using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>Makes two records one, and two again.</summary>
internal sealed class MergeCustomers(ServiceDbContext db, IAuditLog audit, TimeProvider time)
{
    /// <param name="versions">Versions that the form was made from: survivor's, absorbed one's.</param>
    public async Task MergeAsync(Guid survivorId, Guid absorbedId, (int Survivor, int Absorbed) versions, MergeChoice choice, Actor who, CancellationToken ct)
    {
        var merge = await StoreAsync(survivorId, absorbedId, versions, choice, who, ct);
        await audit.RecordAsync(who, "customer.merged", $"customer:{merge.SurvivorId}", $"customer:{merge.AbsorbedId} -> customer:{merge.SurvivorId}", ct); // after the write has ended: the log writes to the Host's tables
    }

    async Task<CustomerMerge> StoreAsync(Guid survivorId, Guid absorbedId, (int Survivor, int Absorbed) versions, MergeChoice choice, Actor who, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var survivor = await db.Set<Customer>().OneAsync(survivorId, ct);
        var absorbed = await db.Set<Customer>().OneAsync(absorbedId, ct);
        if ((survivor.Version, absorbed.Version) != versions) throw new ChangedMeanwhile([]);
        var merge = CustomerMerge.Of(survivor, absorbed, choice, await OfAsync(absorbed.Id, ct),
            await db.Set<ServiceOrder>().MaxAsync(o => (long?)o.Id, ct) ?? 0, await db.Set<Appliance>().MaxAsync(a => (long?)a.Id, ct) ?? 0, who, time.Now());
        db.Add(merge);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return merge;
    }

    async Task<Belongings> OfAsync(long customer, CancellationToken ct) => new(
        await db.Set<ServiceOrder>().Where(o => o.CustomerId == customer).OrderBy(o => o.Id).ToListAsync(ct),
        await db.Set<Appliance>().Where(a => a.CustomerId == customer).OrderBy(a => a.Id).ToListAsync(ct));

    /// <returns>The record that is there again.</returns>
    public async Task<Guid> UndoAsync(Guid id, int version, Actor who, CancellationToken ct)
    {
        var (survivor, absorbed) = await TakeApartAsync(id, version, who, ct);
        await audit.RecordAsync(who, "customer.merge-undone", $"customer:{survivor.Id}", $"customer:{survivor.Id} -> customer:{absorbed.Id}", ct);
        return absorbed.PublicId;
    }

    async Task<(Customer Survivor, Customer Absorbed)> TakeApartAsync(Guid id, int version, Actor who, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var merge = await db.Set<CustomerMerge>().FirstOrDefaultAsync(m => m.PublicId == id, ct) ?? throw new NotThere();
        if (merge.Version != version) throw new ChangedMeanwhile([]);
        var (survivor, absorbed) = (await RecordAsync(merge.SurvivorId, ct), await RecordAsync(merge.AbsorbedId, ct));
        var state = merge.Read();
        var moved = new Belongings(
            await db.Set<ServiceOrder>().Where(o => o.CustomerId == survivor.Id && state.Orders.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(ct),
            await db.Set<Appliance>().Where(a => a.CustomerId == survivor.Id && state.Appliances.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct));
        var later = await db.Set<CustomerMerge>().AnyAsync(m => m.SurvivorId == survivor.Id && m.Id > merge.Id && m.UndoneAt == null, ct);
        merge.Undo(survivor, absorbed, moved, later, who, time.Now());
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return (survivor, absorbed);
    }

    Task<Customer> RecordAsync(long id, CancellationToken ct) => db.Set<Customer>().IgnoreQueryFilters().Whole().SingleAsync(c => c.Id == id, ct);

    /// <summary>What an undo would leave where it is, because it came or was changed after the merge.</summary>
    public async Task<WhatStays> WhatStaysAsync(CustomerMerge merge, CancellationToken ct)
    {
        var survivor = await db.Set<Customer>().IgnoreQueryFilters().AsNoTracking().Whole().SingleAsync(c => c.Id == merge.SurvivorId, ct);
        var state = merge.Read();
        var (phones, addresses) = (state.After.Phones.Select(p => p.Id).ToHashSet(), state.After.Addresses.Select(a => a.Id).ToHashSet());
        return new WhatStays(
            await db.Set<ServiceOrder>().CountAsync(o => o.CustomerId == merge.SurvivorId && o.Id > state.LastOrderId, ct),
            await db.Set<Appliance>().CountAsync(a => a.CustomerId == merge.SurvivorId && a.Id > state.LastApplianceId, ct),
            survivor.Phones.Count(p => !phones.Contains(p.Id)), survivor.Addresses.Count(a => !addresses.Contains(a.Id)),
            survivor.Name != state.After.Name, survivor.Address != state.After.DefaultAddress);
    }
}

/// <param name="Renamed">The name was changed since and is kept.</param>
/// <param name="Moved">The default address was changed since and is kept.</param>
internal sealed record WhatStays(int Orders, int Appliances, int Phones, int Addresses, bool Renamed, bool Moved)
{
    public bool Nothing => this == new WhatStays(0, 0, 0, 0, false, false);
}
