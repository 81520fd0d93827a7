using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Storage;

/// <summary>Every content is there and has its checksum; what is broken is named by who needs it.</summary>
internal sealed class FilesCheck(DocumentsDbContext db, FileStore store, Texts text) : IIntegrityCheck
{
    public string Name => "documents";

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        Dictionary<string, long> counted = new() { ["files"] = 0, ["bytes"] = 0, ["claims"] = await db.Set<FileClaim>().LongCountAsync(ct), ["unclaimed"] = 0 };
        List<string> problems = [];
        foreach (var file in await db.Set<FileContent>().AsNoTracking().OrderBy(f => f.Sha256).Select(f => new { f.Sha256, f.Size, Claimed = db.Set<FileClaim>().Any(c => c.Sha256 == f.Sha256) }).ToListAsync(ct))
        {
            counted["files"]++;
            counted["bytes"] += file.Size;
            if (!file.Claimed) counted["unclaimed"]++;
            if (await store.IsSoundAsync(file.Sha256, ct)) continue;
            if (!await db.Set<FileContent>().AnyAsync(f => f.Sha256 == file.Sha256, ct)) continue; // swept while we looked
            problems.Add(text[File.Exists(store.PathOf(file.Sha256)) ? "Storage.Check.Damaged" : "Storage.Check.Missing", file.Sha256, await OwnersAsync(file.Sha256, ct)]);
        }
        return new IntegrityResult(problems.Count == 0, counted, problems, []);
    }

    async Task<string> OwnersAsync(string sha256, CancellationToken ct)
    {
        var documents = await db.Set<Document>().AsNoTracking().Where(d => d.Versions.Any(v => v.Sha256 == sha256)).OrderBy(d => d.Id).Take(5).ToListAsync(ct);
        var owners = await db.Set<FileClaim>().AsNoTracking().Where(c => c.Sha256 == sha256 && !c.Owner.StartsWith(Document.OwnerKind)).OrderBy(c => c.Owner).Select(c => c.Owner).Take(5).ToListAsync(ct);
        return documents.Count + owners.Count == 0 ? text["Storage.Check.Nobody"] : string.Join(", ", documents.Select(d => $"{d.CodeOr(text)} {d.TitleFor(text)}").Concat(owners));
    }
}
