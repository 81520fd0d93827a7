namespace AfterSales.Service.Contracts.Feed;

/// <summary>
/// One trip to a customer as the warehouse takes it: flat, in codes, without persons or positions. Feed name: <c>service.visits</c>.
/// </summary>
public sealed record VisitFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required bool Deleted { get; init; }
    /// <summary>Number of the order.</summary>
    public required string Number { get; init; }
    /// <summary>First, second ... trip of the order.</summary>
    public required int Trip { get; init; }
    public string? Contract { get; init; }
    /// <summary>Code of the order's kind.</summary>
    public required string Kind { get; init; }
    public string? ProductModel { get; init; }
    public string? ProductType { get; init; }
    public string? Region { get; init; }
    public string? FaultCode { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
    /// <summary>The first agreed window, or the one to which the customer moved it; its local day is that of its end.</summary>
    public DateTime? WindowEnd { get; init; }
    public DateOnly? WindowDay { get; init; }
    public DateTime? ArrivedAt { get; init; }
    public DateOnly? ArrivedDay { get; init; }
    public DateTime? FinishedAt { get; init; }
    public DateOnly? FinishedDay { get; init; }
    /// <summary>Arrived inside that window; null before arrival or without a window.</summary>
    public bool? OnTime { get; init; }
    /// <summary>Certified on the day of arrival; null before it.</summary>
    public bool? Certified { get; init; }
    /// <summary>Code of the outcome; null while the visit goes on.</summary>
    public string? Outcome { get; init; }
    /// <summary>The check list was passed at the finish.</summary>
    public bool? CheckPassed { get; init; }
    /// <summary>This finish completed its order for the first time.</summary>
    public required bool FirstCompletion { get; init; }
}

/// <summary>One stamp of a visit: departed, arrived or finished. Feed name: <c>service.visit_stamps</c>.</summary>
public sealed record VisitStampFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required bool Deleted { get; init; }
    /// <summary>Number of the order.</summary>
    public required string Number { get; init; }
    public string? Contract { get; init; }
    public string? ProductModel { get; init; }
    public string? ProductType { get; init; }
    public string? Region { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
    /// <summary>depart, arrive, finish.</summary>
    public required string Kind { get; init; }
    public required DateTime At { get; init; }
    public required DateOnly Day { get; init; }
    /// <summary>Reached the server later than the policy allows.</summary>
    public required bool Late { get; init; }
    /// <summary>Entered by the technician of the job.</summary>
    public required bool ByDoer { get; init; }
}
