namespace AfterSales.Kernel;

public static class TimeProviderInstants
{
    /// <summary>The present as UTC, cut to whole milliseconds, so that an instant equals itself after a trip through either database.</summary>
    public static DateTime Now(this TimeProvider time) => CutToMilliseconds(time.GetUtcNow().UtcDateTime);

    public static DateTime CutToMilliseconds(this DateTime instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}
