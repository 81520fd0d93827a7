using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

internal sealed record DuplicatePair(Customer One, Customer Other, LookAlike Reason);

/// <summary>Proposes pairs of records that may be one person. Groups are read along an index, so the page stays quick with many customers.</summary>
internal sealed class FindDuplicates(ServiceDbContext db)
{
    const int Groups = 200, Rounds = 10, InOneGroup = 50;

    /// <returns>At most <paramref name="most"/> pairs, those with the same phone first; pairs that were dismissed are left out.</returns>
    public async Task<IReadOnlyList<DuplicatePair>> ReadAsync(int most, CancellationToken ct)
    {
        Dictionary<(long, long), DuplicatePair> pairs = [];
        await CollectAsync(pairs, most, SharedPhonesAsync, keys => db.WithPhone(keys), c => c.Phones.Select(p => p.Number), ct);
        await CollectAsync(pairs, most, SharedKeysAsync, keys => db.Set<Customer>().Where(c => keys.Contains(c.NearKey!)), c => [c.NearKey!], ct);
        return [.. pairs.Values.OrderBy(p => p.Reason).ThenByDescending(p => p.Other.Id).Take(most)];
    }

    Task<List<string>> SharedPhonesAsync(string after, CancellationToken ct) => db.Set<CustomerPhone>().Where(p => string.Compare(p.Number, after) > 0)
        .GroupBy(p => p.Number).Where(g => g.Count() > 1).Select(g => g.Key).OrderBy(k => k).Take(Groups).ToListAsync(ct);

    Task<List<string>> SharedKeysAsync(string after, CancellationToken ct) => db.Set<Customer>().Where(c => c.NearKey != null && string.Compare(c.NearKey, after) > 0)
        .GroupBy(c => c.NearKey!).Where(g => g.Count() > 1).Select(g => g.Key).OrderBy(k => k).Take(Groups).ToListAsync(ct);

    async Task CollectAsync(Dictionary<(long, long), DuplicatePair> pairs, int most, Func<string, CancellationToken, Task<List<string>>> shared, Func<List<string>, IQueryable<Customer>> having,
        Func<Customer, IEnumerable<string>> keysOf, CancellationToken ct)
    {
        var after = "";
        for (var round = 0; round < Rounds && pairs.Count < most; round++)
        {
            var keys = await shared(after, ct);
            if (keys.Count == 0) return;
            after = keys[^1];
            var customers = await having(keys).AsNoTracking().Include(c => c.Phones).Include(c => c.Addresses).AsSplitQuery().OrderBy(c => c.Id).Take(5000).ToListAsync(ct);
            var wanted = keys.ToHashSet();
            var groups = customers.SelectMany(c => keysOf(c).Distinct().Where(wanted.Contains), (c, key) => (c, key)).GroupBy(m => m.key, m => m.c);
            await AddAsync(pairs, [.. groups.SelectMany(g => Within([.. g.OrderBy(c => c.Address, StringComparer.Ordinal).ThenBy(c => c.Id).Take(InOneGroup)]))], ct);
            if (keys.Count < Groups) return;
        }
    }

    static IEnumerable<DuplicatePair> Within(List<Customer> group)
    {
        for (var i = 0; i < group.Count; i++)
            for (var j = i + 1; j < group.Count; j++)
                if (Resemblance.Of(group[i], group[j]) is { } reason)
                    yield return group[i].Id < group[j].Id ? new DuplicatePair(group[i], group[j], reason) : new DuplicatePair(group[j], group[i], reason);
    }

    async Task AddAsync(Dictionary<(long, long), DuplicatePair> pairs, List<DuplicatePair> found, CancellationToken ct)
    {
        var first = found.Select(p => p.One.Id).Distinct().ToList();
        var dismissed = (await db.Set<DuplicateDismissal>().Where(d => first.Contains(d.FirstId)).Select(d => new { d.FirstId, d.SecondId }).ToListAsync(ct)).Select(d => (d.FirstId, d.SecondId)).ToHashSet();
        foreach (var pair in found.Where(p => !dismissed.Contains((p.One.Id, p.Other.Id)))) pairs.TryAdd((pair.One.Id, pair.Other.Id), pair);
    }
}
