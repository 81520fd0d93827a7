using System.Linq.Expressions;
using System.Runtime.CompilerServices;
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

/// <summary>Rows of one table in order of change; nothing here is ever deleted.</summary>
internal abstract class TableFeed<TEntity, TSource, TRow>(DocumentsDbContext db) : IFeed<TRow> where TEntity : class, IInFeed where TSource : class
{
    public abstract string Name { get; }
    protected DocumentsDbContext Db => db;
    protected abstract Expression<Func<TEntity, TSource>> Source { get; }
    protected abstract Expression<Func<TEntity, long>> Key { get; }
    protected abstract TRow Row(TSource source);

    public async IAsyncEnumerable<TRow> ReadAsync(long afterChange, int take, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var source in db.Set<TEntity>().AsNoTracking().Where(e => e.Change > afterChange).OrderBy(e => e.Change).Take(take).Select(Source).AsAsyncEnumerable().WithCancellation(ct)) yield return Row(source);
    }

    public async Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct)
    {
        var within = db.Set<TEntity>().Where(e => e.Change <= upToChange);
        return new FeedTotals(await db.Set<TEntity>().MaxAsync(e => (long?)e.Change, ct) ?? 0, await within.LongCountAsync(ct), await within.SumAsync(Key, ct));
    }
}

internal sealed class RecordsFeed(DocumentsDbContext db, IPolicies policies) : TableFeed<Document, RecordsFeed.Read, DocumentFeedRow>(db)
{
    internal sealed record Read(long Id, long Change, string? Code, RecordClass Class, string Paper, DocumentState State, DateTime? ArchivedAt, DateOnly? ArchivedOn, bool NeedsPaper, bool HasFile, DateOnly? PlacedOn);

    public override string Name => "documents.records";
    protected override Expression<Func<Document, long>> Key => d => d.Id;
    protected override Expression<Func<Document, Read>> Source => d => new Read(d.Id, d.Change, d.Code, d.Class, d.Paper, d.State, d.ArchivedAt, d.ArchivedOn, d.NeedsPaper, d.Versions.Any(), d.PlacedOn);
    protected override DocumentFeedRow Row(Read d) => new()
    {
        Key = d.Id, Change = d.Change, Code = d.Code, Class = Code.Of(d.Class), Paper = d.Paper, State = Code.Of(d.State), ArchivedDay = d.ArchivedOn,
        BothFormsDue = d.NeedsPaper ? d.ArchivedOn?.AddDays(policies.At<RecordsPolicy>(d.ArchivedAt!.Value).Value.BothFormsDays) : null, HasFile = d.HasFile, PlacedDay = d.PlacedOn,
    };
}

internal sealed class LoansFeed(DocumentsDbContext db) : TableFeed<Loan, LoanFeedRow, LoanFeedRow>(db)
{
    public override string Name => "documents.loans";
    protected override Expression<Func<Loan, long>> Key => l => l.Id;
    protected override Expression<Func<Loan, LoanFeedRow>> Source => l => new LoanFeedRow { Key = l.Id, Change = l.Change, Code = Db.Set<Document>().Where(d => d.Id == l.DocumentId).Select(d => d.Code).FirstOrDefault(), LentDay = l.LentOn, DueDay = l.DueOn, ReturnedDay = l.ReturnedOn };
    protected override LoanFeedRow Row(LoanFeedRow source) => source;
}

internal sealed class OrderFilesFeed(DocumentsDbContext db) : TableFeed<OrderFile, OrderPapersFeedRow, OrderPapersFeedRow>(db)
{
    public override string Name => "documents.order-files";
    protected override Expression<Func<OrderFile, long>> Key => f => f.Id;
    protected override Expression<Func<OrderFile, OrderPapersFeedRow>> Source => f => new OrderPapersFeedRow { Key = f.Id, Change = f.Change, OrderNumber = f.OrderNumber, Papers = f.Papers, CompleteFor = f.CompleteFor };
    protected override OrderPapersFeedRow Row(OrderPapersFeedRow source) => source;
}

internal sealed class AgreementsFeed(DocumentsDbContext db) : TableFeed<Agreement, AgreementsFeed.Read, AgreementFeedRow>(db)
{
    internal sealed record Read(long Id, long Change, string? Code, AgreementKind Kind, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? TerminatedOn, DateOnly? CopyFiledOn);

    public override string Name => "documents.agreements";
    protected override Expression<Func<Agreement, long>> Key => a => a.Id;
    protected override Expression<Func<Agreement, Read>> Source => a => new Read(a.Id, a.Change, a.Code, a.Kind, a.StartsOn, a.EndsOn, a.TerminatedOn, a.CopyFiledOn);
    protected override AgreementFeedRow Row(Read a) => new()
    {
        Key = a.Id, Change = a.Change, Code = a.Code!, Kind = Code.Of(a.Kind), EffectiveDay = a.StartsOn, CopyDay = a.CopyFiledOn,
        OverDay = a.TerminatedOn is { } terminated && (a.EndsOn is null || terminated <= a.EndsOn) ? terminated : a.EndsOn?.AddDays(1),
    };
}

internal sealed class AgreementEndsFeed(DocumentsDbContext db) : TableFeed<AgreementEnd, AgreementEndFeedRow, AgreementEndFeedRow>(db)
{
    public override string Name => "documents.agreement-ends";
    protected override Expression<Func<AgreementEnd, long>> Key => e => e.Id;
    protected override Expression<Func<AgreementEnd, AgreementEndFeedRow>> Source => e => new AgreementEndFeedRow
    {
        Key = e.Id, Change = e.Change, EndDay = e.EndsOn, DecidedDay = e.DecidedOn, Code = Db.Set<Agreement>().Where(a => a.Id == e.AgreementId).Select(a => a.Code!).First(),
        Terminated = e.Spared,
    };
    protected override AgreementEndFeedRow Row(AgreementEndFeedRow source) => source;
}

internal sealed class AgreementChangesFeed(DocumentsDbContext db) : TableFeed<AgreementChange, AgreementChangesFeed.Read, AgreementChangeFeedRow>(db)
{
    internal sealed record Read(long Id, long Change, string Code, AgreementChangeKind Kind, DateOnly ActOn, DateOnly? NoticeOn, bool HasPaper);

    public override string Name => "documents.agreement-changes";
    protected override Expression<Func<AgreementChange, long>> Key => c => c.Id;
    protected override Expression<Func<AgreementChange, Read>> Source => c => new Read(c.Id, c.Change, Db.Set<Agreement>().Where(a => a.Id == c.AgreementId).Select(a => a.Code!).First(), c.Kind, c.ActOn, c.NoticeOn, c.PaperId != null);
    protected override AgreementChangeFeedRow Row(Read c) => new() { Key = c.Id, Change = c.Change, Code = c.Code, Kind = Code.Of(c.Kind), ActDay = c.ActOn, NoticeDay = c.NoticeOn, HasPaper = c.HasPaper };
}
