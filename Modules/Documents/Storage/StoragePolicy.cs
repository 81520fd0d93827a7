namespace AfterSales.Documents.Storage;

/// <summary>What the file store takes, and how long it waits for somebody to need it.</summary>
internal sealed record StoragePolicy
{
    public const string Key = "documents.storage";

    /// <summary>Days after which content that nobody claimed is swept.</summary>
    public int SweepAfterDays { get; init; } = 7;
    /// <summary>Largest content, in megabytes (of 1,000,000 bytes).</summary>
    public int MostMegabytes { get; init; } = 50;
}
