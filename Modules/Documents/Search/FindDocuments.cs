using System.Globalization;
using System.Security.Claims;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Search;

/// <summary>A place where the words were found, cut into parts that hit and parts around them.</summary>
internal sealed record Extract(IReadOnlyList<(string Text, bool Hit)> Parts);

/// <param name="Ids">Documents, newest first, at most <see cref="FindDocuments.Most"/>.</param>
/// <param name="Chunks">Where each was found.</param>
internal sealed record Found(IReadOnlyList<long> Ids, IReadOnlyDictionary<long, long> Chunks);

/// <summary>Full text over what is written about documents and what stands in them. What a person may not see is left out inside the query.</summary>
internal sealed class FindDocuments(DocumentsDbContext db, DatabaseOptions database)
{
    /// <summary>Documents of one search; more than these and the words are to be narrowed.</summary>
    public const int Most = 500;

    bool IsSqlite => database.Provider == DatabaseProvider.Sqlite;

    /// <returns>Null when nothing that can be looked for was typed.</returns>
    public async Task<Found?> FindAsync(string typed, IReadOnlyList<RecordClass> classes, CancellationToken ct, int most = Most, IReadOnlyCollection<RecordClass>? only = null, int? year = null)
    {
        var phrases = Tokens.Phrases(typed);
        if (phrases.Count == 0) return null;
        var shown = classes.Where(c => only is null || only.Contains(c)).ToList();
        Dictionary<long, long> chunks = [];
        List<long> ids = [];
        if (shown.Count == 0) return new Found(ids, chunks);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Sql(shown, year, most * 4);
            command.Bind("@q", IsSqlite ? Tokens.ForSqlite(phrases) : Tokens.ForPostgres(phrases));
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (ids.Count < most && await reader.ReadAsync(ct))
                if (chunks.TryAdd(reader.GetInt64(0), reader.GetInt64(1))) ids.Add(reader.GetInt64(0));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return new Found(ids, chunks);
    }

    /// <summary>Newest pieces first; class and year are ours, never typed text.</summary>
    string Sql(List<RecordClass> classes, int? year, int rows)
    {
        var visible = $"d.class IN ({string.Join(", ", classes.Select(c => $"'{Code.Of(c)}'"))})" + (year is { } y ? string.Create(CultureInfo.InvariantCulture, $" AND d.made_on >= '{y}-01-01' AND d.made_on <= '{y}-12-31'") : "");
        return IsSqlite
            ? $"SELECT c.document_id, c.id FROM documents_search s JOIN documents_search_chunks c ON c.id = s.rowid JOIN documents_records d ON d.id = c.document_id WHERE documents_search MATCH @q AND {visible} ORDER BY s.rowid DESC LIMIT {rows}"
            : $"SELECT c.document_id, c.id FROM documents.search_chunks c JOIN documents.records d ON d.id = c.document_id WHERE c.tokens @@ @q::tsquery AND {visible} ORDER BY c.id DESC LIMIT {rows}";
    }

    /// <summary>For each document of a page the words around what was found.</summary>
    public async Task<IReadOnlyDictionary<long, Extract>> ExtractsAsync(Found found, IEnumerable<long> documents, string typed, CancellationToken ct)
    {
        var ids = documents.Where(found.Chunks.ContainsKey).Select(d => found.Chunks[d]).ToList();
        var texts = await db.Set<SearchChunk>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.DocumentId, c.Text }).ToListAsync(ct);
        return texts.ToDictionary(t => t.DocumentId, t => Highlights.Of(t.Text, typed));
    }
}

/// <summary>Documents in the search box of the shell.</summary>
internal sealed class DocumentSearch(FindDocuments find, DocumentsDbContext db, RecordAccess access, Texts text) : ISearchSource
{
    public int Order => 400;
    public string TextKey => "Records.Title";
    public string Permission => DocumentsPermissions.ReadRecords;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string typed, ClaimsPrincipal user, int most, CancellationToken ct)
    {
        if (await find.FindAsync(typed, access.Of(user), ct, most) is not { Ids.Count: > 0 } found) return [];
        var documents = await db.Set<Document>().AsNoTracking().Where(d => found.Ids.Contains(d.Id)).ToListAsync(ct);
        return [.. documents.OrderBy(d => found.Ids.ToList().IndexOf(d.Id)).Select(d => new SearchHit($"/Documents/Records/Details/{d.PublicId}", $"{d.CodeOr(text)} {d.TitleFor(text)}", $"{text.Of(d.Class)} · {text.PaperText(d.Paper)}"))];
    }
}
