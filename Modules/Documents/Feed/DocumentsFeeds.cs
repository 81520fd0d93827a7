using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts.Feed;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using AfterSales.Documents.Records;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Feed;

internal sealed class RecordsFeed(DocumentsDbContext db, IPolicies policies) : TableFeed<Document, RecordsFeed.Source, DocumentFeedRow>(db)
{
    internal sealed record Source(long Id, long Change, string? Code, RecordClass Class, string Paper, DocumentState State, DateTime? ArchivedAt, DateOnly? ArchivedOn, bool NeedsPaper, bool HasFile, DateOnly? PlacedOn);

    public override string Name => "documents.records";
    protected override IQueryable<Source> Read(IQueryable<Document> stored) => stored.Select(d => new Source(d.Id, d.Change, d.Code, d.Class, d.Paper, d.State, d.ArchivedAt, d.ArchivedOn, d.NeedsPaper, d.Versions.Any(), d.PlacedOn));
    protected override DocumentFeedRow Row(Source d) => new()
    {
        Key = d.Id, Change = d.Change, Code = d.Code, Class = Code.Of(d.Class), Paper = d.Paper, State = Code.Of(d.State), ArchivedDay = d.ArchivedOn,
        BothFormsDue = d.NeedsPaper ? d.ArchivedOn?.AddDays(policies.At<RecordsPolicy>(d.ArchivedAt!.Value).Value.BothFormsDays) : null, HasFile = d.HasFile, PlacedDay = d.PlacedOn,
    };
}

internal sealed class LoansFeed(DocumentsDbContext db) : TableFeed<Loan, LoanFeedRow, LoanFeedRow>(db)
{
    public override string Name => "documents.loans";
    protected override IQueryable<LoanFeedRow> Read(IQueryable<Loan> stored) => stored.Select(l => new LoanFeedRow { Key = l.Id, Change = l.Change, Code = db.Set<Document>().Where(d => d.Id == l.DocumentId).Select(d => d.Code).FirstOrDefault(), LentDay = l.LentOn, DueDay = l.DueOn, ReturnedDay = l.ReturnedOn });
    protected override LoanFeedRow Row(LoanFeedRow source) => source;
}

internal sealed class OrderFilesFeed(DocumentsDbContext db) : TableFeed<OrderFile, OrderPapersFeedRow, OrderPapersFeedRow>(db)
{
    public override string Name => "documents.order-files";
    protected override IQueryable<OrderPapersFeedRow> Read(IQueryable<OrderFile> stored) => stored.Select(f => new OrderPapersFeedRow { Key = f.Id, Change = f.Change, OrderNumber = f.OrderNumber, Papers = f.Papers, CompleteFor = f.CompleteFor });
    protected override OrderPapersFeedRow Row(OrderPapersFeedRow source) => source;
}

internal sealed class AgreementsFeed(DocumentsDbContext db) : TableFeed<Agreement, AgreementsFeed.Source, AgreementFeedRow>(db)
{
    internal sealed record Source(long Id, long Change, string? Code, AgreementKind Kind, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? TerminatedOn, DateOnly? CopyFiledOn);

    public override string Name => "documents.agreements";
    protected override IQueryable<Source> Read(IQueryable<Agreement> stored) => stored.Select(a => new Source(a.Id, a.Change, a.Code, a.Kind, a.StartsOn, a.EndsOn, a.TerminatedOn, a.CopyFiledOn));
    protected override AgreementFeedRow Row(Source a) => new()
    {
        Key = a.Id, Change = a.Change, Code = a.Code!, Kind = Code.Of(a.Kind), EffectiveDay = a.StartsOn, CopyDay = a.CopyFiledOn,
        OverDay = a.TerminatedOn is { } terminated && (a.EndsOn is null || terminated <= a.EndsOn) ? terminated : a.EndsOn?.AddDays(1),
    };
}

internal sealed class AgreementEndsFeed(DocumentsDbContext db) : TableFeed<AgreementEnd, AgreementEndFeedRow, AgreementEndFeedRow>(db)
{
    public override string Name => "documents.agreement-ends";
    protected override IQueryable<AgreementEndFeedRow> Read(IQueryable<AgreementEnd> stored) => stored.Select(e => new AgreementEndFeedRow
    {
        Key = e.Id, Change = e.Change, EndDay = e.EndsOn, DecidedDay = e.DecidedOn, Code = db.Set<Agreement>().Where(a => a.Id == e.AgreementId).Select(a => a.Code!).First(),
        Terminated = e.Spared,
    });
    protected override AgreementEndFeedRow Row(AgreementEndFeedRow source) => source;
}

internal sealed class AgreementChangesFeed(DocumentsDbContext db) : TableFeed<AgreementChange, AgreementChangesFeed.Source, AgreementChangeFeedRow>(db)
{
    internal sealed record Source(long Id, long Change, string Code, AgreementChangeKind Kind, DateOnly ActOn, DateOnly? NoticeOn, bool HasPaper);

    public override string Name => "documents.agreement-changes";
    protected override IQueryable<Source> Read(IQueryable<AgreementChange> stored) => stored.Select(c => new Source(c.Id, c.Change, db.Set<Agreement>().Where(a => a.Id == c.AgreementId).Select(a => a.Code!).First(), c.Kind, c.ActOn, c.NoticeOn, c.PaperId != null));
    protected override AgreementChangeFeedRow Row(Source c) => new() { Key = c.Id, Change = c.Change, Code = c.Code, Kind = Code.Of(c.Kind), ActDay = c.ActOn, NoticeDay = c.NoticeOn, HasPaper = c.HasPaper };
}

internal sealed class DisputeStepsFeed(DocumentsDbContext db) : TableFeed<DisputeStep, DisputeStepsFeed.Source, DisputeStepFeedRow>(db)
{
    internal sealed record Source(long Id, long Change, string Code, DisputeStage Stage, string What, DateOnly DueOn, DateOnly? DoneOn, DateOnly? DroppedOn);

    public override string Name => "documents.dispute-steps";
    protected override IQueryable<Source> Read(IQueryable<DisputeStep> stored) => stored.Select(s => new Source(s.Id, s.Change, db.Set<Dispute>().Where(d => d.Id == s.DisputeId).Select(d => d.Code!).First(), s.Stage, s.What, s.DueOn, s.DoneOn, s.DroppedOn));
    protected override DisputeStepFeedRow Row(Source s) => new() { Key = s.Id, Change = s.Change, Code = s.Code, Stage = Code.Of(s.Stage), Step = s.What, DueDay = s.DueOn, DoneDay = s.DoneOn, DroppedDay = s.DroppedOn };
}

internal sealed class TerminationItemsFeed(DocumentsDbContext db) : TableFeed<TerminationItem, TerminationItemFeedRow, TerminationItemFeedRow>(db)
{
    public override string Name => "documents.termination-items";
    protected override IQueryable<TerminationItemFeedRow> Read(IQueryable<TerminationItem> stored) => stored.Select(i => new TerminationItemFeedRow
    {
        Key = i.Id, Change = i.Change, Code = db.Set<Termination>().Where(t => t.Id == i.TerminationId).Select(t => t.Code!).First(), Item = i.What, SinceDay = i.OpenedOn, DoneDay = i.DoneOn,
    });
    protected override TerminationItemFeedRow Row(TerminationItemFeedRow source) => source;
}

internal sealed class GroundMonthsFeed(DocumentsDbContext db) : TableFeed<GroundMonth, GroundMonthsFeed.Source, GroundMonthFeedRow>(db)
{
    internal sealed record Source(long Id, long Change, string Code, string Indicator, DateOnly Month, double? Value, bool IsBroken, bool IsMet);

    public override string Name => "documents.ground-months";
    protected override IQueryable<Source> Read(IQueryable<GroundMonth> stored) => stored.Select(r => new Source(r.Id, r.Change,
        db.Set<Ground>().Where(g => g.Id == r.GroundId).Select(g => db.Set<Agreement>().Where(a => a.Id == g.AgreementId).Select(a => a.Code!).First()).First(), r.Indicator, r.Month, r.Value, r.IsBroken, r.IsMet));
    protected override GroundMonthFeedRow Row(Source r) => new() { Key = r.Id, Change = r.Change, Code = r.Code, Indicator = r.Indicator, MonthDay = r.Month.AddMonths(1).AddDays(-1), HasValue = r.Value is not null, Broken = r.IsBroken, Met = r.IsMet };
}
