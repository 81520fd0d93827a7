using System.Security.Cryptography;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents.Storage;

/// <summary>
/// Content under <c>files/ab/cd/&lt;sha256&gt;</c>. Written beside, flushed to disk, and renamed while its row is locked: the row names content that
/// is there, whenever the power goes. What a crash leaves is a content without a row, which the sweep takes away.
/// </summary>
internal sealed class FileStore(IServiceScopeFactory scopes, DataFolder folder, IPolicies policies, TimeProvider time) : IFileStore
{
    const int Buffer = 1 << 16;

    /// <summary>Where content is written before it has a name: beside the files, so that naming it is one step of the same disk; not part of a backup.</summary>
    public string Incoming => Path.Combine(folder.Shared, "incoming");

    public async Task<StoredFile> Keep(Stream content, string mediaType, CancellationToken stop)
    {
        Directory.CreateDirectory(Incoming);
        var part = Path.Combine(Incoming, RandomNumberGenerator.GetHexString(32, lowercase: true));
        try
        {
            var (sha256, size) = await WriteAsync(content, part, stop);
            var sound = await IsSoundAsync(sha256, stop);
            return await EnterAsync(new StoredFile(sha256, size, mediaType), part, sound, stop);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<Stream?> Open(string sha256, CancellationToken stop) =>
        Task.FromResult<Stream?>(PathOf(sha256) is { } path && File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, useAsync: true) : null);

    /// <summary>Where a content lies; null for what is no checksum, so that no name from outside ever becomes a path.</summary>
    public string? PathOf(string sha256) => sha256 is { Length: 64 } && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder.Files, sha256[..2], sha256[2..4], sha256) : null;

    /// <summary>Whether the content is there and still has its checksum.</summary>
    public async Task<bool> IsSoundAsync(string sha256, CancellationToken stop)
    {
        await using var content = await Open(sha256, stop);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)) == sha256;
    }

    async Task<(string Sha256, long Size)> WriteAsync(Stream content, string part, CancellationToken stop)
    {
        var most = policies.At<StoragePolicy>(time.Now()).Value.MostMegabytes;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var written = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        var buffer = new byte[Buffer];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
        {
            size += read;
            if (size > most * 1_000_000L) throw new RuleViolation("Storage.TooLarge", most);
            hash.AppendData(buffer, 0, read);
            await written.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        written.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    /// <summary>Two who bring the same new content at once: the second finds the row of the first.</summary>
    async Task<StoredFile> EnterAsync(StoredFile file, string part, bool sound, CancellationToken stop)
    {
        try
        {
            return await EnterOnceAsync(file, part, sound, stop);
        }
        catch (DbUpdateException)
        {
            return await EnterOnceAsync(file, part, sound, stop);
        }
    }

    async Task<StoredFile> EnterOnceAsync(StoredFile file, string part, bool sound, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        var now = time.Now();
        await using var write = await db.BeginWriteAsync(stop);
        var there = await db.Set<FileContent>().Where(f => f.Sha256 == file.Sha256).ExecuteUpdateAsync(f => f.SetProperty(x => x.LastKeptAt, now), stop); // locks the row against the sweep
        if (there == 0) db.Add(new FileContent { Sha256 = file.Sha256, Size = file.Size, MediaType = file.MediaType, FirstKeptAt = now, LastKeptAt = now });
        await db.SaveChangesAsync(stop);
        var path = PathOf(file.Sha256)!;
        if (!sound || !File.Exists(path)) // damaged content is mended by whoever brings it again
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (File.Exists(part)) File.Move(part, path, overwrite: true);
        }
        await write.CommitAsync(stop);
        return there == 0 ? file : file with { MediaType = await db.Set<FileContent>().AsNoTracking().Where(f => f.Sha256 == file.Sha256).Select(f => f.MediaType).SingleAsync(stop) };
    }
}
