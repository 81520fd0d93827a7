namespace AfterSales.Kernel.Clocks;

public enum CalendarExceptionKind
{
    /// <summary>A day that is off although the weekly pattern works.</summary>
    Holiday,
    /// <summary>A rest day that is worked (调休).</summary>
    MakeUpDay,
}

/// <param name="Name">The holiday it belongs to, e.g. 国庆节.</param>
public readonly record struct CalendarException(DateOnly Day, CalendarExceptionKind Kind, string Name);

/// <summary>
/// Which local days are worked: a weekly pattern and dated exceptions, in one time zone. Immutable; an edit makes a new version, and a
/// record keeps the version under which it started.
/// </summary>
public sealed class WorkingCalendar
{
    readonly bool[] _week = new bool[7];
    readonly int _first;
    readonly CalendarException?[] _exceptions;
    readonly HashSet<int> _years;

    /// <param name="version">Stable name of this version.</param>
    /// <param name="week">Days of the week that are worked; at least one.</param>
    /// <param name="years">Years for which the exceptions are complete. A deadline in another year rests on the bare weekly pattern.</param>
    public WorkingCalendar(string version, TimeZoneInfo zone, IEnumerable<DayOfWeek> week, IEnumerable<CalendarException> exceptions, IEnumerable<int> years)
    {
        (Version, Zone, _years) = (version, zone, [.. years]);
        foreach (var day in week) _week[(int)day] = true;
        if (!_week.Contains(true)) throw new ArgumentException("A week needs at least one working day.", nameof(week));
        var sorted = exceptions.OrderBy(e => e.Day).ToList();
        _first = sorted.Count == 0 ? 0 : sorted[0].Day.DayNumber;
        _exceptions = new CalendarException?[sorted.Count == 0 ? 0 : sorted[^1].Day.DayNumber - _first + 1];
        foreach (var exception in sorted) _exceptions[exception.Day.DayNumber - _first] = exception;
    }

    public string Version { get; }
    public TimeZoneInfo Zone { get; }
    public IReadOnlyCollection<int> Years => _years;
    public IEnumerable<DayOfWeek> Week => Enum.GetValues<DayOfWeek>().Where(d => _week[(int)d]);
    public IEnumerable<CalendarException> Exceptions => _exceptions.Where(e => e is not null).Select(e => e!.Value);

    /// <summary>The Chinese statutory calendar that ships with the product.</summary>
    public static WorkingCalendar China(TimeZoneInfo? zone = null) => CalendarFile.Shipped(zone ?? TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    public CalendarException? ExceptionOn(DateOnly day)
    {
        var index = day.DayNumber - _first;
        return (uint)index < (uint)_exceptions.Length ? _exceptions[index] : null;
    }

    public bool IsWorkingDay(DateOnly day) => ExceptionOn(day) is { } exception ? exception.Kind == CalendarExceptionKind.MakeUpDay : _week[(int)day.DayOfWeek];

    public bool HasDataFor(int year) => _years.Contains(year);

    /// <summary>The day itself when it is worked, else the next one that is.</summary>
    public DateOnly RollToWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>Local day of an instant.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>First instant of a local day. Where the clock jumps over midnight, the day starts at the jump; where 00:00 comes twice, at the first.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var offset = Zone.IsInvalidTime(midnight) ? Zone.GetUtcOffset(midnight.AddHours(-6))
            : Zone.IsAmbiguousTime(midnight) ? Zone.GetAmbiguousTimeOffsets(midnight).Max()
            : Zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }

    /// <summary>24:00 of a local day: the instant at which the next day starts.</summary>
    public DateTime EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
