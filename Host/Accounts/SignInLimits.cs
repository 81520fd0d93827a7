using System.Threading.RateLimiting;
using AfterSales.Kernel;

namespace AfterSales.Host.Accounts;

/// <summary>Slows guessing: at most 5 tries a minute per account and 20 per address. It never locks anybody out for good.</summary>
internal sealed class SignInLimits : IDisposable
{
    readonly PartitionedRateLimiter<string> _perAccount = Limiter(5);
    readonly PartitionedRateLimiter<string> _perAddress = Limiter(20);

    static PartitionedRateLimiter<string> Limiter(int perMinute) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <exception cref="RuleViolation">Too many tries; try again in a minute.</exception>
    public void Enter(string account, string address)
    {
        using var byAddress = _perAddress.AttemptAcquire(address);
        using var byAccount = _perAccount.AttemptAcquire(account.ToUpperInvariant());
        if (!byAddress.IsAcquired || !byAccount.IsAcquired) throw new RuleViolation("Accounts.SignIn.TooOften");
    }

    public void Dispose()
    {
        _perAccount.Dispose();
        _perAddress.Dispose();
    }
}
