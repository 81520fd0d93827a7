using System.Security.Claims;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>Customers in the search box, masked.</summary>
internal sealed class CustomerSearch(FindCustomers find) : ISearchSource
{
    public int Order => 110;
    public string TextKey => "Customers.Title";
    public string Permission => ServicePermissions.ReadCustomers;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string typed, ClaimsPrincipal user, int most, CancellationToken ct) =>
        [.. (await find.ReadAsync(new SearchWords(typed), most, ct)).Select(c => new SearchHit($"/Service/Customers/Details/{c.PublicId}",
            string.Join(' ', c.Phones.Select(p => PersonalData.Phone(p.Number)).Prepend(PersonalData.Name(c.Name))), MaskedAddress.Of(c.Address)))];
}

/// <summary>Appliances by serial number; they lead to their owner.</summary>
internal sealed class ApplianceSearch(ServiceDbContext db) : ISearchSource
{
    const int ShortestSerial = 3;

    public int Order => 120;
    public string TextKey => "Customers.Appliances";
    public string Permission => ServicePermissions.ReadCustomers;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string typed, ClaimsPrincipal user, int most, CancellationToken ct)
    {
        Dictionary<long, SearchHit> hits = [];
        if (typed.Length < ShortestSerial) return [];
        foreach (var code in new SearchWords(typed).Codes)
            foreach (var found in await (from a in db.Set<Appliance>().Beginning(a => a.Serial, code).OrderBy(a => a.Serial).ThenBy(a => a.Id).Take(most)
                                         join c in db.Set<Customer>() on a.CustomerId equals c.Id
                                         join m in db.Set<ProductModel>() on a.ModelId equals m.Id into models from m in models.DefaultIfEmpty()
                                         select new { a.Id, a.Serial, c.PublicId, c.Name, Model = m == null ? null : m.Name }).ToListAsync(ct))
                hits.TryAdd(found.Id, new SearchHit($"/Service/Customers/Details/{found.PublicId}", $"{found.Model} {found.Serial}".Trim(), PersonalData.Name(found.Name)));
        return [.. hits.Values.Take(most)];
    }
}
