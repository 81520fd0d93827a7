using System.Collections.Concurrent;
using AfterSales.Kernel;

namespace AfterSales.Host.Accounts;

/// <summary>
/// Slows guessing: at most 5 tries a minute and 100 an hour per account, 20 a minute per address. It never locks anybody out for good, and a
/// browser known for the account has tries of its own. Kept in memory: it guards this server.
/// </summary>
internal sealed class SignInLimits(TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    readonly Tally _perAccount = new(5, Window), _perAccountHour = new(100, TimeSpan.FromHours(1)), _perAddress = new(20, Window), _codesADay = new(50, TimeSpan.FromDays(1));

    /// <param name="knownBrowser">Name of the browser if the account has signed in with it before.</param>
    /// <returns>False after too many tries; again in a minute.</returns>
    public bool Allow(string account, string address, string? knownBrowser = null)
    {
        var (now, key) = (time.Now(), account.Trim().ToUpperInvariant() + "\n" + knownBrowser);
        var byAddress = _perAddress.Count(address, now); // both are counted, so that neither tells whether the other was full
        var byAccount = _perAccount.Count(key, now) && (knownBrowser is not null || _perAccountHour.Count(key, now));
        return byAccount && byAddress;
    }

    /// <summary>A try that names no account: of a passkey, which nobody guesses.</summary>
    public bool AllowFrom(string address) => _perAddress.Count(address, time.Now());

    /// <summary>The same for the second step; a code has six digits only, so a stranger has 50 a day.</summary>
    public bool AllowCode(string account, string address, string? knownBrowser) =>
        Allow("<code>" + account, address, knownBrowser) && (knownBrowser is not null || _codesADay.Count(account.ToUpperInvariant(), time.Now()));

    /// <summary>Somebody got in: that was no guess. An office shares its address, and in the morning twenty people come in at once.</summary>
    public void Succeeded(string address) => _perAddress.Return(address);

    /// <summary>Counts over a span that slides along: never more than the limit within any such span.</summary>
    sealed class Tally(int limit, TimeSpan span)
    {
        const int Most = 20_000;
        readonly ConcurrentDictionary<string, Queue<DateTime>> _tries = [];

        public bool Count(string key, DateTime now)
        {
            if (_tries.Count > Most) Sweep(now);
            var tries = _tries.GetOrAdd(key, _ => []);
            lock (tries)
            {
                while (tries.TryPeek(out var first) && now - first >= span) tries.Dequeue();
                if (tries.Count >= limit) return false;
                tries.Enqueue(now);
                return true;
            }
        }

        public void Return(string key)
        {
            if (!_tries.TryGetValue(key, out var tries)) return;
            lock (tries) tries.TryDequeue(out _);
        }

        void Sweep(DateTime now)
        {
            foreach (var (key, tries) in _tries)
            {
                lock (tries)
                {
                    if (tries.Count == 0 || now - tries.Last() >= span) _tries.TryRemove(key, out _);
                }
            }
        }
    }
}
