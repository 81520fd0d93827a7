namespace AfterSales.Reporting.Contracts;

/// <summary>A control chart found something: worth asking why.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Grain">week or month.</param>
/// <param name="Period">Code of the period, e.g. <c>2026-10</c>.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day, included.</param>
/// <param name="Rule">beyond_limits, nine_on_one_side, miss.</param>
/// <param name="Lower">Limits of that period; null where every miss is a signal and no limits exist yet.</param>
/// <param name="Run">Load that made the number.</param>
/// <param name="FoundAt">UTC.</param>
public sealed record SignalFound(string Indicator, string Grain, string Period, DateOnly From, DateOnly To, string Rule, double Value,
    double? Lower, double? Center, double? Upper, long Run, DateTime FoundAt)
{
    /// <summary>The number lies on its good side: worth knowing why, nothing to mend.</summary>
    public bool IsGoodNews { get; init; }
}
