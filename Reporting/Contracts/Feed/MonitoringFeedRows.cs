namespace AfterSales.Reporting.Contracts.Feed;

/// <summary>A signal that was told of, and whether somebody explained it.</summary>
public sealed record SignalFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Indicator { get; init; }
    public required string Rule { get; init; }
    public required string Period { get; init; }
    /// <summary>Local day on which it was raised.</summary>
    public required DateOnly FoundDay { get; init; }
    /// <summary>Last local day on which an explanation is in time.</summary>
    public required DateOnly DueDay { get; init; }
    public DateOnly? ExplainedDay { get; init; }
}

/// <summary>How a clause stood in a month, for one contract.</summary>
public sealed record ClauseMonthFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Contract { get; init; }
    public required string Clause { get; init; }
    /// <summary>Last local day of the month.</summary>
    public required DateOnly LastDay { get; init; }
    /// <summary>kept, broken, watch, no_case, no_data, not_measured.</summary>
    public required string State { get; init; }
}

/// <summary>Whether an indicator of the catalogue lived in a month.</summary>
public sealed record LivingIndicatorFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Indicator { get; init; }
    /// <summary>Last local day of the month.</summary>
    public required DateOnly LastDay { get; init; }
    public required bool HasOwner { get; init; }
    public required bool HasTarget { get; init; }
    public required bool HasValue { get; init; }
}

/// <summary>Slots of one job on one local day. The Host feeds it.</summary>
public sealed record JobDayFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Job { get; init; }
    public required DateOnly Day { get; init; }
    public required int Slots { get; init; }
    public required int Succeeded { get; init; }
}

/// <summary>Whether at the end of a local day there was a backup that had been read back and was under 48 hours old. The Host feeds it.</summary>
public sealed record BackupDayFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required DateOnly Day { get; init; }
    public required bool Verified { get; init; }
}
