using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>A page about one dispute; a form made from an older version is shown what changed.</summary>
internal abstract class DisputePage : ActPage<Dispute>
{
    /// <summary>The paper that belongs to the act.</summary>
    [BindProperty] public IFormFile? Paper { get; set; }

    public Dispute Dispute => Record;
    protected DocumentsDbContext Db => Ask<DocumentsDbContext>();
    protected DisputePolicy Policy => Ask<IPolicies>().At<DisputePolicy>(Now).Value;
    protected WorkingCalendar Calendar => Ask<ICompany>().CalendarAt(Now);
    protected override string Home => $"/Documents/Disputes/Details/{Id}";

    protected override async Task<Dispute> FindAsync(bool toChange, CancellationToken ct) =>
        await (toChange ? Db.Set<Dispute>() : Db.Set<Dispute>().AsNoTracking()).WithAll().FirstOrDefaultAsync(d => d.PublicId == Id, ct) ?? throw new NotThere();

    protected override Task SaveAsync(Dispute acted, CancellationToken ct) => Db.SaveChangesAsync(ct);

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var dispute = await FindAsync(toChange: false, ct);
        return [.. dispute.Events.OrderBy(e => e.Id).Skip(Version).Select(e => new Change(e.ActorName, e.At, T.DisputeSentence(e.Act, e.Args)))]; // every act writes one event and raises the version by one
    }

    /// <summary>Puts the paper on file, linked to the dispute and to what it is about.</summary>
    protected Task<Guid?> FileAsync(Dispute dispute, DateOnly madeOn, CancellationToken ct) => Ask<FileDisputePaper>().FileAsync(Paper, RecordClass.Legal, $"{dispute.Code} {dispute.Subject}", madeOn,
        [new DocumentLink { Kind = LinkKinds.Dispute, Key = dispute.PublicId.ToString("D"), Label = dispute.Code! }, .. dispute.Links.Select(l => new DocumentLink { Kind = l.Kind, Key = l.Key, Label = l.Label })], Now, Actor, ct);
}

/// <summary>A page about one termination.</summary>
internal abstract class TerminationPage : ActPage<Termination>
{
    [BindProperty] public IFormFile? Paper { get; set; }

    public Termination Termination => Record;
    /// <summary>What is terminated.</summary>
    public Agreement Agreement { get; private set; } = null!;
    protected DocumentsDbContext Db => Ask<DocumentsDbContext>();
    protected DisputePolicy Policy => Ask<IPolicies>().At<DisputePolicy>(Now).Value;
    protected WorkingCalendar Calendar => Ask<ICompany>().CalendarAt(Now);
    protected override string Home => $"/Documents/Disputes/Termination/{Id}";

    protected override async Task<Termination> FindAsync(bool toChange, CancellationToken ct)
    {
        var termination = await (toChange ? Db.Set<Termination>() : Db.Set<Termination>().AsNoTracking()).WithAll().FirstOrDefaultAsync(t => t.PublicId == Id, ct) ?? throw new NotThere();
        Agreement = await (toChange ? Db.Set<Agreement>() : Db.Set<Agreement>().AsNoTracking()).WithAll().FirstAsync(a => a.Id == termination.AgreementId, ct);
        return termination;
    }

    protected override Task SaveAsync(Termination acted, CancellationToken ct) => Db.SaveChangesAsync(ct);

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var termination = await FindAsync(toChange: false, ct);
        return [.. termination.Events.OrderBy(e => e.Id).Skip(Version).Select(e => new Change(e.ActorName, e.At, T.DisputeSentence(e.Act, e.Args)))];
    }

    protected Task<Guid?> FileAsync(Termination termination, DateOnly madeOn, CancellationToken ct) => Ask<FileDisputePaper>().FileAsync(Paper, RecordClass.Agreement, $"{termination.Code} {Agreement.Title} {Agreement.Party}".Trim(), madeOn,
        [new DocumentLink { Kind = LinkKinds.Termination, Key = termination.PublicId.ToString("D"), Label = termination.Code! }, new DocumentLink { Kind = LinkKinds.Agreement, Key = Agreement.PublicId.ToString("D"), Label = Agreement.Code! }], Now, Actor, ct);
}

/// <summary>Words for disputes and terminations.</summary>
internal static class DisputeWords
{
    /// <summary>A line of the history in the reader's language; an argument that is a text key is shown as its text.</summary>
    public static string DisputeSentence(this Texts text, string act, string args) => text["Disputes.Act." + act, [.. args.Split('\u001f').Select(a => (object)text.WordsOf(a)), "", "", ""]].TrimEnd(' ', ':', '：');

    /// <summary>A step or item of the policy in the reader's language; own words as they are.</summary>
    public static string WordsOf(this Texts text, string key) => text.Has(key) ? text[key] : key.StartsWith("Disputes.Step.", StringComparison.Ordinal) ? key["Disputes.Step.".Length..] : key.StartsWith("Disputes.Item.", StringComparison.Ordinal) ? key["Disputes.Item.".Length..] : key;

    public static string For(this Ground ground, Texts text) => text["Records.Language"] == "en" ? ground.En : ground.Zh;
}
