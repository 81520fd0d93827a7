using System.Linq.Expressions;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts.Feed;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Payments;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Feed;

/// <summary>What every row of money says of its order: contract, technician and team, as the order has them.</summary>
internal sealed record OrderSlices
{
    public long OrderId { get; init; }
    public string? Contract { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
}

internal static class SlicesOfOrders
{
    /// <summary>By order.</summary>
    public static IQueryable<OrderSlices> Slices(this ServiceDbContext db) =>
        from order in db.Set<ServiceOrder>()
        join technician in db.Set<Technician>() on order.TechnicianId equals technician.Id into technicians
        from technician in technicians.DefaultIfEmpty()
        join contract in db.Set<BrandContract>() on order.ContractId equals contract.Id into contracts
        from contract in contracts.DefaultIfEmpty()
        select new OrderSlices { OrderId = order.Id, Contract = contract == null ? null : contract.Code, Technician = technician == null ? null : technician.Code, Team = order.Team };
}

/// <summary>Accounts of orders.</summary>
internal sealed class AccountFeed(ServiceDbContext db) : TableFeed<OrderAccount, OrderAccount, AccountFeedRow>(db)
{
    public override string Name => "service.accounts";
    protected override Expression<Func<OrderAccount, long>> Key => a => a.OrderId;
    protected override IQueryable<OrderAccount> Read(IQueryable<OrderAccount> stored) => stored;

    protected override AccountFeedRow Row(OrderAccount a) => new()
    {
        Key = a.OrderId, Change = a.Change, Notes = a.Notes, SignedNotes = a.SignedNotes, Owed = (double)a.Owed.Yuan, Paid = (double)a.Paid.Yuan, Refunded = (double)a.Refunded.Yuan,
    };
}

/// <summary>Payments.</summary>
internal sealed class PaymentFeed(ServiceDbContext db, ICompany company, IPolicies policies) : TableFeed<Payment, PaymentFeed.Source, PaymentFeedRow>(db)
{
    internal sealed record Source(Payment Payment, OrderSlices Order);

    public override string Name => "service.payments";

    protected override IQueryable<Source> Read(IQueryable<Payment> stored) =>
        from p in stored
        join account in db.Set<OrderAccount>() on p.AccountId equals account.Id
        join order in db.Slices() on account.OrderId equals order.OrderId
        select new Source(p, order);

    protected override PaymentFeedRow Row(Source source)
    {
        var (p, order) = source;
        return new PaymentFeedRow
        {
            Key = p.Id, Change = p.Change, Number = p.Number, Method = Code.Of(p.Method), Amount = (double)p.Amount.Yuan, PaidAt = p.PaidAt, PaidDay = company.LocalDay(p.PaidAt), MatchDue = p.PaidAt.AddDays(policies.At<FeePolicy>(p.PaidAt).Value.MatchDays),
            MatchedAt = p.MatchedAt, Contract = order.Contract, Technician = order.Technician, Team = order.Team,
        };
    }
}

/// <summary>Entitlements to refunds.</summary>
internal sealed class RefundFeed(ServiceDbContext db, ICompany company) : TableFeed<Refund, RefundFeed.Source, RefundFeedRow>(db)
{
    internal sealed record Source(Refund Refund, string Number, OrderSlices Order);

    public override string Name => "service.refunds";

    protected override IQueryable<Source> Read(IQueryable<Refund> stored) =>
        from r in stored
        join payment in db.Set<Payment>() on r.PaymentId equals payment.Id
        join account in db.Set<OrderAccount>() on r.AccountId equals account.Id
        join order in db.Slices() on account.OrderId equals order.OrderId
        select new Source(r, payment.Number, order);

    protected override RefundFeedRow Row(Source source)
    {
        var (r, number, order) = source;
        return new RefundFeedRow
        {
            Key = r.Id, Change = r.Change, Number = number, Cause = Code.Of(r.Cause), Amount = (double)r.Amount.Yuan, EntitledAt = r.EntitledAt, DueAt = r.DueAt, DueDay = company.LocalDay(r.DueAt.AddTicks(-1)), ExecutedAt = r.ExecutedAt,
            ExecutedDay = r.ExecutedAt is { } at ? company.LocalDay(at) : null, Days = (r.ExecutedAt - r.EntitledAt)?.TotalDays, Contract = order.Contract, Technician = order.Technician, Team = order.Team,
        };
    }
}

/// <summary>Lines of fee notes; those of voided notes are gone.</summary>
internal sealed class FeeLineFeed(ServiceDbContext db, ICompany company) : TableFeed<FeeLine, FeeLineFeed.Source, FeeLineFeedRow>(db)
{
    internal sealed record Source(FeeLine Line, string Number, DateTime IssuedAt, OrderSlices Order);

    public override string Name => "service.fee-lines";
    protected override IQueryable<FeeLine> Living => db.Set<FeeLine>().Where(l => !l.IsVoid);

    protected override IQueryable<Source> Read(IQueryable<FeeLine> stored) =>
        from l in stored
        join note in db.Set<FeeNote>() on l.NoteId equals note.Id
        join order in db.Slices() on note.OrderId equals order.OrderId
        select new Source(l, note.Number, note.IssuedAt, order);

    protected override FeeLineFeedRow Row(Source source)
    {
        var (l, number, issuedAt, order) = source;
        return new FeeLineFeedRow
        {
            Key = l.Id, Change = l.Change, Deleted = l.IsVoid, Number = number, Kind = Code.Of(l.Kind), Code = l.Code, Amount = (double)l.Amount.Yuan, Covered = l.IsCovered, Rule = Code.Of(l.Rule),
            IssuedDay = company.LocalDay(issuedAt), Contract = order.Contract, Technician = order.Technician, Team = order.Team,
        };
    }
}

/// <summary>Notices of new prices, one per customer concerned.</summary>
internal sealed class PriceNoticeFeed(ServiceDbContext db) : TableFeed<PriceNotice, PriceNoticeFeed.Source, PriceNoticeFeedRow>(db)
{
    internal sealed record Source(PriceNotice Notice, string Number);

    public override string Name => "service.price-notices";

    protected override IQueryable<Source> Read(IQueryable<PriceNotice> stored) => from n in stored join list in db.Set<PriceList>() on n.PriceListId equals list.Id select new Source(n, list.Number);

    protected override PriceNoticeFeedRow Row(Source source) =>
        new() { Key = source.Notice.Id, Change = source.Notice.Change, Number = source.Number, EffectiveDay = source.Notice.EffectiveFrom, State = Code.Of(source.Notice.State), InTime = source.Notice.InTime };
}
