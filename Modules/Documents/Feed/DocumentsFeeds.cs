using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts.Feed;
using AfterSales.Documents.Data;
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
