using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Evidence;

/// <summary>
/// One ZIP: for each record a folder with what the modules hold about it, every version of every paper that belongs to it, <c>index.html</c> in both languages, and
/// <c>SHA256SUMS</c> as <c>sha256sum -c</c> reads it. A paper whose content is damaged is named in the index and left out.
/// </summary>
internal sealed class EvidencePack(DocumentsDbContext db, IEnumerable<IEvidence> sources, IFileStore files, RecordAccess access, IAuditLog audit, ICompany company, TimeProvider time, Texts text) : IEvidencePacks
{
    /// <summary>Records in one pack; more is refused, and narrower questions are to be asked.</summary>
    const int MostRecords = 2000;

    sealed record Entry(string Path, string What, long Size, string? Sha256);

    public async Task<int> WriteAsync(IReadOnlyList<EvidenceOf> about, ClaimsPrincipal reader, bool masked, Stream to, CancellationToken ct)
    {
        var now = time.Now();
        var who = new Actor(reader.FindFirstValue(ClaimTypes.NameIdentifier) ?? "<anonymous>", reader.FindFirstValue("name") ?? reader.Identity?.Name ?? "");
        List<Entry> entries = [];
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            var records = await RecordsAsync(about, masked, ct);
            foreach (var (record, found) in records)
                foreach (var file in found)
                    entries.Add(await AddAsync(zip, $"{Folder(record)}/{FileNames.Safe(file.Name)}", file.What, new MemoryStream(file.Json), now, ct));
            await AddPapersAsync(zip, records.ConvertAll(r => r.Record), reader, who, entries, now, ct);
            var index = await AddAsync(zip, "index.html", "", new MemoryStream(Encoding.UTF8.GetBytes(Index(about, entries, who, now))), now, ct);
            await AddAsync(zip, "SHA256SUMS", "", new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(entries.Append(index).Where(e => e.Sha256 is not null).Select(e => $"{e.Sha256}  {e.Path}\n")))), now, ct);
        }
        await audit.RecordAsync(who, "evidence.taken", string.Join(' ', about.Select(a => $"{a.Kind}:{a.Label}")), $"{entries.Count} files", ct);
        await db.SaveChangesAsync(ct);
        return entries.Count(e => e.Sha256 is not null);
    }

    /// <summary>The records asked for and all that belong to them, each once, with what the modules hold.</summary>
    async Task<List<(EvidenceOf Record, List<EvidenceFile> Files)>> RecordsAsync(IReadOnlyList<EvidenceOf> about, bool masked, CancellationToken ct)
    {
        HashSet<(string, string)> seen = [];
        Queue<EvidenceOf> waiting = new(about);
        List<(EvidenceOf, List<EvidenceFile>)> records = [];
        while (waiting.TryDequeue(out var record))
        {
            if (!seen.Add((record.Kind, record.Key))) continue;
            if (seen.Count > MostRecords) throw new RuleViolation("Evidence.TooMany", MostRecords);
            List<EvidenceFile> held = [];
            foreach (var source in sources)
            {
                var found = await source.AboutAsync(record, masked, ct);
                held.AddRange(found.Files);
                foreach (var related in found.Related) waiting.Enqueue(related);
            }
            records.Add((record, held));
        }
        return records;
    }

    async Task AddPapersAsync(ZipArchive zip, List<EvidenceOf> records, ClaimsPrincipal reader, Actor who, List<Entry> entries, DateTime now, CancellationToken ct)
    {
        var mine = access.Of(reader);
        HashSet<long> taken = [];
        foreach (var record in records)
        {
            var papers = await db.LinkedTo(l => l.Kind == record.Kind && (l.Key == record.Key || (record.Kind == LinkKinds.Order && l.Label == record.Label)))
                .AsNoTracking().Include(d => d.Versions).VisibleTo(mine).Where(d => d.State != DocumentState.Disposed).OrderBy(d => d.Id).ToListAsync(ct);
            foreach (var paper in papers.Where(p => taken.Add(p.Id)))
                foreach (var version in paper.Versions.OrderBy(v => v.Number))
                {
                    var path = $"{Folder(record)}/papers/{FileNames.Safe($"{paper.Code ?? "-"} v{version.Number.ToString(CultureInfo.InvariantCulture)} {version.FileName}")}";
                    var what = $"{paper.Code} {paper.Title}{(paper.TitleEn is null ? "" : " · " + paper.TitleEn)}";
                    await using var content = await files.Open(version.Sha256, ct);
                    var sound = content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) == version.Sha256;
                    if (!sound)
                    {
                        entries.Add(new Entry(path, what, version.Size, null));
                        continue;
                    }
                    content!.Position = 0;
                    entries.Add(await AddAsync(zip, path, what, content, now, ct));
                    db.Add(new DocumentView { DocumentId = paper.Id, At = now, ActorId = who.Id, ActorName = who.Name, Act = Looked.Downloaded, Number = version.Number });
                }
        }
    }

    async Task<Entry> AddAsync(ZipArchive zip, string path, string what, Stream content, DateTime now, CancellationToken ct)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(company.ToLocal(now), company.Zone.GetUtcOffset(now));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var written = entry.Open();
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            await written.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return new Entry(path, what, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Kind and name of the record: no part of it leads out of the pack.</summary>
    static string Folder(EvidenceOf record) => $"{FileNames.Safe(record.Kind)}-{FileNames.Safe(record.Label)}";

    string Index(IReadOnlyList<EvidenceOf> about, List<Entry> entries, Actor who, DateTime now)
    {
        string Both(string key, params object?[] args) => WebUtility.HtmlEncode(text.Of(key, Texts.Chinese, args) + " · " + text.Of(key, Texts.English, args));
        var page = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>").Append(Both("Evidence.Title")).Append("</title></head><body><h1>").Append(Both("Evidence.Title")).Append("</h1><p>")
            .Append(WebUtility.HtmlEncode(string.Join(", ", about.Select(a => a.Label)))).Append("</p><p>").Append(Both("Evidence.MadeBy", who.Name, company.ToLocal(now).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), company.Name)).Append("</p><p>")
            .Append(Both("Evidence.HowToCheck")).Append("</p><table border=\"1\" cellpadding=\"4\"><tr><th>").Append(Both("Evidence.File")).Append("</th><th>").Append(Both("Evidence.What")).Append("</th><th>").Append(Both("Evidence.Size")).Append("</th><th>SHA-256</th></tr>");
        foreach (var e in entries)
            page.Append("<tr><td>").Append(e.Sha256 is null ? WebUtility.HtmlEncode(e.Path) : $"<a href=\"{string.Join('/', e.Path.Split('/').Select(Uri.EscapeDataString))}\">{WebUtility.HtmlEncode(e.Path)}</a>").Append("</td><td>").Append(WebUtility.HtmlEncode(e.What)).Append("</td><td align=\"right\">")
                .Append(e.Size.ToString(CultureInfo.InvariantCulture)).Append("</td><td><code>").Append(e.Sha256 ?? Both("Evidence.Damaged")).Append("</code></td></tr>");
        return page.Append("</table></body></html>").ToString();
    }
}
