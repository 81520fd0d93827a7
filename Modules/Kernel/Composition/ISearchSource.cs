using System.Security.Claims;

namespace AfterSales.Kernel.Composition;

/// <summary>One kind of thing that the search box in the shell finds. A source shows only what the person may see, persons masked.</summary>
public interface ISearchSource
{
    /// <summary>Position among the kinds; 100s per module.</summary>
    int Order { get; }
    /// <summary>Key of the kind's heading.</summary>
    string TextKey { get; }
    /// <summary>Without this permission the source is not asked.</summary>
    string Permission { get; }
    /// <param name="typed">What was typed, trimmed, never empty.</param>
    /// <param name="most">How many the box has room for.</param>
    Task<IReadOnlyList<SearchHit>> FindAsync(string typed, ClaimsPrincipal user, int most, CancellationToken ct);
}

/// <param name="Path">Page that shows it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Detail">What tells it from its neighbours.</param>
public sealed record SearchHit(string Path, string Title, string? Detail);
