using System.Threading.RateLimiting;

namespace AfterSales.Host.Accounts;

/// <summary>
/// Slows guessing: at most 5 tries a minute per account and 20 per address. It never locks anybody out for good, and a browser known for
/// the account has 5 tries of its own.
/// </summary>
internal sealed class SignInLimits : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    readonly PartitionedRateLimiter<string> _perAccount = Limiter(5);
    readonly PartitionedRateLimiter<string> _perAddress = Limiter(20);

    static PartitionedRateLimiter<string> Limiter(int perMinute) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, QueueLimit = 0 }));

    /// <param name="knownBrowser">Name of the browser if the account has signed in with it before.</param>
    /// <returns>False after too many tries; again in a minute.</returns>
    public bool Allow(string account, string address, string? knownBrowser = null)
    {
        using var byAddress = _perAddress.AttemptAcquire(address);
        using var byAccount = _perAccount.AttemptAcquire(account.Trim().ToUpperInvariant() + "\n" + knownBrowser);
        return byAddress.IsAcquired && byAccount.IsAcquired;
    }

    public void Dispose()
    {
        _perAccount.Dispose();
        _perAddress.Dispose();
    }
}
