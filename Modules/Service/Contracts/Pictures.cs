namespace AfterSales.Service.Contracts;

/// <summary>
/// Takes pictures from phones in as visits do: what it is is found out by its content, and it is drawn anew, so that nothing but the picture is kept (no
/// position, no device). Kept as JPEG in the file store; the row that names it has to claim it.
/// </summary>
public interface IKeepPictures
{
    /// <returns>SHA-256 of the content kept.</returns>
    /// <exception cref="Exception">A rule refuses it, in words for people: no picture, too large, damaged.</exception>
    Task<string> KeepAsync(Stream picture, CancellationToken ct);
}
