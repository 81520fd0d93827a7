using System.Data.Common;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>A bin of a distribution.</summary>
/// <param name="From">Lower end, included.</param>
/// <param name="To">Upper end; null for all that is greater.</param>
internal readonly record struct Bin(double From, double? To, long Rows);

/// <summary>How the values behind a number are spread: about twenty bins of a round width up to the 98th percentile, and the rest in one.</summary>
internal static class Distribution
{
    const int Bins = 20;

    /// <summary>Widths that people can read.</summary>
    static readonly double[] Round = [1, 2, 2.5, 5, 10];

    public static bool Has(Indicator indicator) => ValueOf(indicator) is not null;

    static string? ValueOf(Indicator indicator) => indicator switch
    {
        MedianIndicator median => median.Value,
        RatioIndicator { Denominator: "1", Scale: 1 } mean => mean.Numerator,
        _ => null,
    };

    public static IReadOnlyList<Bin> Read(DbConnection connection, Question question, Moment at)
    {
        if (ValueOf(question.Indicator) is not { } value) return [];
        var ends = new Binding(at.Instant, at.Today);
        var sql = IndicatorSql.Ends(question, value, ends);
        if (connection.Rows(sql, ends.Values, r => (Low: r.Real(0), High: r.Real(1))).Single() is not ({ } low, { } high)) return [];
        var width = WidthFor(high - low);
        var first = Math.Floor(low / width);
        var last = Math.Floor(high / width);
        var bind = new Binding(at.Instant, at.Today);
        var rows = connection.Rows(IndicatorSql.Bins(question, value, bind, width), bind.Values, r => (Bin: r.GetInt64(0), Rows: r.GetInt64(1))).ToDictionary(r => r.Bin, r => r.Rows);
        List<Bin> bins = [.. Enumerable.Range((int)first, (int)(last - first) + 1).Select(i => new Bin(i * width, (i + 1) * width, rows.GetValueOrDefault(i)))];
        if (rows.Where(r => r.Key > last).Sum(r => r.Value) is > 0 and var beyond) bins.Add(new Bin((last + 1) * width, null, beyond));
        return bins;
    }

    /// <summary>The round width that gives about as many bins as wanted.</summary>
    internal static double WidthFor(double span)
    {
        if (span <= 0) return 1;
        var raw = span / Bins;
        var ten = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return Round.First(r => r * ten >= raw - 1e-12) * ten;
    }
}
