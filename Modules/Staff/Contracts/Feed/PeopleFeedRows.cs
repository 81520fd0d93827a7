namespace AfterSales.Staff.Contracts.Feed;

/// <summary>Team, position and grade of one person over a span of days: a version of the type-2 employee dimension. Feed name: <c>staff.placements</c>.</summary>
public sealed record PlacementFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required bool Deleted { get; init; }
    /// <summary>Number of the person; technicians have the same in the feeds of orders.</summary>
    public required string Employee { get; init; }
    public string? Team { get; init; }
    /// <summary>Role code of the work.</summary>
    public required string Position { get; init; }
    public string? Grade { get; init; }
    /// <summary>First local day.</summary>
    public required DateOnly Since { get; init; }
    /// <summary>First local day on which it no longer holds; null while it goes on.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>Who led a team. Feed name: <c>staff.team_leaders</c>.</summary>
public sealed record TeamLeaderFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Team { get; init; }
    public required string Employee { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>A district for which a team answered. Feed name: <c>staff.team_areas</c>.</summary>
public sealed record TeamAreaFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Team { get; init; }
    /// <summary>Code of the division list.</summary>
    public required string Region { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>One seat that the company wants filled. Feed name: <c>staff.posts</c>.</summary>
public sealed record PostFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public string? Team { get; init; }
    public required string Position { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>A certificate from its first day to its last, suspensions apart. Feed name: <c>staff.certificates</c>.</summary>
public sealed record CertificateFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Number { get; init; }
    public required string Employee { get; init; }
    /// <summary>brand, own or authority.</summary>
    public required string Kind { get; init; }
    public string? Grade { get; init; }
    /// <summary>Codes of the product types.</summary>
    public required IReadOnlyList<string> Types { get; init; }
    public required DateOnly Since { get; init; }
    /// <summary>First local day after its end or on which it was void; null while it has none.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>Days on which a certificate did not count. Feed name: <c>staff.suspensions</c>.</summary>
public sealed record SuspensionFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Key of the certificate.</summary>
    public required long Certificate { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }
}
