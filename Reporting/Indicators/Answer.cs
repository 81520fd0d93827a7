using AfterSales.Reporting.Charts;

namespace AfterSales.Reporting.Indicators;

/// <summary>A number and how it came about.</summary>
/// <param name="Value">Null without data, never 0 for want of any.</param>
/// <param name="Numerator">Null for a median and an index.</param>
/// <param name="Denominator">Rows in the cohort; n of a median; the sum below the line of a ratio.</param>
/// <param name="Excluded">Rows left out by rule, counted beside.</param>
/// <param name="P90">Ninetieth percentile, where a median is asked.</param>
internal readonly record struct Number(double? Value, double? Numerator, double Denominator, long Excluded, double? P90)
{
    /// <param name="scale">100 where the value is told in points.</param>
    public static Number Ratio(double above, double below, long excluded, double scale = 1) => new(below == 0 ? null : scale * above / below, above, below, excluded, null);

    public static Number Median(long n, double? median, double? p90, long excluded) => new(median, null, n, excluded, p90);

    /// <summary>How many there are; the count is value, numerator and denominator.</summary>
    public static Number Count(long rows, long excluded) => new(rows, rows, rows, excluded, null);

    public static Number None(Indicator indicator) => indicator is MedianIndicator or IndexIndicator ? Median(0, null, null, 0) : Ratio(0, 0, 0);
}

/// <param name="Slice">Code of the member, or null when the question has no slice.</param>
/// <param name="Complete">The period is over and its number settled.</param>
internal sealed record Reading(Period Period, string? Slice, Number Number, bool Complete, Limits? Limits, IReadOnlyList<string> Signals);

/// <summary>Readings of one member, or of all rows together.</summary>
/// <param name="Total">Over the whole span.</param>
/// <param name="Baseline">What limits stand on; null while there is too little data.</param>
/// <param name="Frozen">The baseline is kept, so that limits do not follow the data.</param>
/// <param name="SigmaZ">Laney's factor; above 1.2 the p' chart fits better.</param>
internal sealed record Series(string? Slice, IReadOnlyList<Reading> Readings, Number Total, Baseline? Baseline, bool Frozen, double? SigmaZ, ChartOptions Options = default);

/// <param name="AsOf">Instant of the data, UTC.</param>
/// <param name="Run">Load that made the numbers.</param>
/// <param name="Total">Over the whole span and all members.</param>
internal sealed record Answer(Question Question, DateTime AsOf, long Run, IReadOnlyList<Series> Series, Number Total);
