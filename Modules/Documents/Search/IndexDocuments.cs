using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Search;

/// <summary>Tells the search what documents say: right after an act for one, every minute for what came in by other ways.</summary>
internal sealed class IndexDocuments(DocumentsDbContext db, ReadText read, DatabaseOptions database, Texts text) : IJobStep, IAfterCopy
{
    public static readonly JobDefinition Job = new("documents.index", typeof(IndexDocuments), "20 * * * * ?");
    const int Batch = 200, MostInOneRun = 5000;
    /// <summary>Characters of a piece, and how many it shares with the next, so that a word across the seam is found.</summary>
    const int PieceLength = 4000, Overlap = 24;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        long done = 0;
        while (done < MostInOneRun)
        {
            var due = await db.Set<Document>().AsNoTracking().Where(d => d.IndexDue == 1).OrderBy(d => d.Id).Select(d => d.Id).Take(Batch).ToListAsync(ct);
            if (due.Count == 0) break;
            await IndexAsync(due, ct);
            done += due.Count;
        }
        return new JobOutcome(done);
    }

    /// <summary>For whoever just acted on one document and will look for it next.</summary>
    public Task SoonAsync(long id, CancellationToken ct) => IndexAsync([id], ct);

    /// <summary>The pieces were copied, their words were not: each database keeps those in its own way.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (await HoldsWordsAsync(ct)) return;
        var documents = await db.Set<SearchChunk>().Select(c => c.DocumentId).Distinct().OrderBy(id => id).ToListAsync(ct);
        foreach (var batch in documents.Chunk(Batch))
        {
            var chunks = await db.Set<SearchChunk>().AsNoTracking().Where(c => batch.Contains(c.DocumentId)).OrderBy(c => c.DocumentId).ThenBy(c => c.Part).ToListAsync(ct);
            await using var write = await db.BeginWriteAsync(ct);
            foreach (var document in chunks.GroupBy(c => c.DocumentId)) await TellAsync([.. document], ct);
            await write.CommitAsync(ct);
        }
    }

    async Task<bool> HoldsWordsAsync(CancellationToken ct) => (await db.Database.SqlQueryRaw<long>(database.Provider == DatabaseProvider.Sqlite
        ? "SELECT count(*) AS \"Value\" FROM (SELECT rowid FROM documents_search LIMIT 1)"
        : "SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM documents.search_chunks WHERE tokens IS NOT NULL LIMIT 1) held").ToListAsync(ct))[0] > 0;

    async Task IndexAsync(IReadOnlyList<long> ids, CancellationToken ct)
    {
        var documents = await db.Set<Document>().AsNoTracking().Include(d => d.Versions).Include(d => d.Links).AsSplitQuery().Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id).ToListAsync(ct);
        List<(Document Document, TextState State, List<string>? Pieces)> read = [];
        foreach (var document in documents) read.Add(await TextOfAsync(document, ct));
        await using var write = await db.BeginWriteAsync(ct);
        foreach (var (document, state, pieces) in read) await WriteAsync(document, state, pieces, ct);
        await write.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>The text, cut into pieces; null when the index holds it already.</summary>
    async Task<(Document, TextState, List<string>?)> TextOfAsync(Document document, CancellationToken ct)
    {
        var current = document.State == DocumentState.Disposed ? null : document.Current;
        if (current is null) return (document, TextState.None, []);
        if (current.Sha256 == document.TextSha) return (document, document.Text, null);
        var (state, words) = await read.OfAsync(current.Sha256, current.MediaType, ct);
        List<string> pieces = [];
        for (var at = 0; at < words.Length; at += PieceLength - Overlap) pieces.Add(Clean(words.Substring(at, Math.Min(PieceLength, words.Length - at))));
        return (document, state, pieces);
    }

    /// <summary>PostgreSQL takes no zero character, and neither database a lone half of a pair.</summary>
    static string Clean(string piece) => string.Concat(piece.EnumerateRunes().Where(r => r.Value is not (0 or 0xFFFD)).Select(r => r.ToString()));

    async Task WriteAsync(Document document, TextState state, List<string>? pieces, CancellationToken ct)
    {
        pieces ??= await db.Set<SearchChunk>().AsNoTracking().Where(c => c.DocumentId == document.Id && c.Part > 0).OrderBy(c => c.Part).Select(c => c.Text).ToListAsync(ct);
        var about = About(document);
        await ForgetAsync(document.Id, ct);
        List<SearchChunk> chunks = [new() { DocumentId = document.Id, Part = 0, Text = about }, .. pieces.Select((p, i) => new SearchChunk { DocumentId = document.Id, Part = i + 1, Text = p })];
        db.AddRange(chunks);
        await db.SaveChangesAsync(ct);
        await TellAsync(chunks, ct);
        var sha = document.Current?.Sha256;
        await db.Set<Document>().Where(d => d.Id == document.Id && d.Version == document.Version)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.IndexDue, 0).SetProperty(x => x.Text, state).SetProperty(x => x.TextSha, sha), ct);
    }

    /// <summary>What is written about a document, in both languages.</summary>
    string About(Document document)
    {
        var label = $"RecordClass.{document.Class}";
        return string.Join('\n', new[]
        {
            document.Title, document.TitleEn, document.Code, text.Of(label, Texts.Chinese), text.Of(label, Texts.English),
            text.Has("Paper." + document.Paper) ? text.Of("Paper." + document.Paper, Texts.Chinese) + " " + text.Of("Paper." + document.Paper, Texts.English) : document.Paper,
            document.Current?.FileName, string.Join(' ', document.Links.Select(l => l.Label)), document.Place,
        }.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => Clean(l!)));
    }

    async Task ForgetAsync(long documentId, CancellationToken ct)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
            await db.Database.ExecuteSqlAsync($"DELETE FROM documents_search WHERE rowid IN (SELECT id FROM documents_search_chunks WHERE document_id = {documentId})", ct);
        await db.Set<SearchChunk>().Where(c => c.DocumentId == documentId).ExecuteDeleteAsync(ct);
    }

    /// <param name="chunks">All pieces of one document, by their part.</param>
    async Task TellAsync(List<SearchChunk> chunks, CancellationToken ct)
    {
        var about = Tokens.Of(chunks[0].Text);
        foreach (var chunk in chunks) await TellAsync(chunk.Id, chunk.Part == 0 ? about : [.. about, .. Tokens.Of(chunk.Text)], ct); // words of title and text are found together
    }

    Task<int> TellAsync(long chunk, IReadOnlyCollection<string> tokens, CancellationToken ct) => database.Provider == DatabaseProvider.Sqlite
        ? db.Database.ExecuteSqlAsync($"INSERT INTO documents_search (rowid, tokens) VALUES ({chunk}, {string.Join(' ', tokens)})", ct)
        : db.Database.ExecuteSqlAsync($"UPDATE documents.search_chunks SET tokens = {Tokens.AsVector(tokens)}::tsvector WHERE id = {chunk}", ct);
}
