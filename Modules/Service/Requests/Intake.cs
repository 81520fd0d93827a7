namespace AfterSales.Service.Requests;

/// <summary>What is known when a request is taken.</summary>
internal sealed record Intake
{
    public required DateTime ReceivedAt { get; init; }
    public DateTime? RequestedAt { get; init; }
    public required OrderKind Kind { get; init; }
    public required OrderChannel Channel { get; init; }
    public string? Number { get; init; }
    public string? BrandOrderNumber { get; init; }
    public long? ContractId { get; init; }
    public long? CustomerId { get; init; }
    public long? ApplianceId { get; init; }
    public long? ModelId { get; init; }
    public string? ContactName { get; init; }
    public string? ContactPhone { get; init; }
    public string? Address { get; init; }
    public string? Region { get; init; }
    public string? Description { get; init; }
    public string? FaultCode { get; init; }
    public Complexity? Complexity { get; init; }
    public bool IsSafety { get; init; }
    public string? SpecialReason { get; init; }
    public DateTime? WishedStart { get; init; }
    public DateTime? WishedEnd { get; init; }
    /// <summary>Code of the campaign that brought it.</summary>
    public string? Campaign { get; init; }
    /// <summary>Made by the form, so that the same form sent twice makes one order.</summary>
    public Guid? PublicId { get; init; }
}
