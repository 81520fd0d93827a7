using System.Collections.Concurrent;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;

namespace AfterSales.Service.Customers;

/// <summary>Persons as lists show them: enough to tell one from the other, too little to call on them.</summary>
internal static class PersonalData
{
    /// <summary>张* for 张伟.</summary>
    public static string Name(string? name) => string.IsNullOrEmpty(name) ? "" : Rune.GetRuneAt(name, 0) + "*";

    /// <summary>The street without the numbers: 文一路*号*幢.</summary>
    public static string? Address(string? address)
    {
        if (address is null) return null;
        var masked = new StringBuilder(address.Length);
        foreach (var c in Pinyin.HalfWidth(address))
            if (!char.IsAsciiDigit(c)) masked.Append(c);
            else if (masked.Length == 0 || masked[^1] != '*') masked.Append('*');
        return masked.ToString();
    }
}

/// <summary>
/// Who may see whom in full just now. Asking is written to the audit log and holds for a quarter of an hour. Kept in memory: after a restart, and on
/// another host, one asks again.
/// </summary>
internal sealed class RevealedPeople(IAuditLog audit, TimeProvider time)
{
    static readonly TimeSpan Holds = TimeSpan.FromMinutes(15);
    readonly ConcurrentDictionary<(string Account, long Customer), DateTime> _until = new();

    public bool Shows(Actor who, Customer customer) => _until.TryGetValue((who.Id, customer.Id), out var until) && time.Now() < until;

    public async Task RevealAsync(Actor who, Customer customer, CancellationToken ct)
    {
        await audit.RecordAsync(who, "customer.revealed", $"customer:{customer.Id}", PersonalData.Name(customer.Name), ct);
        var now = time.Now();
        foreach (var (key, until) in _until)
            if (until <= now) _until.TryRemove(key, out _);
        _until[(who.Id, customer.Id)] = now + Holds;
    }
}
