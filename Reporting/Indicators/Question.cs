using System.Globalization;
using AfterSales.Kernel;

namespace AfterSales.Reporting.Indicators;

/// <summary>Rows of one member of a dimension only.</summary>
internal readonly record struct Filter(Slice Slice, string Code);

/// <summary>What somebody wants to know: an indicator over a span of local days (both included), cut into periods, perhaps by a dimension, perhaps filtered.</summary>
internal sealed record Question(Indicator Indicator, DateOnly From, DateOnly To, Grain Grain, Slice? Slice, IReadOnlyList<Filter> Where)
{
    /// <summary>More periods than anybody can read are a typing error.</summary>
    const int MostPeriods = 5_000;

    /// <summary>Keys that begin so are wrong usage; other refusals concern the data.</summary>
    public const string Usage = "Indicators.Usage.";

    /// <summary>Reads a question as typed.</summary>
    /// <param name="where"><c>dimension=code</c>, each.</param>
    /// <exception cref="RuleViolation">It makes no sense; the sentence says why.</exception>
    public static Question Parse(string indicator, string from, string to, string by, string? slice, IEnumerable<string> where)
    {
        var asked = Indicator.Of(indicator) ?? throw Wrong("Indicator", indicator, string.Join(" ", Indicator.All.Select(i => i.Code)));
        var grain = Grain.Of(by) ?? throw Wrong("Grain", by, string.Join(" ", Grain.All.Select(g => g.Code)));
        var (first, last) = (DayOf(from), DayOf(to));
        if (first > last) throw Wrong("Reversed", from, to);
        if ((last.DayNumber - first.DayNumber) / (grain == Grain.Day ? 1 : grain == Grain.Week ? 7 : 28) > MostPeriods) throw Wrong("TooLong", MostPeriods);
        return new Question(asked, first, last, grain, string.IsNullOrEmpty(slice) ? null : SliceOf(asked, slice), [.. where.Select(w => FilterOf(asked, w)).Distinct()]);
    }

    static Slice SliceOf(Indicator indicator, string code) => !FactSource.SliceCodes.Contains(code)
        ? throw Wrong("Slice", code, string.Join(" ", FactSource.SliceCodes))
        : indicator.Source.SliceOf(code) ?? throw new RuleViolation("Indicators.Refused.Slice", indicator.Code, code);

    static Filter FilterOf(Indicator indicator, string where)
    {
        var equals = where.IndexOf('=', StringComparison.Ordinal);
        return equals <= 0 || equals == where.Length - 1 ? throw Wrong("Where", where) : new Filter(SliceOf(indicator, where[..equals]), where[(equals + 1)..]);
    }

    static DateOnly DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Wrong("Day", text);

    static RuleViolation Wrong(string what, params object[] args) => new(Usage + what, args);
}
