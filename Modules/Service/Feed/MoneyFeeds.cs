using System.Runtime.CompilerServices;
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

/// <param name="Contract">Of the order that the row belongs to; so are technician and team.</param>
internal sealed record OrderSlices(string? Contract, string? Technician, string? Team);

/// <summary>What the feeds of money share: rows in order of change, totals by key.</summary>
internal abstract class MoneyFeed<TSource, TRow>(ServiceDbContext db) : IFeed<TRow> where TSource : class, IInFeed
{
    protected ServiceDbContext Db => db;
    public abstract string Name { get; }
    protected abstract Task<IReadOnlyList<TRow>> ReadAsync(IReadOnlyList<TSource> changed, CancellationToken ct);
    /// <summary>Rows that the warehouse holds.</summary>
    protected virtual IQueryable<TSource> Living => db.Set<TSource>();
    protected abstract Task<decimal> KeySumAsync(IQueryable<TSource> rows, CancellationToken ct);

    public async IAsyncEnumerable<TRow> ReadAsync(long afterChange, int take, [EnumeratorCancellation] CancellationToken ct)
    {
        const int part = 1000;
        for (var left = take; left > 0;)
        {
            var changed = await db.Set<TSource>().AsNoTracking().Where(r => r.Change > afterChange).OrderBy(r => r.Change).Take(Math.Min(part, left)).ToListAsync(ct);
            if (changed.Count == 0) yield break;
            foreach (var row in await ReadAsync(changed, ct)) yield return row;
            (left, afterChange) = (left - changed.Count, changed[^1].Change);
        }
    }

    public async Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct)
    {
        var within = Living.Where(r => r.Change <= upToChange);
        return new FeedTotals(await db.Set<TSource>().MaxAsync(r => (long?)r.Change, ct) ?? 0, await within.LongCountAsync(ct), await KeySumAsync(within, ct));
    }

    protected Task<Dictionary<long, OrderSlices>> SlicesAsync(IQueryable<ServiceOrder> orders, CancellationToken ct) =>
        (from o in orders
         join t in db.Set<Technician>() on o.TechnicianId equals t.Id into technicians
         from t in technicians.DefaultIfEmpty()
         join c in db.Set<BrandContract>() on o.ContractId equals c.Id into contracts
         from c in contracts.DefaultIfEmpty()
         select new { o.Id, Slices = new OrderSlices(c == null ? null : c.Code, t == null ? null : t.Code, o.Team) }).ToDictionaryAsync(o => o.Id, o => o.Slices, ct);

    /// <summary>By account.</summary>
    protected async Task<Dictionary<long, OrderSlices>> OfAccountsAsync(IEnumerable<long> accounts, CancellationToken ct)
    {
        var ids = accounts.Distinct().ToList();
        var orders = await db.Set<OrderAccount>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.OrderId }).ToListAsync(ct);
        var wanted = orders.ConvertAll(o => o.OrderId);
        var slices = await SlicesAsync(db.Set<ServiceOrder>().Where(o => wanted.Contains(o.Id)), ct);
        return orders.ToDictionary(o => o.Id, o => slices[o.OrderId]);
    }
}

/// <summary>Accounts of orders.</summary>
internal sealed class AccountFeed(ServiceDbContext db) : MoneyFeed<OrderAccount, AccountFeedRow>(db)
{
    public override string Name => "service.accounts";

    protected override Task<IReadOnlyList<AccountFeedRow>> ReadAsync(IReadOnlyList<OrderAccount> changed, CancellationToken ct) => Task.FromResult<IReadOnlyList<AccountFeedRow>>(
        [.. changed.Select(a => new AccountFeedRow { Key = a.OrderId, Change = a.Change, Notes = a.Notes, SignedNotes = a.SignedNotes, Owed = (double)a.Owed.Yuan, Paid = (double)a.Paid.Yuan, Refunded = (double)a.Refunded.Yuan })]);

    protected override async Task<decimal> KeySumAsync(IQueryable<OrderAccount> rows, CancellationToken ct) => await rows.SumAsync(a => a.OrderId, ct);
}

/// <summary>Payments.</summary>
internal sealed class PaymentFeed(ServiceDbContext db, ICompany company, IPolicies policies) : MoneyFeed<Payment, PaymentFeedRow>(db)
{
    public override string Name => "service.payments";

    protected override async Task<IReadOnlyList<PaymentFeedRow>> ReadAsync(IReadOnlyList<Payment> changed, CancellationToken ct)
    {
        var slices = await OfAccountsAsync(changed.Select(p => p.AccountId), ct);
        return [.. changed.Select(p => new PaymentFeedRow
        {
            Key = p.Id, Change = p.Change, Number = p.Number, Method = Code.Of(p.Method), Amount = (double)p.Amount.Yuan, PaidAt = p.PaidAt, PaidDay = company.LocalDay(p.PaidAt), MatchDue = p.PaidAt.AddDays(policies.At<FeePolicy>(p.PaidAt).Value.MatchDays),
            MatchedAt = p.MatchedAt, Contract = slices[p.AccountId].Contract, Technician = slices[p.AccountId].Technician, Team = slices[p.AccountId].Team,
        })];
    }

    protected override async Task<decimal> KeySumAsync(IQueryable<Payment> rows, CancellationToken ct) => await rows.SumAsync(p => p.Id, ct);
}

/// <summary>Entitlements to refunds.</summary>
internal sealed class RefundFeed(ServiceDbContext db, ICompany company) : MoneyFeed<Refund, RefundFeedRow>(db)
{
    public override string Name => "service.refunds";

    protected override async Task<IReadOnlyList<RefundFeedRow>> ReadAsync(IReadOnlyList<Refund> changed, CancellationToken ct)
    {
        var slices = await OfAccountsAsync(changed.Select(r => r.AccountId), ct);
        var payments = changed.Select(r => r.PaymentId).ToList();
        var numbers = await Db.Set<Payment>().Where(p => payments.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, ct);
        return [.. changed.Select(r => new RefundFeedRow
        {
            Key = r.Id, Change = r.Change, Number = numbers[r.PaymentId], Cause = Code.Of(r.Cause), Amount = (double)r.Amount.Yuan, EntitledAt = r.EntitledAt, DueAt = r.DueAt, DueDay = company.LocalDay(r.DueAt.AddTicks(-1)), ExecutedAt = r.ExecutedAt,
            ExecutedDay = r.ExecutedAt is { } at ? company.LocalDay(at) : null, Days = (r.ExecutedAt - r.EntitledAt)?.TotalDays, Contract = slices[r.AccountId].Contract, Technician = slices[r.AccountId].Technician, Team = slices[r.AccountId].Team,
        })];
    }

    protected override async Task<decimal> KeySumAsync(IQueryable<Refund> rows, CancellationToken ct) => await rows.SumAsync(r => r.Id, ct);
}

/// <summary>Lines of fee notes; those of voided notes are gone.</summary>
internal sealed class FeeLineFeed(ServiceDbContext db, ICompany company) : MoneyFeed<FeeLine, FeeLineFeedRow>(db)
{
    public override string Name => "service.fee-lines";

    protected override IQueryable<FeeLine> Living => Db.Set<FeeLine>().Where(l => !l.IsVoid);

    protected override async Task<IReadOnlyList<FeeLineFeedRow>> ReadAsync(IReadOnlyList<FeeLine> changed, CancellationToken ct)
    {
        var ids = changed.Select(l => l.NoteId).Distinct().ToList();
        var notes = await Db.Set<FeeNote>().Where(n => ids.Contains(n.Id)).Select(n => new { n.Id, n.Number, n.OrderId, n.IssuedAt }).ToDictionaryAsync(n => n.Id, ct);
        var orders = notes.Values.Select(n => n.OrderId).ToList();
        var slices = await SlicesAsync(Db.Set<ServiceOrder>().Where(o => orders.Contains(o.Id)), ct);
        return [.. changed.Select(l => (Line: l, Note: notes[l.NoteId], Slices: slices[notes[l.NoteId].OrderId])).Select(r => new FeeLineFeedRow
        {
            Key = r.Line.Id, Change = r.Line.Change, Deleted = r.Line.IsVoid, Number = r.Note.Number, Kind = Kernel.Code.Of(r.Line.Kind), Code = r.Line.Code, Amount = (double)r.Line.Amount.Yuan, Covered = r.Line.IsCovered, Rule = Kernel.Code.Of(r.Line.Rule),
            IssuedDay = company.LocalDay(r.Note.IssuedAt), Contract = r.Slices.Contract, Technician = r.Slices.Technician, Team = r.Slices.Team,
        })];
    }

    protected override async Task<decimal> KeySumAsync(IQueryable<FeeLine> rows, CancellationToken ct) => await rows.SumAsync(l => l.Id, ct);
}

/// <summary>Notices of new prices, one per customer concerned.</summary>
internal sealed class PriceNoticeFeed(ServiceDbContext db) : MoneyFeed<PriceNotice, PriceNoticeFeedRow>(db)
{
    public override string Name => "service.price-notices";

    protected override async Task<IReadOnlyList<PriceNoticeFeedRow>> ReadAsync(IReadOnlyList<PriceNotice> changed, CancellationToken ct)
    {
        var lists = await Db.Set<PriceList>().ToDictionaryAsync(l => l.Id, l => l.Number, ct);
        return [.. changed.Select(n => new PriceNoticeFeedRow { Key = n.Id, Change = n.Change, Number = lists[n.PriceListId], EffectiveDay = n.EffectiveFrom, State = Code.Of(n.State), InTime = n.InTime })];
    }

    protected override async Task<decimal> KeySumAsync(IQueryable<PriceNotice> rows, CancellationToken ct) => await rows.SumAsync(n => n.Id, ct);
}
