namespace AfterSales.Host.Messages;

/// <summary>When and how often messages to customers are tried.</summary>
internal sealed record MessagesPolicy
{
    public const string Key = "host.messages";

    /// <summary>Local hour from which nothing goes out but what is urgent.</summary>
    public int QuietFromHour { get; init; } = 21;
    /// <summary>Local hour at which it goes out again.</summary>
    public int QuietToHour { get; init; } = 8;
    /// <summary>Minutes between one failed try and the next; after the last a person decides.</summary>
    public IReadOnlyList<int> RetryMinutes { get; init; } = [1, 5, 30, 120, 360];

    /// <summary>The instant (local) at which quiet hours end, or null outside of them.</summary>
    public DateTime? QuietUntil(DateTime local)
    {
        if (QuietFromHour == QuietToHour) return null;
        var quiet = QuietFromHour < QuietToHour ? local.Hour >= QuietFromHour && local.Hour < QuietToHour : local.Hour >= QuietFromHour || local.Hour < QuietToHour;
        if (!quiet) return null;
        var end = local.Date.AddHours(QuietToHour);
        return end > local ? end : end.AddDays(1);
    }
}
