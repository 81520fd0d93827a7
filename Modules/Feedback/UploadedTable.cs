using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using Microsoft.AspNetCore.Http;

namespace AfterSales.Feedback;

/// <summary>A table that somebody uploaded, kept as a file while it is read and gone afterwards.</summary>
internal sealed class UploadedTable : IDisposable
{
    public string Path { get; }

    UploadedTable(string path) => Path = path;

    /// <exception cref="RuleViolation">No file was chosen.</exception>
    public static async Task<UploadedTable> KeepAsync(IFormFile? file, DataFolder folder, DateTime now, CancellationToken ct)
    {
        if (file is null) throw new RuleViolation("Shell.ValueMissing");
        Directory.CreateDirectory(folder.In("imports"));
        var table = new UploadedTable(System.IO.Path.Combine(folder.In("imports"), PublicId.New(now).ToString("N") + ".table"));
        await using var kept = File.Create(table.Path);
        await file.CopyToAsync(kept, ct);
        return table;
    }

    public void Dispose() => File.Delete(Path);
}
