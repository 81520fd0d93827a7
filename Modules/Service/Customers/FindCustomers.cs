using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>What somebody typed to find a person, an order or an appliance.</summary>
internal sealed record SearchWords(string Typed)
{
    const int FewestDigits = 3;

    /// <summary>Digits of a telephone number, or null when there is anything else in it.</summary>
    public string? Phone { get; } = Typed.All(c => char.IsDigit(c) || " +-－—()（）＋".Contains(c, StringComparison.Ordinal)) && PhoneNumber.Normalise(Typed) is { Length: >= FewestDigits } number ? number : null;

    public bool HasHan { get; } = Typed.EnumerateRunes().Any(Customers.Pinyin.IsHan);

    /// <summary>In the form of <see cref="Customer.NamePinyin"/>; null when there is no letter in it.</summary>
    public string? Pinyin { get; } = Typed.Any(char.IsLetter) && Customers.Pinyin.Typed(Typed) is { Length: > 0 } pinyin ? pinyin : null;

    /// <summary>As numbers of orders and appliances are written: typed as it stands, and in capitals.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. new[] { Typed, Typed.ToUpperInvariant() }.Distinct()];
}

/// <summary>Finds customers by phone (its first digits or its last ones), name, part of a name, pinyin and initials. Each is a range of an index: no table is read through.</summary>
internal sealed class FindCustomers(ServiceDbContext db)
{
    const int FewestLastDigits = 4;

    /// <returns>Ids, the likeliest first.</returns>
    public async Task<IReadOnlyList<long>> IdsAsync(SearchWords words, int most, CancellationToken ct)
    {
        List<long> ids = [];
        foreach (var way in Ways(words))
        {
            ids.AddRange(await way.Take(most).ToListAsync(ct));
            if (ids.Count >= most) break;
        }
        return [.. ids.Distinct().Take(most)];
    }

    /// <summary>Customers with what a line about them shows, in the order found.</summary>
    public async Task<IReadOnlyList<Customer>> ReadAsync(SearchWords words, int most, CancellationToken ct)
    {
        var ids = await IdsAsync(words, most, ct);
        var customers = await db.Set<Customer>().AsNoTracking().Include(c => c.Phones.OrderBy(p => p.Id)).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return [.. ids.Where(customers.ContainsKey).Select(id => customers[id])];
    }

    IEnumerable<IQueryable<long>> Ways(SearchWords words)
    {
        if (words.Phone is { } phone)
        {
            yield return db.Set<CustomerPhone>().Beginning(p => p.Number, phone).OrderBy(p => p.Number).ThenBy(p => p.Id).Select(p => p.CustomerId);
            if (phone.Length >= FewestLastDigits)
                yield return db.Set<CustomerPhone>().Beginning(p => p.Reversed, PhoneNumber.Reversed(phone)).OrderBy(p => p.Reversed).ThenBy(p => p.Id).Select(p => p.CustomerId);
        }
        var customers = db.Set<Customer>();
        if (words.HasHan)
        {
            yield return customers.Beginning(c => c.Name, words.Typed).OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => c.Id);
            yield return db.Set<NameTail>().Beginning(t => t.Text, words.Typed.ToLowerInvariant()).OrderBy(t => t.Text).ThenBy(t => t.CustomerId).Select(t => t.CustomerId);
        }
        else if (words.Pinyin is { } pinyin)
        {
            yield return customers.Beginning(c => c.NameInitials, pinyin).OrderBy(c => c.NameInitials).ThenBy(c => c.Id).Select(c => c.Id);
            yield return customers.Beginning(c => c.NamePinyin, pinyin).OrderBy(c => c.NamePinyin).ThenBy(c => c.Id).Select(c => c.Id);
            yield return db.Set<NameTail>().Beginning(t => t.Text, words.Typed.ToLowerInvariant()).OrderBy(t => t.Text).ThenBy(t => t.CustomerId).Select(t => t.CustomerId);
        }
    }
}
