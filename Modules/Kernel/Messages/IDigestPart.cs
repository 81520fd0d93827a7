namespace AfterSales.Kernel.Messages;

/// <summary>
/// A module's share of the morning summary: a few numbers, each with the page that shows exactly the rows it counted. Asked for the start page
/// and for the notice of the working day; looks, and writes nothing.
/// </summary>
public interface IDigestPart
{
    /// <summary>Roles that this part has something for; it is not asked for others.</summary>
    IReadOnlyList<string> Roles { get; }
    /// <returns>Lines in the order in which they are to be read; lines that count nothing are left out by the caller.</returns>
    Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct);
}

/// <param name="TextKey">Key of the sentence; placeholder 0 is the count, the others are <see cref="Args"/>.</param>
/// <param name="Roles">Whose summary it belongs to.</param>
/// <param name="Permission">What one must hold to open the page behind it.</param>
/// <param name="Count">How many; 0 is no news.</param>
/// <param name="Link">Address of the page that shows exactly what was counted.</param>
public sealed record DigestLine(string TextKey, IReadOnlyList<string> Roles, string Permission, long Count, string Link)
{
    public IReadOnlyList<string> Args { get; init; } = [];
    /// <summary>True where a promise is broken or data is in danger: shown first and marked, in words as well as in colour.</summary>
    public bool IsUrgent { get; init; }
}
