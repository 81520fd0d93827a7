using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AfterSales.Kernel.Clocks;

public enum TimeUnit { Minutes, Hours, Days, WorkingDays, Months }

/// <summary>
/// A period, counted by the Civil Code of China, articles 200 to 204: minutes and hours run from the event, around the clock; days, working
/// days and months do not count the day of the event, begin the next day and end at 24:00 of their last day.
/// </summary>
[JsonConverter(typeof(AsCode))]
public readonly record struct TimeLimit(int Amount, TimeUnit Unit)
{
    static readonly (TimeUnit Unit, string Suffix)[] Suffixes =
        [(TimeUnit.Minutes, "min"), (TimeUnit.Months, "mo"), (TimeUnit.WorkingDays, "wd"), (TimeUnit.Hours, "h"), (TimeUnit.Days, "d")];

    public static TimeLimit Minutes(int n) => new(n, TimeUnit.Minutes);
    public static TimeLimit Hours(int n) => new(n, TimeUnit.Hours);
    public static TimeLimit Days(int n) => new(n, TimeUnit.Days);
    public static TimeLimit WorkingDays(int n) => new(n, TimeUnit.WorkingDays);
    public static TimeLimit Months(int n) => new(n, TimeUnit.Months);

    /// <summary>True for minutes and hours, which ignore days.</summary>
    public bool IsElapsed => Unit is TimeUnit.Minutes or TimeUnit.Hours;

    public TimeSpan Elapsed => Unit == TimeUnit.Minutes ? TimeSpan.FromMinutes(Amount) : Unit == TimeUnit.Hours ? TimeSpan.FromHours(Amount)
        : throw new InvalidOperationException("Days have no fixed length.");

    /// <summary>The last day of a period in days, working days or months that begins on the day after <paramref name="eventDay"/>.</summary>
    /// <param name="rolls">True for periods in which somebody must act: a last day that is not worked moves to the next working day. False for measuring windows.</param>
    public DateOnly LastDay(DateOnly eventDay, WorkingCalendar calendar, bool rolls)
    {
        if (Unit == TimeUnit.WorkingDays)
        {
            var day = eventDay;
            for (var left = Amount; left > 0;)
                if (calendar.IsWorkingDay(day = day.AddDays(1))) left--;
            return day;
        }
        var last = Unit == TimeUnit.Months ? eventDay.AddMonths(Amount) : eventDay.AddDays(Amount);
        return rolls ? calendar.RollToWorkingDay(last) : last;
    }

    /// <summary>The instant up to which, included, an act is in time.</summary>
    /// <inheritdoc cref="LastDay"/>
    public DateTime DueFrom(DateTime startUtc, WorkingCalendar calendar, bool rolls) =>
        IsElapsed ? startUtc + Elapsed : calendar.EndOf(LastDay(calendar.DayOf(startUtc), calendar, rolls));

    /// <summary>First day on which something announced on a day may take effect: the day after the notice period's last day.</summary>
    public DateOnly EarliestEffectiveDay(DateOnly announced, WorkingCalendar calendar) => LastDay(announced, calendar, rolls: true).AddDays(1);

    /// <summary>A code such as <c>15min</c>, <c>24h</c>, <c>7d</c>, <c>3wd</c>, <c>1mo</c>.</summary>
    public override string ToString()
    {
        var unit = Unit;
        return Amount.ToString(CultureInfo.InvariantCulture) + Array.Find(Suffixes, s => s.Unit == unit).Suffix;
    }

    public static bool TryParse(string? code, out TimeLimit limit)
    {
        limit = default;
        foreach (var (unit, suffix) in Suffixes)
        {
            if (code?.EndsWith(suffix, StringComparison.Ordinal) != true) continue;
            if (!int.TryParse(code.AsSpan(0, code.Length - suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount is < 1 or > 100_000) return false;
            limit = new TimeLimit(amount, unit);
            return true;
        }
        return false;
    }

    sealed class AsCode : JsonConverter<TimeLimit>
    {
        public override TimeLimit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var limit) ? limit : throw new JsonException("A period is written 15min, 24h, 7d, 3wd or 1mo.");

        public override void Write(Utf8JsonWriter writer, TimeLimit value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
