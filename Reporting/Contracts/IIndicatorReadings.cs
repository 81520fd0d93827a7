namespace AfterSales.Reporting.Contracts;

/// <summary>Asks for a number of the catalogue, as the pages show it.</summary>
public interface IIndicatorReadings
{
    /// <summary>Codes of the catalogue, in the order of the contract's clauses; names are the texts <c>Indicators.{code}.Name</c>.</summary>
    IReadOnlyList<string> Codes { get; }

    /// <param name="indicator">Code of the catalogue.</param>
    /// <param name="from">First local day.</param>
    /// <param name="to">Last local day, included.</param>
    /// <param name="where">Dimension to code, e.g. technician to T017; null or empty for all rows.</param>
    /// <exception cref="Exception">A refusal of the business (unknown indicator, dimension or member, reversed span, warehouse not loaded).</exception>
    Task<IndicatorReading> ReadAsync(string indicator, DateOnly from, DateOnly to, IReadOnlyDictionary<string, string>? where, CancellationToken ct);

    /// <summary>The same number for every member of a dimension at once, by code: as quick as one. Who has no rows is not there. Intervals of shares and rates only.</summary>
    /// <param name="dimension">E.g. technician.</param>
    /// <inheritdoc cref="ReadAsync"/>
    Task<IReadOnlyDictionary<string, IndicatorReading>> ByMemberAsync(string indicator, DateOnly from, DateOnly to, string dimension, CancellationToken ct);
}

/// <param name="Value">Null without data.</param>
/// <param name="N">Rows in the cohort; for a ratio what stands below the line.</param>
/// <param name="Excluded">Rows left out by rule, counted beside.</param>
/// <param name="Lower">95 % interval: Wilson for a share, order statistics for a median, normal for a mean, Poisson for a rate; null without data or where none is known.</param>
/// <param name="Target">Default target, where one holds for these rows.</param>
/// <param name="HigherIsBetter">Direction of good.</param>
/// <param name="Complete">The span is over and its number settled.</param>
/// <param name="Run">Load that made the number; keep it with a frozen number.</param>
/// <param name="AsOf">Instant of the data, UTC.</param>
/// <param name="Rows">Page with exactly the rows behind.</param>
public sealed record IndicatorReading(string Indicator, double? Value, double? Numerator, double N, long Excluded, double? Lower, double? Upper,
    double? Target, bool HigherIsBetter, bool Complete, long Run, DateTime AsOf, string Rows)
{
    /// <summary>A share of rows: <see cref="Numerator"/> of <see cref="N"/> rows hit, so two readings can be compared as proportions.</summary>
    public bool IsShare { get; init; }
}
