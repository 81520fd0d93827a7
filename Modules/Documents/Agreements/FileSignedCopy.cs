using AfterSales.Documents.Contracts;
using AfterSales.Documents.Records;
using AfterSales.Documents.Storage;
using AfterSales.Kernel;
using Microsoft.AspNetCore.Http;

namespace AfterSales.Documents.Agreements;

/// <summary>Puts the paper of an agreement on file as a document of its class, linked to it.</summary>
internal sealed class FileSignedCopy(IFileStore files, Filing filing)
{
    /// <returns>The document, to be saved by the caller.</returns>
    public async Task<Document> FileAsync(Agreement agreement, IFormFile sent, DateOnly madeOn, DateTime now, Actor who, CancellationToken ct)
    {
        await using var content = sent.OpenReadStream();
        var kept = await files.Keep(content, MediaTypes.Of(content), ct);
        DocumentFacts facts = new(RecordClass.Agreement, Papers.SignedCopy, $"{agreement.Code} {agreement.Title} {agreement.Party}".Trim(), null, madeOn, [new DocumentLink { Kind = LinkKinds.Agreement, Key = agreement.PublicId.ToString("D"), Label = agreement.Code! }]);
        var document = filing.Collect(facts, new FileFacts(kept.Sha256, kept.Size, kept.MediaType, FileNames.Safe(sent.FileName)), now, who);
        await filing.CompleteAsync(document, facts, now, who, ct);
        return document;
    }
}
