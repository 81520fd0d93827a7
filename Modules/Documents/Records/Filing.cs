using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Storage;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Records;

/// <summary>Puts documents on file: whoever brings them, each goes through the same steps. Nothing is saved here.</summary>
internal sealed class Filing(DocumentsDbContext db, IPolicies policies, ICompany company)
{
    /// <summary>Collects a document with the content it claims.</summary>
    public Document Collect(DocumentFacts facts, FileFacts? file, DateTime now, Actor who, Guid? filedKey = null, Guid? publicId = null)
    {
        var document = Document.Collect(facts, file, now, who, filedKey, publicId);
        db.Add(document);
        if (file is not null) db.Add(new FileClaim { Sha256 = file.Sha256, Owner = document.Owner, ClaimedAt = now }); // a new owner: nobody claimed in its name before
        return document;
    }

    /// <summary>Classified, coded and archived in one go: for papers whose class is known when they come.</summary>
    public async Task CompleteAsync(Document document, DocumentFacts facts, DateTime now, Actor who, CancellationToken ct)
    {
        Complete(document, facts, now, who);
        await NoteOrdersAsync(document, ct);
    }

    /// <summary>Brings up to date what is on file for the orders that a document belongs to. To be called before the act is saved.</summary>
    public async Task NoteOrdersAsync(Document document, CancellationToken ct)
    {
        var rules = policies.At<RecordsPolicy>(document.ArchivedAt ?? document.CollectedAt).Value.OrderPapers;
        foreach (var number in document.Links.Where(l => l.Kind == LinkKinds.Order).Select(l => l.Label).Distinct())
        {
            var file = db.Set<OrderFile>().Local.FirstOrDefault(f => f.OrderNumber == number) ?? await db.Set<OrderFile>().FirstOrDefaultAsync(f => f.OrderNumber == number, ct);
            if (file is null) db.Add(file = new OrderFile { OrderNumber = number });
            var others = await db.OfOrder(number).AsNoTracking().Where(d => d.PublicId != document.PublicId && d.State == DocumentState.Archived).Select(d => d.Paper).Distinct().ToListAsync(ct);
            var beside = db.Set<Document>().Local.Where(d => d.Id == 0 && d.State == DocumentState.Archived && d.Links.Exists(l => l.Kind == LinkKinds.Order && l.Label == number)).Select(d => d.Paper);
            file.Holds([.. others, .. beside, .. document.State == DocumentState.Archived ? [document.Paper] : Array.Empty<string>()], rules);
        }
    }

    internal void Complete(Document document, DocumentFacts facts, DateTime now, Actor who)
    {
        var policy = policies.At<RecordsPolicy>(now);
        if (document.State is DocumentState.Collected) document.Classify(facts, now, who);
        if (document.State is DocumentState.Classified) document.GiveCode(policy.Value, now, who);
        if (document.State is DocumentState.Coded) document.Archive(policy.Value, policy.Version, company.LocalDay(now), now, who);
    }

    /// <summary>A content that is newer than what is on file.</summary>
    public async Task AddVersionAsync(Document document, FileFacts file, string? note, DateTime now, Actor who, CancellationToken ct)
    {
        document.AddVersion(file, note, now, who);
        await db.ClaimAsync(file.Sha256, document.Owner, now, ct);
    }
}

/// <summary>Files the papers of other modules, each once by its key.</summary>
internal sealed class FilePapersOfOthers(DocumentsDbContext db, Filing filing, ICompany company, TimeProvider time) : IHandle<RecordToFile>
{
    public async Task HandleAsync(RecordToFile @event, CancellationToken ct)
    {
        var size = await db.Set<FileContent>().Where(f => f.Sha256 == @event.Sha256).Select(f => (long?)f.Size).SingleOrDefaultAsync(ct) ?? throw new RuleViolation("Records.ContentMissing", @event.Sha256);
        FileFacts file = new(@event.Sha256, size, @event.MediaType, FileNames.Safe(@event.FileName));
        var there = await db.Set<Document>().Include(d => d.Versions).FirstOrDefaultAsync(d => d.FiledKey == @event.Key, ct);
        if (there is null)
        {
            var facts = new DocumentFacts(Code.TryParse<RecordClass>(@event.Class, out var @class) ? @class : RecordClass.Other, @event.Paper, @event.TitleZh, @event.TitleEn, company.LocalDay(@event.MadeAt),
                [.. @event.Links.Select(l => new DocumentLink { Kind = l.Kind, Key = l.Key, Label = l.Label })]);
            // Its id is the key it is filed by: the same paper has the same address wherever it is filed again.
            var document = filing.Collect(facts, file, time.Now(), Actor.System, @event.Key, @event.Key);
            await filing.CompleteAsync(document, facts, time.Now(), Actor.System, ct);
        }
        else if (there.State != DocumentState.Disposed && there.Versions.TrueForAll(v => v.Sha256 != file.Sha256))
        {
            await filing.AddVersionAsync(there, file, null, time.Now(), Actor.System, ct);
        }
    }
}
