namespace AfterSales.Risk.Actions;

/// <summary>Times of corrective actions, and how their effect is tested (clause 4.5). The default instance is the standard policy.</summary>
internal sealed record ActionPolicy
{
    public const string Key = "risk.actions";

    /// <summary>Days within which a new action has its cause, its measure, its owner and its day.</summary>
    public int PlanDays { get; init; } = 7;
    /// <summary>Days before the effect begins that it is compared with, where nothing says better.</summary>
    public int BeforeDays { get; init; } = 91;
    /// <summary>Days between a signal and the beginning of the effect from which on they alone are compared with.</summary>
    public int LeastBeforeDays { get; init; } = 28;
    /// <summary>Days of effect that are looked at.</summary>
    public int AfterDays { get; init; } = 56;
    /// <summary>Rows that a share needs on either side.</summary>
    public int LeastRows { get; init; } = 30;
    /// <summary>Weeks with a value that any other indicator needs on either side.</summary>
    public int LeastWeeks { get; init; } = 6;
    /// <summary>At most this share of actions that change nothing is called effective: two-sided level of the test.</summary>
    public double FalseEffective { get; init; } = 0.05;
    /// <summary>With too few numbers it is looked at again after so many days.</summary>
    public int LookAgainDays { get; init; } = 28;
}
