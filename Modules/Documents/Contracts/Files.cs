namespace AfterSales.Documents.Contracts;

/// <summary>
/// Keeps content by its SHA-256, once, outside the web root. Keep first, then save the row that names the checksum and raise <see cref="FileClaimed"/>
/// in the same save: content that nobody claimed is swept after some days (policy <c>documents.storage</c>). Never call it inside a write transaction
/// of your own: it writes to another module's tables.
/// </summary>
public interface IFileStore
{
    /// <summary>Stores the content unless it is there already; reads <paramref name="content"/> to its end. Its name is the caller's business.</summary>
    /// <param name="mediaType">What the caller found the content to be, e.g. <c>image/jpeg</c>.</param>
    /// <exception cref="Exception">A rule refuses it, in words for people (larger than the policy allows, no space left).</exception>
    Task<StoredFile> Keep(Stream content, string mediaType, CancellationToken stop);

    /// <summary>The content, to be disposed by the caller; null when there is none, also for what is no checksum.</summary>
    Task<Stream?> Open(string sha256, CancellationToken stop);
}

/// <param name="Sha256">64 lower-case hexadecimal digits: the content's only name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="MediaType">As given by whoever kept it first.</param>
public sealed record StoredFile(string Sha256, long Size, string MediaType);

/// <summary>A row that is now committed needs this content. Raise it from your aggregate; handled once, claimed again by the same owner is nothing new.</summary>
/// <param name="Owner">The row, stable and unique over the product: <c>module.kind:id</c>, e.g. <c>service.visit:0199...</c>.</param>
public sealed record FileClaimed(string Sha256, string Owner);

/// <summary>The row needs the content no more; without another claim it is swept after the policy's days.</summary>
/// <inheritdoc cref="FileClaimed"/>
public sealed record FileReleased(string Sha256, string Owner);
