using AfterSales.Documents.Contracts;
using AfterSales.Documents.Records;
using AfterSales.Documents.Storage;
using AfterSales.Kernel;
using Microsoft.AspNetCore.Http;

namespace AfterSales.Documents.Disputes;

/// <summary>Puts a paper of a dispute or termination on file: classified, coded, archived, linked to what it is about.</summary>
internal sealed class FileDisputePaper(IFileStore files, Filing filing)
{
    /// <returns>The document, to be saved by the caller; null without a paper.</returns>
    public async Task<Guid?> FileAsync(IFormFile? sent, RecordClass @class, string title, DateOnly madeOn, IReadOnlyList<DocumentLink> links, DateTime now, Actor who, CancellationToken ct)
    {
        if (sent is null) return null;
        await using var content = sent.OpenReadStream();
        var kept = await files.Keep(content, MediaTypes.Of(content), ct);
        DocumentFacts facts = new(@class, Papers.Notice, title, null, madeOn, links);
        var document = filing.Collect(facts, new FileFacts(kept.Sha256, kept.Size, kept.MediaType, FileNames.Safe(sent.FileName)), now, who);
        await filing.CompleteAsync(document, facts, now, who, ct);
        return document.PublicId;
    }
}
