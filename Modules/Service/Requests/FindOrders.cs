using System.Security.Claims;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Text;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>
/// Finds orders by number, brand's number, phone, serial number and the customer's name in characters, pinyin or initials. For whoever sees all,
/// each way is a range of an index; a technician's own orders are few and are looked through.
/// </summary>
internal sealed class FindOrders(ServiceDbContext db, FindCustomers customers, TimeProvider time)
{
    const int ShortestCode = 2, CustomersLookedAt = 20, AppliancesLookedAt = 20;

    /// <returns>Ids, those found by number first.</returns>
    public async Task<IReadOnlyList<long>> IdsAsync(SearchWords words, Viewer viewer, int most, CancellationToken ct)
    {
        if (!viewer.SeesAll) return await Own(words, viewer).OrderByDescending(o => o.ReceivedAt).ThenBy(o => o.Id).Select(o => o.Id).Take(most).ToListAsync(ct);
        List<long> ids = [];
        foreach (var way in Ways(words))
        {
            ids.AddRange(await way.Take(most).ToListAsync(ct));
            if (ids.Count >= most) return [.. ids.Distinct().Take(most)];
        }
        ids.AddRange(await LatestOfAsync(words, most, ct));
        return [.. ids.Distinct().Take(most)];
    }

    IEnumerable<IQueryable<long>> Ways(SearchWords words)
    {
        var orders = db.Set<ServiceOrder>();
        if (SystemNumbers(words.Typed) is { Count: > 0 } numbers) yield return orders.Where(o => numbers.Contains(o.Number)).OrderByDescending(o => o.Number).Select(o => o.Id);
        if (words.Typed.Length < ShortestCode) yield break;
        if (!words.HasHan)
            foreach (var code in words.Codes)
            {
                yield return orders.Beginning(o => o.Number, code).OrderBy(o => o.Number).Select(o => o.Id);
                yield return orders.Beginning(o => o.BrandOrderNumber, code).OrderBy(o => o.BrandOrderNumber).ThenBy(o => o.Id).Select(o => o.Id);
            }
        if (words.Phone is { } phone) yield return orders.Beginning(o => o.ContactPhone, phone).OrderBy(o => o.ContactPhone).ThenBy(o => o.Id).Select(o => o.Id);
    }

    /// <summary>People say the last part of a number: 123 is SO-2026-000123, this year's or last year's.</summary>
    List<string> SystemNumbers(string typed) => typed.Length is < 7 && typed.All(char.IsAsciiDigit) && int.Parse(typed) is > 0 and var n
        ? [$"SO-{time.GetUtcNow().Year}-{n:000000}", $"SO-{time.GetUtcNow().Year - 1}-{n:000000}"] : [];

    /// <summary>The latest orders of the customers and appliances that the words mean.</summary>
    async Task<List<long>> LatestOfAsync(SearchWords words, int most, CancellationToken ct)
    {
        var owners = await customers.IdsAsync(words, CustomersLookedAt, ct);
        List<long> appliances = [];
        if (!words.HasHan && words.Typed.Length >= ShortestCode)
            foreach (var code in words.Codes) appliances.AddRange(await db.Set<Appliance>().Beginning(a => a.Serial, code).OrderBy(a => a.Serial).ThenBy(a => a.Id).Select(a => a.Id).Take(AppliancesLookedAt).ToListAsync(ct));
        List<(long Id, DateTime At)> found = [];
        if (owners.Count > 0) found.AddRange((await db.Set<ServiceOrder>().Where(o => o.CustomerId != null && owners.Contains(o.CustomerId.Value)).Select(o => new { o.Id, o.ReceivedAt }).OrderByDescending(o => o.ReceivedAt).Take(most).ToListAsync(ct)).Select(o => (o.Id, o.ReceivedAt)));
        if (appliances.Count > 0) found.AddRange((await db.Set<ServiceOrder>().Where(o => o.ApplianceId != null && appliances.Contains(o.ApplianceId.Value)).Select(o => new { o.Id, o.ReceivedAt }).OrderByDescending(o => o.ReceivedAt).Take(most).ToListAsync(ct)).Select(o => (o.Id, o.ReceivedAt)));
        return [.. found.OrderByDescending(f => f.At).Select(f => f.Id).Distinct().Take(most)];
    }

    IQueryable<ServiceOrder> Own(SearchWords words, Viewer viewer)
    {
        var (typed, pinyin, phone) = (words.Typed, words.Pinyin ?? "\n", words.Phone ?? "\n");
        return db.Set<ServiceOrder>().VisibleTo(viewer).Where(o => o.Number.Contains(typed) || o.BrandOrderNumber == typed || o.ContactName!.Contains(typed) || o.ContactPhone!.Contains(phone)
            || db.Set<Appliance>().Any(a => a.Id == o.ApplianceId && a.Serial!.StartsWith(typed))
            || db.Set<Customer>().Any(c => c.Id == o.CustomerId && (c.NamePinyin.StartsWith(pinyin) || c.NameInitials.StartsWith(pinyin))));
    }
}

/// <summary>Orders in the search box.</summary>
internal sealed class OrderSearch(ServiceDbContext db, FindOrders find, IPermissions permissions, Texts text) : ISearchSource
{
    public int Order => 100;
    public string TextKey => "Requests.Title";
    public string Permission => ServicePermissions.ReadOrders;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string typed, ClaimsPrincipal user, int most, CancellationToken ct)
    {
        var viewer = await db.ViewerAsync(permissions, user, ct);
        var ids = await find.IdsAsync(new SearchWords(typed), viewer, most, ct);
        var orders = (await db.Set<ServiceOrder>().AsNoTracking().VisibleTo(viewer).Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Number, o.Kind, o.Status, o.ContactName }).ToListAsync(ct)).ToDictionary(o => o.Id);
        return [.. ids.Where(orders.ContainsKey).Select(id => orders[id]).Select(o =>
            new SearchHit("/Service/Requests/Details/" + Uri.EscapeDataString(o.Number), o.Number, $"{text.Of(o.Kind)} · {text.Of(o.Status)} · {PersonalData.Name(o.ContactName)}"))];
    }
}
