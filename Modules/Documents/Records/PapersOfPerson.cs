using AfterSales.Documents.Agreements;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using AfterSales.Documents.Search;
using AfterSales.Documents.Storage;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Persons;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Records;

/// <summary>
/// Papers and files about a person. A record stays on the list with its code and its retention, its content leaves the store, and the search forgets
/// what it said. Agreements and disputes stay under a pseudonym.
/// </summary>
internal sealed class PapersOfPerson(DocumentsDbContext db, FileStore store, IndexDocuments index, DatabaseOptions database) : PersonData(db)
{
    public override async Task FindAsync(Person person, CancellationToken ct)
    {
        var keys = person.Ids.Concat(person.Selves).Append(person.Id).Select(i => i.ToString("D")).Distinct().ToArray();
        var papers = await db.Set<Document>().Where(d => d.Links.Any(l => keys.Contains(l.Key))).Select(d => d.PublicId).ToListAsync(ct);
        person.Ids.UnionWith(papers);
        person.FileOwners.UnionWith(papers.Select(p => $"{Document.OwnerKind}{p:D}"));
    }

    PersonRows<T> Rows<T>(string textKey, IQueryable<T> rows) where T : class => new(db, textKey, rows);

    public override IReadOnlyList<PersonRows> Held(Person person)
    {
        if (person.Kind is null) return [];
        var papers = db.Set<Document>().Where(d => person.Ids.Contains(d.PublicId));
        var versions = Rows("Persons.Papers", db.Set<DocumentVersion>().Where(v => papers.Any(d => d.Id == v.DocumentId))).Tell("Persons.At", v => v.At).Tell("Persons.Name", v => v.FileName).Tell("Persons.Words", v => v.Note).File(v => (v.Sha256, $"{v.DocumentId}-{v.Number}-{v.FileName}"));
        if (person.Kind == PersonKind.Employee) return [versions];
        var (ids, selves) = (person.Selves.Select(s => s.ToString("D")).ToArray(), person.Selves.Select(s => s.ToString("N")).ToArray());
        var terms = db.Set<AgreementVersion>().Where(v => v.CustomerIds != null && (ids.Any(i => v.CustomerIds.Contains(i)) || selves.Any(i => v.CustomerIds.Contains(i))));
        return
        [
            versions.Blank(v => v.Note).Replace("Persons.Words", v => v.FileName, person.Names).Keep("Persons.Kept.Papers"),
            Rows("Persons.PaperLinks", db.Set<DocumentLink>().Where(l => l.Kind == Contracts.LinkKinds.Customer && papers.Any(d => d.Id == l.DocumentId))).Tell("Persons.What", l => l.Kind).Pseudonymise("Persons.Name", l => l.Label).Keep("Persons.Kept.Papers"),
            Rows("Persons.PaperLog", db.Set<DocumentEvent>().Where(e => papers.Any(d => d.Id == e.DocumentId))).Tell("Persons.At", e => e.At).Tell("Persons.What", e => e.Act).Replace("Persons.Words", e => e.Args, person.Names).Keep("Persons.Kept.Papers"),
            Rows("Persons.PaperTitles", papers).Tell("Persons.Number", d => d.Code).Replace("Persons.Title", d => d.Title, person.Names).Replace("Persons.Title", d => d.TitleEn, person.Names).Blank(d => d.TextSha, "").Keep("Persons.Kept.Papers"),
            Rows("Persons.SearchText", db.Set<SearchChunk>().Where(c => c.Part > 0 && papers.Any(d => d.Id == c.DocumentId))).Tell("Persons.Words", c => c.Text),
            Rows("Persons.AgreementTerms", terms).Replace("Persons.Words", v => v.CustomerLines, person.Names).Replace("Persons.Name", v => v.Customers, person.Names).Keep("Persons.Kept.Agreements"),
            Rows("Persons.Agreements", db.Set<Agreement>().Where(a => a.Versions.Any(v => terms.Any(t => t.Id == v.Id)))).Tell("Persons.Number", a => a.Code).Replace("Persons.Title", a => a.Title, person.Names).Replace("Persons.Name", a => a.Party, person.Names).Keep("Persons.Kept.Agreements"),
        ];
    }

    /// <summary>The search is told anew of each paper, now without its content, and every content that nobody else needs leaves the store.</summary>
    protected override async Task<int> FinishAsync(Person person, CancellationToken ct)
    {
        if (person.Kind != PersonKind.Customer) return 0;
        var owners = person.FileOwners.ToArray();
        var claimed = await db.Set<FileClaim>().Where(c => owners.Contains(c.Owner)).Select(c => c.Sha256).Distinct().ToListAsync(ct);
        claimed.AddRange(await db.Set<DocumentVersion>().Where(v => db.Set<Document>().Any(d => d.Id == v.DocumentId && person.Ids.Contains(d.PublicId))).Select(v => v.Sha256).Distinct().ToListAsync(ct));
        var gone = 0;
        foreach (var sha256 in claimed.Distinct())
        {
            await using var write = await db.BeginWriteAsync(ct);
            await db.Set<FileClaim>().Where(c => c.Sha256 == sha256 && owners.Contains(c.Owner)).ExecuteDeleteAsync(ct);
            var rows = await db.Set<FileContent>().Where(f => f.Sha256 == sha256 && !db.Set<FileClaim>().Any(c => c.Sha256 == f.Sha256)).ExecuteDeleteAsync(ct);
            if (rows == 1) System.IO.File.Delete(store.PathOf(sha256)!);
            await write.CommitAsync(ct);
            gone += rows;
        }
        foreach (var paper in await db.Set<Document>().Where(d => person.Ids.Contains(d.PublicId)).Select(d => d.Id).ToListAsync(ct)) await index.SoonAsync(paper, ct);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            await using var write = await db.BeginWriteAsync(ct);
            await db.Database.ExecuteSqlRawAsync("INSERT INTO documents_search (documents_search) VALUES ('optimize')", ct); // words that were taken out lie in the index until its pieces are merged
            await write.CommitAsync(ct);
        }
        return gone;
    }
}
