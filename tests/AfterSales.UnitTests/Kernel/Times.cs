using System.Globalization;
using AfterSales.Kernel.Clocks;

namespace AfterSales.UnitTests.Kernel;

/// <summary>Local times of Shanghai as people write them, for hand-worked cases.</summary>
static class Times
{
    public static readonly WorkingCalendar China = WorkingCalendar.China();
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>"2025-10-01 08:00" in Shanghai, as UTC.</summary>
    public static DateTime At(string local, TimeZoneInfo? zone = null) =>
        TimeZoneInfo.ConvertTimeToUtc(DateTime.ParseExact(local, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss.fff"], CultureInfo.InvariantCulture), zone ?? Shanghai);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PauseSpan Pause(string from, string? to, bool stops = true, int? days = null) =>
        new(At(from), to is null ? null : At(to), stops ? "customer_absent" : "waiting_for_part", stops, days is { } d ? TimeSpan.FromDays(d) : null);

    public static LimitClock Clock(TimeLimit limit, string started, string? ended = null, params PauseSpan[] pauses) =>
        new(limit, China, At(started), ended is null ? null : At(ended), pauses);
}
