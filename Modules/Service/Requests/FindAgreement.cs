using AfterSales.Documents.Contracts;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>Which agreement a request is received under: the customer's own before that of the brand's contract, of several the one that began last.</summary>
internal sealed class FindAgreement(ServiceDbContext db)
{
    /// <param name="day">Local day of receipt.</param>
    public async Task<AgreementTerms?> ForAsync(DateOnly day, long? customerId, long? contractId, ProductType? type, string? address, CancellationToken ct) =>
        (await AllAsync(ct)).For(day, customerId, contractId, type, address);

    /// <summary>All that ever counted, for whoever asks of many requests: there are a few hundred at most.</summary>
    public async Task<AgreementShelf> AllAsync(CancellationToken ct)
    {
        var terms = await db.Set<AgreementTerms>().AsNoTracking().Include(t => t.Customers).OrderBy(t => t.Id).ToListAsync(ct);
        if (terms.Count == 0) return AgreementShelf.Empty;
        var named = terms.SelectMany(t => t.Customers).Select(c => c.CustomerId).Distinct().ToList();
        var customers = await db.Set<Customer>().IgnoreQueryFilters().AsNoTracking().Where(c => named.Contains(c.PublicId)).ToDictionaryAsync(c => c.PublicId, c => c.MergedIntoId ?? c.Id, ct);
        var merged = await db.Set<Customer>().IgnoreQueryFilters().AsNoTracking().Where(c => c.MergedIntoId != null).ToDictionaryAsync(c => c.Id, c => c.MergedIntoId!.Value, ct);
        long Living(long id) => merged.TryGetValue(id, out var into) ? Living(into) : id;
        var contracts = await db.Set<BrandContract>().AsNoTracking().ToDictionaryAsync(c => c.Code, c => c.Id, ct);
        return new AgreementShelf(
            terms.SelectMany(t => t.Customers.Where(c => customers.ContainsKey(c.CustomerId)).Select(c => (Id: Living(customers[c.CustomerId]), t))).ToLookup(p => p.Id, p => p.t),
            terms.Where(t => t.Customers.Count == 0 && t.Contract is not null && contracts.ContainsKey(t.Contract)).ToLookup(t => contracts[t.Contract!]));
    }
}

/// <summary>Agreements by whom they cover.</summary>
internal sealed class AgreementShelf(ILookup<long, AgreementTerms> ofCustomer, ILookup<long, AgreementTerms> ofContract)
{
    public static readonly AgreementShelf Empty = new(Enumerable.Empty<AgreementTerms>().ToLookup(_ => 0L), Enumerable.Empty<AgreementTerms>().ToLookup(_ => 0L));

    /// <inheritdoc cref="FindAgreement.ForAsync"/>
    public AgreementTerms? For(DateOnly day, long? customerId, long? contractId, ProductType? type, string? address) =>
        Newest(customerId is { } customer ? ofCustomer[customer] : [], day, type, address) ?? Newest(contractId is { } contract ? ofContract[contract] : [], day, type, address);

    /// <summary>Of each agreement the version of that day: its amendment takes the place of what stood before, also for whom it no longer covers.</summary>
    static AgreementTerms? Newest(IEnumerable<AgreementTerms> terms, DateOnly day, ProductType? type, string? address) => terms
        .Where(t => t.FromDay <= day && (t.UntilDay is null || t.UntilDay >= day)).GroupBy(t => t.AgreementId).Select(g => g.MaxBy(t => t.FromDay)!)
        .Where(t => t.Covering(type, address)).OrderByDescending(t => t.FromDay).ThenByDescending(t => t.Id).FirstOrDefault();
}

/// <summary>Takes over what was signed. Told twice it counts once.</summary>
internal sealed class TakeAgreement(ServiceDbContext db) : IHandle<AgreementSigned>, IHandle<AgreementEndMoved>
{
    public async Task HandleAsync(AgreementSigned @event, CancellationToken ct)
    {
        if (!await db.Set<AgreementTerms>().AnyAsync(t => t.AgreementId == @event.AgreementId && t.Number == @event.Version, ct)) db.Add(AgreementTerms.Of(@event));
    }

    public async Task HandleAsync(AgreementEndMoved @event, CancellationToken ct)
    {
        foreach (var terms in await db.Set<AgreementTerms>().Where(t => t.AgreementId == @event.AgreementId).ToListAsync(ct)) terms.EndOn(@event.Until);
    }
}
