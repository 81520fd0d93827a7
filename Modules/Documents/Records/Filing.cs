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
    public async Task<Document> CollectAsync(DocumentFacts facts, FileFacts? file, DateTime now, Actor who, CancellationToken ct, Guid? filedKey = null, Guid? publicId = null)
    {
        var document = Document.Collect(facts, file, now, who, filedKey, publicId);
        db.Add(document);
        if (file is not null) await db.ClaimAsync(file.Sha256, document.Owner, now, ct);
        return document;
    }

    /// <summary>Classified, coded and archived in one go: for papers whose class is known when they come.</summary>
    public void Complete(Document document, DocumentFacts facts, DateTime now, Actor who)
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
            var document = await filing.CollectAsync(facts, file, time.Now(), Actor.System, ct, @event.Key);
            filing.Complete(document, facts, time.Now(), Actor.System);
        }
        else if (there.State != DocumentState.Disposed && there.Versions.TrueForAll(v => v.Sha256 != file.Sha256))
        {
            await filing.AddVersionAsync(there, file, null, time.Now(), Actor.System, ct);
        }
    }
}
