namespace AfterSales.Kernel.Persons;

/// <summary>Classes of personal data that end by age alone, whatever becomes of the person.</summary>
public enum AgedClass
{
    /// <summary>Pictures that customers sent with a request.</summary>
    Pictures,
    /// <summary>Where somebody was: positions of stamps and photos.</summary>
    Places,
}

/// <summary>What a module holds of one such class.</summary>
public interface IAgedData
{
    AgedClass Class { get; }

    Task<int> CountAsync(DateTime before, CancellationToken ct);

    /// <summary>Ends some for good, the oldest first; the records they belong to stay.</summary>
    /// <returns>How many.</returns>
    Task<int> EndAsync(DateTime before, int most, CancellationToken ct);
}
