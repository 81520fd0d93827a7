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
    /// <summary>Grounds for termination that can be measured: an indicator beyond its floor for some months in a row.</summary>
    public IReadOnlyList<MeasurableGround> Grounds { get; init; } =
    [
        new("late_answers", "response_on_time_rate", 0.80, 3), new("late_repairs", "handling_on_time_rate", 0.75, 3), new("bad_repairs", "repeat_repair_rate", 0.20, 3),
        new("complaints", "complaint_rate", 6, 3), new("uncertified", "certified_visit_rate", 0.90, 2), new("refunds_refused", "refund_on_time_rate", 0.80, 2),
    ];
}

/// <param name="Code">Name of the ground; text <c>Signals.Ground.{Code}</c>, where it has one.</param>
/// <param name="Floor">The worst number that is still borne.</param>
/// <param name="Months">Months in a row beyond it.</param>
internal sealed record MeasurableGround(string Code, string Indicator, double Floor, int Months);
