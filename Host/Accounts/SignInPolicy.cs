namespace AfterSales.Host.Accounts;

/// <summary>How people sign in and for how long. Limits that make no sense are read as the nearest that do.</summary>
internal sealed record SignInPolicy
{
    public const string Key = "host.sign-in";
    /// <summary>No session outlives this, whatever the policy says; the cookie itself ends then.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    /// <summary>Administrators without a second factor are led to set one up and get nowhere else.</summary>
    public bool AdministratorsUseTwoFactor { get; init; }
    /// <summary>Hours without a request after which a session ends that was not to be remembered.</summary>
    public int IdleHours { get; init; } = 12;
    /// <summary>Hours after which it ends in any case.</summary>
    public int LongestHours { get; init; } = 24;
    /// <summary>Days without a request after which a remembered session ends.</summary>
    public int RememberedIdleDays { get; init; } = 14;
    /// <summary>Days after which it ends in any case.</summary>
    public int RememberedLongestDays { get; init; } = 90;

    /// <summary>True when a session that started and was seen at these instants has run out.</summary>
    public bool IsOver(bool isRemembered, DateTime startedAt, DateTime seenAt, DateTime now) => isRemembered
        ? now - seenAt > Span(RememberedIdleDays, TimeSpan.FromDays(1)) || now - startedAt > Span(RememberedLongestDays, TimeSpan.FromDays(1))
        : now - seenAt > Span(IdleHours, TimeSpan.FromHours(1)) || now - startedAt > Span(LongestHours, TimeSpan.FromHours(1));

    static TimeSpan Span(int count, TimeSpan unit)
    {
        var span = unit * Math.Clamp(count, 1, 10_000);
        return span < Longest ? span : Longest;
    }
}
