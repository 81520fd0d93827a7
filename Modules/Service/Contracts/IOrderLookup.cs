namespace AfterSales.Service.Contracts;

/// <summary>What other modules may know of an order: to ask its customer how it went, to look into a complaint.</summary>
public interface IOrderLookup
{
    /// <summary>The order with a public id, or null.</summary>
    Task<OrderInBrief?> ByIdAsync(Guid orderId, CancellationToken ct);
    /// <summary>The order with the number that people use, or null.</summary>
    Task<OrderInBrief?> ByNumberAsync(string number, CancellationToken ct);
    /// <summary>How many orders of a customer were completed from an instant up to another, both included.</summary>
    Task<int> CompletedSinceAsync(Guid customerId, DateTime fromUtc, DateTime untilUtc, CancellationToken ct);
    /// <summary>Orders completed after an instant, in order of completion: for who takes over history.</summary>
    Task<IReadOnlyList<OrderInBrief>> CompletedAfterAsync(DateTime after, Guid? afterId, int take, CancellationToken ct);

    /// <summary>Who stands behind an order: its customer, or the order itself where the customer is unknown; null without an order.</summary>
    async Task<Guid?> PersonOfAsync(Guid? orderId, CancellationToken ct) => orderId is { } id && await ByIdAsync(id, ct) is { CustomerId: { } customer } ? customer : orderId;
}

/// <param name="Kind">Code of the order kind.</param>
/// <param name="Contract">Code of the contract; null outside any contract.</param>
/// <param name="CustomerId">Public id of the customer, or null when unknown.</param>
/// <param name="Phone">Phone of the contact, digits only, or null.</param>
/// <param name="Technician">Employee code of who did (or will do) the job.</param>
/// <param name="TechnicianAccount">Account with which that technician signs in, where one is named.</param>
/// <param name="Team">Team for which the job counts, as kept on the order.</param>
/// <param name="IsOnSite">True when somebody went there.</param>
/// <param name="CompletedAt">UTC; null while it is open.</param>
public sealed record OrderInBrief(
    Guid Id, string Number, string Kind, string? Contract, Guid? CustomerId, string? ContactName, string? Phone, string? ProductModel, string? ProductType, string? Region,
    string? Technician, string? TechnicianName, string? TechnicianAccount, string? Team, bool IsOnSite, DateTime? CompletedAt)
{
    /// <summary>Agreement that the order keeps since receipt, e.g. <c>AGR-2026-000001/2</c>; null without one.</summary>
    public string? Agreement { get; init; }
    /// <summary>Share of a busy month's orders after which its contacts are asked, in percent, as the agreement says; null: it says nothing.</summary>
    public int? SurveyPercent { get; init; }
}
