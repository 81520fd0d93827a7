using System.Globalization;

namespace AfterSales.Reporting.Indicators;

/// <summary>
/// How a span is cut into periods. Each grain knows its key in SQL (whole-number arithmetic that every engine does alike and fast) and the
/// same key in C#; a test holds the two together.
/// </summary>
internal sealed class Grain
{
    /// <summary>A Monday; weeks are counted from here.</summary>
    static readonly DateOnly Monday = new(1900, 1, 1);

    public static readonly Grain Day = new("day", d => $"(CAST({d} AS date) - DATE '1900-01-01')", d => d.DayNumber - Monday.DayNumber,
        d => d, d => d, d => Iso(d));
    /// <summary>ISO weeks: Monday to Sunday, named by the year that holds their Thursday.</summary>
    public static readonly Grain Week = new("week", d => $"floor((CAST({d} AS date) - DATE '1900-01-01') / 7.0)", d => (d.DayNumber - Monday.DayNumber) / 7,
        d => d.AddDays(-(((int)d.DayOfWeek + 6) % 7)), d => d.AddDays(6), d => $"{ISOWeek.GetYear(d.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(d.ToDateTime(default)):00}");
    public static readonly Grain Month = new("month", d => $"(extract(year FROM {d}) * 12 + extract(month FROM {d}))", d => d.Year * 12 + d.Month,
        d => new DateOnly(d.Year, d.Month, 1), d => d.AddMonths(1).AddDays(-1), d => $"{d.Year:0000}-{d.Month:00}");
    public static readonly Grain Quarter = new("quarter", d => $"(extract(year FROM {d}) * 4 + extract(quarter FROM {d}))", d => d.Year * 4 + (d.Month + 2) / 3,
        d => new DateOnly(d.Year, (d.Month - 1) / 3 * 3 + 1, 1), d => d.AddMonths(3).AddDays(-1), d => $"{d.Year:0000}-Q{(d.Month + 2) / 3}");
    public static readonly Grain Year = new("year", d => $"extract(year FROM {d})", d => d.Year,
        d => new DateOnly(d.Year, 1, 1), d => new DateOnly(d.Year, 12, 31), d => $"{d.Year:0000}");

    public static readonly IReadOnlyList<Grain> All = [Day, Week, Month, Quarter, Year];

    readonly Func<string, string> _sql;
    readonly Func<DateOnly, int> _key;
    readonly Func<DateOnly, DateOnly> _first;
    readonly Func<DateOnly, DateOnly> _last;
    readonly Func<DateOnly, string> _name;

    Grain(string code, Func<string, string> sql, Func<DateOnly, int> key, Func<DateOnly, DateOnly> first, Func<DateOnly, DateOnly> last, Func<DateOnly, string> name) =>
        (Code, _sql, _key, _first, _last, _name) = (code, sql, key, first, last, name);

    public string Code { get; }

    /// <summary>How many months a period is long: of a year's twelve.</summary>
    public double Months => Code switch { "day" => 12 / 365.25, "week" => 7 * 12 / 365.25, "month" => 1, "quarter" => 3, _ => 12 };

    public static Grain? Of(string code) => All.FirstOrDefault(g => g.Code == code);

    /// <summary>Key of a day's period as SQL over a date expression; a whole number once cast.</summary>
    public string KeySql(string day) => $"CAST({_sql(day)} AS integer)";

    public int KeyOf(DateOnly day) => _key(day);

    public DateOnly FirstDayOf(DateOnly day) => _first(day);

    public DateOnly LastDayOf(DateOnly day) => _last(_first(day));

    /// <summary><c>2026-10-05</c>, <c>2026-W41</c>, <c>2026-10</c>, <c>2026-Q4</c>, <c>2026</c>.</summary>
    public string NameOf(DateOnly day) => _name(_first(day));

    /// <summary>Periods that a span touches, in order, cut to the span.</summary>
    public IEnumerable<Period> Periods(DateOnly from, DateOnly to)
    {
        for (var first = FirstDayOf(from); first <= to; first = LastDayOf(first).AddDays(1))
            yield return new Period(NameOf(first), KeyOf(first), first < from ? from : first, LastDayOf(first) > to ? to : LastDayOf(first));
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="Name">Code of the period.</param>
/// <param name="Key">The same number as SQL gives.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day, included.</param>
internal readonly record struct Period(string Name, int Key, DateOnly From, DateOnly To);
