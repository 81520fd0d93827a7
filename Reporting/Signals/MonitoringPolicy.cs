using AfterSales.Kernel.Clocks;

namespace AfterSales.Reporting.Signals;

/// <summary>How the numbers are watched (clauses 4.4 and 14.2). The default instance is the standard policy.</summary>
internal sealed record MonitoringPolicy
{
    public const string Key = "reporting.monitoring";

    /// <summary>A signal is explained within this, counted from the day on which it was raised.</summary>
    public TimeLimit Explain { get; init; } = TimeLimit.WorkingDays(5);
    /// <summary>Dimensions whose members are held against the company's own limits, so that a team or a product that stands apart is seen.</summary>
    public IReadOnlyList<string> WatchedDimensions { get; init; } = ["team", "product"];
    /// <summary>A member that explains more of a shift than its size, by at least this part of the shift, is named.</summary>
    public double NamedFrom { get; init; } = 0.05;
}
