using System.Collections.Concurrent;
using AfterSales.Kernel;
using AfterSales.Kernel.Persons;

namespace AfterSales.Service.Customers;

/// <summary>
/// Who may see whom in full just now. Asking is noted (who saw whom) and holds for a quarter of an hour. Kept in memory: after a restart, and on
/// another host, one asks again.
/// </summary>
internal sealed class RevealedPeople(IPersonLooks looks, TimeProvider time)
{
    static readonly TimeSpan Holds = TimeSpan.FromMinutes(15);
    readonly ConcurrentDictionary<(string Account, Guid Person), DateTime> _until = new();

    /// <param name="person">Public id of the customer; of the order, where it belongs to none.</param>
    public bool Shows(Actor who, Guid person) => _until.TryGetValue((who.Id, person), out var until) && time.Now() < until;

    public async Task RevealAsync(Actor who, Guid person, CancellationToken ct)
    {
        await looks.NoteAsync(who, person, "Looks.Revealed", ct);
        var now = time.Now();
        foreach (var (key, until) in _until)
            if (until <= now) _until.TryRemove(key, out _);
        _until[(who.Id, person)] = now + Holds;
    }
}
