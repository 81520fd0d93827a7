using AfterSales.Kernel.Clocks;

namespace AfterSales.Feedback.Complaints;

/// <summary>Limits and lists of complaint handling (clauses 5.1 to 5.5). The default instance is the standard policy.</summary>
internal sealed record ComplaintPolicy
{
    public const string Key = "feedback.complaints";

    public TimeLimit Acknowledge { get; init; } = TimeLimit.Hours(24);
    public TimeLimit AcknowledgeSafety { get; init; } = TimeLimit.Hours(2);
    public TimeLimit Decide { get; init; } = TimeLimit.WorkingDays(3);
    public TimeLimit Close { get; init; } = TimeLimit.WorkingDays(7);
    /// <summary>A complaint can be reopened until 24:00 of this day after closing.</summary>
    public int ReopenDays { get; init; } = 15;
    /// <summary>Used share of a limit at which the manager is told.</summary>
    public double ManagerShare { get; init; } = 1.0;
    /// <summary>Used share of a limit at which the owner is told.</summary>
    public double OwnerShare { get; init; } = 1.5;
    public double WarnShare { get; init; } = 0.8;
    /// <summary>The reopening from which on the owner handles it.</summary>
    public int OwnerFromReopening { get; init; } = 2;
    /// <summary>Causes of upheld complaints.</summary>
    public IReadOnlyList<string> Causes { get; init; } = ["workmanship", "late_arrival", "wrong_diagnosis", "part_quality", "price", "manner", "communication", "product", "other"];
    /// <summary>Causes for which the job itself was not good work.</summary>
    public IReadOnlyList<string> QualityCauses { get; init; } = ["workmanship", "wrong_diagnosis", "part_quality"];
}
