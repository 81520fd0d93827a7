namespace AfterSales.Documents.Search;

/// <summary>How much of a file is read for the search.</summary>
internal sealed record SearchPolicy
{
    public const string Key = "documents.search";

    /// <summary>Files larger than this, in megabytes, are found by title and metadata only.</summary>
    public int MostMegabytes { get; init; } = 20;
    /// <summary>Characters of a file that are read.</summary>
    public int MostCharacters { get; init; } = 500_000;
    /// <summary>Seconds after which reading a file is given up.</summary>
    public int MostSeconds { get; init; } = 20;
}
