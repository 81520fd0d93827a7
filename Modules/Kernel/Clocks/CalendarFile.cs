using System.Reflection;
using System.Text.Json;

namespace AfterSales.Kernel.Clocks;

/// <summary>The file format of calendars: shipped with the product, imported each year, stored for every edit.</summary>
public static class CalendarFile
{
    /// <summary>A calendar keeps a place for every day from its first exception to its last: a slip of the pen is not to cost a hundred megabytes.</summary>
    const int EarliestYear = 1950, LatestYear = 2150;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static readonly Lazy<string> ShippedText = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("holidays-cn.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    public static WorkingCalendar Shipped(TimeZoneInfo zone) => Parse(ShippedText.Value, null, zone);

    /// <param name="version">Name of the version, or null for the file's own.</param>
    /// <exception cref="FormatException">What is wrong with the file, in words for the person who made it.</exception>
    public static WorkingCalendar Parse(string json, string? version, TimeZoneInfo zone)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var week = root.GetProperty("workingDays").EnumerateArray().Select(d => Enum.Parse<DayOfWeek>(d.GetString()!)).ToList();
            var years = root.GetProperty("years").EnumerateArray().Select(y => y.GetInt32()).ToList();
            var exceptions = Days(root, "holidays", CalendarExceptionKind.Holiday).Concat(Days(root, "makeUpDays", CalendarExceptionKind.MakeUpDay)).ToList();
            if (exceptions.GroupBy(e => e.Day).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new FormatException($"{twice.Key:yyyy-MM-dd} is named twice.");
            return new WorkingCalendar(version ?? root.GetProperty("version").GetString()!, zone, week, exceptions, years);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The calendar file cannot be read: {malformed.Message}", malformed);
        }
    }

    public static string Write(WorkingCalendar calendar) => JsonSerializer.Serialize(new
    {
        version = calendar.Version,
        workingDays = calendar.Week.Select(d => d.ToString()),
        years = calendar.Years.Order(),
        holidays = Listed(calendar, CalendarExceptionKind.Holiday),
        makeUpDays = Listed(calendar, CalendarExceptionKind.MakeUpDay),
    }, Json);

    static IEnumerable<object> Listed(WorkingCalendar calendar, CalendarExceptionKind kind) =>
        calendar.Exceptions.Where(e => e.Kind == kind).Select(e => new { day = e.Day.ToString("yyyy-MM-dd"), name = e.Name });

    static IEnumerable<CalendarException> Days(JsonElement root, string list, CalendarExceptionKind kind) => root.GetProperty(list).EnumerateArray()
        .Select(d => new CalendarException(
            DateOnly.TryParseExact(d.GetProperty("day").GetString(), "yyyy-MM-dd", out var day) && day.Year is >= EarliestYear and <= LatestYear ? day : throw new FormatException($"'{d.GetProperty("day")}' in {list} is not a date such as 2026-10-01."),
            kind, d.GetProperty("name").GetString() ?? ""));
}
