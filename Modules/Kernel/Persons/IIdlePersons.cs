namespace AfterSales.Kernel.Persons;

/// <summary>Customers of whom nothing is heard any more, for the end of their retention.</summary>
public interface IIdlePersons
{
    Task<int> CountAsync(DateTime before, CancellationToken ct);

    /// <summary>Public ids of some who have had no order since, longest idle first; those erased are not among them.</summary>
    Task<IReadOnlyList<Guid>> SinceAsync(DateTime before, int most, CancellationToken ct);
}
