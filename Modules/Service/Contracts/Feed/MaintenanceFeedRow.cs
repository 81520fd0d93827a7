namespace AfterSales.Service.Contracts.Feed;

/// <summary>One offer of regular work on an appliance, one for each due day. Feed name: <c>service.maintenance</c>.</summary>
public sealed record MaintenanceFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Public id of the appliance.</summary>
    public required string Appliance { get; init; }
    /// <summary>Kind of work.</summary>
    public required string Work { get; init; }
    public string? ProductModel { get; init; }
    public string? ProductType { get; init; }
    public string? Region { get; init; }
    /// <summary>Owed by the maker's free plan; otherwise offered.</summary>
    public required bool Owed { get; init; }
    public required DateOnly OfferedDay { get; init; }
    public required DateOnly DueDay { get; init; }
    /// <summary>Last local day on which it still counts as done in time.</summary>
    public required DateOnly GraceDay { get; init; }
    /// <summary>An order was made of it.</summary>
    public required bool Booked { get; init; }
    /// <summary>The customer said no.</summary>
    public required bool Declined { get; init; }
    public DateOnly? DoneDay { get; init; }
}
