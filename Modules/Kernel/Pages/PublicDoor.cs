using System.Collections.Concurrent;

namespace AfterSales.Kernel.Pages;

/// <summary>
/// Slows guessing at public links: saves per token, and different tokens per address, each counted by the minute. Kept in memory: it guards this
/// server, and a token of 128 bits guards itself.
/// </summary>
public sealed class PublicDoor(TimeProvider time)
{
    const int SavesPerToken = 60, TokensPerAddress = 20;

    readonly Lock _turning = new();
    long _minute;
    ConcurrentDictionary<string, int> _saves = [];
    ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _tokens = [];

    /// <returns>False when this address has tried too many different tokens within the minute.</returns>
    public bool MayLook(string address, string token)
    {
        Turn();
        var tried = _tokens.GetOrAdd(address, _ => []);
        if (tried.ContainsKey(token)) return true;
        return tried.Count < TokensPerAddress && (tried.TryAdd(token, true) || true);
    }

    /// <returns>False when this token has been saved under too often within the minute.</returns>
    public bool MaySave(string token)
    {
        Turn();
        return _saves.AddOrUpdate(token, 1, (_, n) => n + 1) <= SavesPerToken;
    }

    void Turn()
    {
        var minute = time.Now().Ticks / TimeSpan.TicksPerMinute;
        lock (_turning)
        {
            if (_minute == minute) return;
            (_minute, _saves, _tokens) = (minute, [], []);
        }
    }
}
