namespace AfterSales.Risk.Contracts.Feed;

/// <summary>One rating of a risk with the days on which it holds. Feed name: <c>risk.ratings</c>.</summary>
public sealed record RatingFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Risk { get; init; }
    /// <summary>safety, quality, people, supply, legal, data, reputation.</summary>
    public required string Category { get; init; }
    public required DateOnly Since { get; init; }
    /// <summary>First day on which it no longer holds: rated anew, or closed.</summary>
    public DateOnly? Until { get; init; }
    /// <summary>Likelihood times consequence, 1 to 25.</summary>
    public required int Inherent { get; init; }
    public required int Residual { get; init; }
    public required int Target { get; init; }
}

/// <summary>How one risk stood on the last day of one month; written once. Feed name: <c>risk.months</c>.</summary>
public sealed record RiskMonthFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Risk { get; init; }
    public required string Category { get; init; }
    public required DateOnly LastDay { get; init; }
    public required int Inherent { get; init; }
    public required int Residual { get; init; }
    public required int Target { get; init; }
}

/// <summary>One review that a risk owes. Feed name: <c>risk.reviews</c>.</summary>
public sealed record RiskReviewFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Risk { get; init; }
    public required DateOnly Due { get; init; }
    public DateOnly? DoneOn { get; init; }
    /// <summary>No longer owed: the risk was closed before.</summary>
    public required bool Dropped { get; init; }
}

/// <summary>One event that a risk brought, or that nobody had foreseen. Feed name: <c>risk.events</c>.</summary>
public sealed record RiskEventFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Number { get; init; }
    public required string Source { get; init; }
    public required DateOnly HappenedDay { get; init; }
    /// <summary>Null until somebody has assessed it.</summary>
    public bool? Foreseen { get; init; }
}

/// <summary>One test that a control owes. Feed name: <c>risk.control-tests</c>.</summary>
public sealed record ControlTestFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Control { get; init; }
    public required string Kind { get; init; }
    public required DateOnly Due { get; init; }
    public DateOnly? DoneOn { get; init; }
    /// <summary>works, partly, fails.</summary>
    public string? Result { get; init; }
    public required bool Dropped { get; init; }
}

/// <summary>One job that was drawn to be checked. Feed name: <c>risk.checks</c>.</summary>
public sealed record CheckFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Number { get; init; }
    public required string Order { get; init; }
    /// <summary>call_back, on_site, records.</summary>
    public required string Method { get; init; }
    public string? Contract { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
    public string? ProductModel { get; init; }
    public string? ProductType { get; init; }
    public string? Region { get; init; }
    public required DateOnly Due { get; init; }
    public DateOnly? DoneOn { get; init; }
    /// <summary>0 to 100.</summary>
    public double? Score { get; init; }
    public bool? Passed { get; init; }
}

/// <summary>One round of a corrective action: a not effective one brings another. Feed name: <c>risk.actions</c>.</summary>
public sealed record ActionFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Number { get; init; }
    public required int Round { get; init; }
    public required string Source { get; init; }
    public required DateOnly Due { get; init; }
    public DateOnly? DoneOn { get; init; }
    public DateOnly? VerifiedOn { get; init; }
    public bool? Effective { get; init; }
    /// <summary>The action was withdrawn before this round was done.</summary>
    public required bool Dropped { get; init; }
}
