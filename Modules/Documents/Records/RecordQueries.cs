using System.Linq.Expressions;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Records;

/// <summary>How documents are found.</summary>
internal static class RecordQueries
{
    /// <summary>What the list can be narrowed to: everything, work to do, and what is over.</summary>
    public static readonly string[] Views = ["all", "to_classify", "to_archive", "paper_missing", "lent", "overdue", "expired", "disposal", "disposed"];

    public static IQueryable<Document> VisibleTo(this IQueryable<Document> documents, IReadOnlyList<RecordClass> classes) => documents.Where(d => classes.Contains(d.Class));

    /// <param name="view">One of <see cref="Views"/>.</param>
    public static IQueryable<Document> Shown(this IQueryable<Document> documents, string view, DateOnly today, int bothFormsDays) => view switch
    {
        "to_classify" => documents.Where(d => d.State == DocumentState.Collected),
        "to_archive" => documents.Where(d => d.State == DocumentState.Classified || d.State == DocumentState.Coded),
        "paper_missing" => documents.PaperMissing(today.AddDays(-bothFormsDays)),
        "lent" => documents.Where(d => d.Loans.Any(l => l.ReturnedOn == null)),
        "overdue" => documents.Overdue(today),
        "expired" => documents.Where(d => d.State == DocumentState.Archived && d.KeepUntil < today),
        "disposal" => documents.Where(d => d.Disposals.Any(x => x.Decision == DisposalDecision.Proposed)),
        "disposed" => documents.Where(d => d.State == DocumentState.Disposed),
        _ => documents.Where(d => d.State != DocumentState.Disposed),
    };

    /// <summary>Papers that belong to a record, found by the index of links: written as *any of the document's links*, SQLite reads every document.</summary>
    public static IQueryable<Document> LinkedTo(this DocumentsDbContext db, Expression<Func<DocumentLink, bool>> record)
    {
        var linked = db.Set<DocumentLink>().Where(record).Select(l => l.DocumentId);
        return db.Set<Document>().Where(d => linked.Contains(d.Id));
    }

    public static IQueryable<Document> OfOrder(this DocumentsDbContext db, string number) => db.LinkedTo(l => l.Kind == LinkKinds.Order && l.Label == number);

    public static IQueryable<Document> Overdue(this IQueryable<Document> documents, DateOnly today) => documents.Where(d => d.Loans.Any(l => l.ReturnedOn == null && l.DueOn < today));

    /// <summary>Kept in both forms, archived by a day, and no paper in place yet.</summary>
    public static IQueryable<Document> PaperMissing(this IQueryable<Document> documents, DateOnly archivedBy) =>
        documents.Where(d => d.State == DocumentState.Archived && d.NeedsPaper && d.Room == null && d.ArchivedOn <= archivedBy);

    /// <summary>One with all that belongs to it; tracked.</summary>
    /// <exception cref="NotThere">No such document among those that the person may see.</exception>
    public static async Task<Document> OneAsync(this IQueryable<Document> documents, Guid id, CancellationToken ct) =>
        await documents.Include(d => d.Coding).Include(d => d.Versions).Include(d => d.Links).Include(d => d.Loans).Include(d => d.Disposals).Include(d => d.Events).AsSplitQuery().FirstOrDefaultAsync(d => d.PublicId == id, ct) ?? throw new NotThere();
}
