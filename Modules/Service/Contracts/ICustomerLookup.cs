namespace AfterSales.Service.Contracts;

/// <summary>Finds the customers that somebody means who types names or telephone numbers.</summary>
public interface ICustomerLookup
{
    /// <summary>Customers whose whole name, or one of whose telephone numbers, is what was typed; a name and a number together mean both.</summary>
    Task<IReadOnlyList<CustomerInBrief>> MeantByAsync(string typed, CancellationToken ct);

    /// <summary>The customer with a public id, also when it was merged into another since; null when there is none.</summary>
    Task<CustomerInBrief?> ByIdAsync(Guid customerId, CancellationToken ct);
}

/// <param name="Id">Public id.</param>
public sealed record CustomerInBrief(Guid Id, string Name);
