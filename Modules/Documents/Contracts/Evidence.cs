using System.Security.Claims;

namespace AfterSales.Documents.Contracts;

/// <summary>What a module holds about a record, asked when an evidence pack is put together. Each module answers for what is its own.</summary>
public interface IEvidence
{
    /// <param name="masked">Persons are masked: no names, numbers and addresses in full.</param>
    Task<EvidenceFound> AboutAsync(EvidenceOf about, bool masked, CancellationToken ct);
}

/// <summary>Puts evidence packs together: one ZIP with every record, verdict and paper, an index and checksums.</summary>
public interface IEvidencePacks
{
    /// <param name="reader">Who takes it: papers of classes that this person may not see are left out, and every paper taken is written to its log.</param>
    /// <param name="to">Seekable or not; left open.</param>
    /// <returns>Files in the pack, index and checksums not counted.</returns>
    Task<int> WriteAsync(IReadOnlyList<EvidenceOf> about, ClaimsPrincipal reader, bool masked, Stream to, CancellationToken ct);
}

/// <summary>A record, as papers are linked to it.</summary>
/// <param name="Kind">One of <see cref="LinkKinds"/>.</param>
/// <param name="Key">Public id, <c>D</c> format.</param>
/// <param name="Label">What people call it; names the folder in the pack.</param>
public sealed record EvidenceOf(string Kind, string Key, string Label);

/// <param name="Related">Records that belong to it and go into the same pack: the orders of a customer, the complaints about an order.</param>
public sealed record EvidenceFound(IReadOnlyList<EvidenceFile> Files, IReadOnlyList<EvidenceOf> Related)
{
    public static readonly EvidenceFound None = new([], []);
}

/// <param name="Name">File name within the folder of the record, e.g. <c>order.json</c>.</param>
/// <param name="What">What it is, for the index, in both languages.</param>
/// <param name="Json">UTF-8.</param>
public sealed record EvidenceFile(string Name, string What, byte[] Json);
