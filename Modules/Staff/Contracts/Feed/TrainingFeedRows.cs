namespace AfterSales.Staff.Contracts.Feed;

/// <summary>One person on one session.</summary>
public sealed record ParticipantFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Number of the session.</summary>
    public required string Session { get; init; }
    public required string Course { get; init; }
    public required string Content { get; init; }
    public required string Method { get; init; }
    /// <summary>Code of the person.</summary>
    public required string Person { get; init; }
    /// <summary>Local day on which the session ended.</summary>
    public required DateOnly Day { get; init; }
    /// <summary>none, absent, incomplete, failed, passed; none until the sheet is signed.</summary>
    public required string Outcome { get; init; }
    /// <summary>1 for the first assessed attempt at the course, or the first since the last pass; 0 where none was assessed.</summary>
    public required int Attempt { get; init; }
    /// <summary>Hours attended; null while unknown.</summary>
    public required double? Hours { get; init; }
}

/// <summary>A line of a year's training plan.</summary>
public sealed record PlannedTrainingFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Course { get; init; }
    /// <summary>Last local day of its month.</summary>
    public required DateOnly Due { get; init; }
    /// <summary>Local day on which it was held with content, method and material.</summary>
    public required DateOnly? HeldOn { get; init; }
}

/// <summary>A session, as far as its evaluation goes.</summary>
public sealed record SessionFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Number { get; init; }
    public required string Course { get; init; }
    /// <summary>planned, closed, cancelled.</summary>
    public required string State { get; init; }
    public required DateOnly Day { get; init; }
    /// <summary>Last local day on which its evaluation is in time.</summary>
    public required DateOnly EvaluationDue { get; init; }
    public required DateOnly? EvaluatedOn { get; init; }
}

/// <summary>One person's assessment over a period.</summary>
public sealed record AssessmentFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Person { get; init; }
    public required DateOnly PeriodEnd { get; init; }
    public required DateOnly Due { get; init; }
    public required DateOnly? SignedOn { get; init; }
    /// <summary>a, b, c, d; null without one.</summary>
    public required string? Grade { get; init; }
}

/// <summary>A proposed reward or penalty.</summary>
public sealed record RewardFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Person { get; init; }
    /// <summary>reward, penalty.</summary>
    public required string Kind { get; init; }
    /// <summary>Code of the rule; null where a person proposed it.</summary>
    public required string? Rule { get; init; }
    /// <summary>Instant up to which a decision is in time, UTC.</summary>
    public required DateTime Due { get; init; }
    /// <summary>Local day to which it is dated.</summary>
    public required DateOnly DueDay { get; init; }
    public required DateTime? DecidedAt { get; init; }
}
