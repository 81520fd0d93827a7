namespace AfterSales.Kernel.Messages;

/// <summary>A module's share of the evening brief: what came in and was done today, what is late and whose, what is missing tomorrow. Looks, and writes nothing.</summary>
public interface IBriefPart
{
    /// <summary>Place in the brief.</summary>
    int Order { get; }
    /// <param name="day">Local day that ends.</param>
    Task<IReadOnlyList<BriefLine>> LinesAsync(DateOnly day, DateTime nowUtc, CancellationToken ct);
}

/// <param name="TextKey">Key of the sentence.</param>
/// <param name="Args">Values for its placeholders; one that is itself a text key is shown in the reader's language.</param>
/// <param name="Link">Page that shows the matter.</param>
/// <param name="IsUrgent">A promise is broken, or will be tomorrow.</param>
public sealed record BriefLine(string TextKey, IReadOnlyList<string> Args, string? Link = null, bool IsUrgent = false);
