using System.Runtime.CompilerServices;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts.Feed;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Feed;

/// <summary>Trips for the warehouse, in order of change.</summary>
internal sealed class VisitFeed(ServiceDbContext db, ICompany company) : IFeed<VisitFeedRow>
{
    public string Name => "service.visits";

    public async IAsyncEnumerable<VisitFeedRow> ReadAsync(long afterChange, int take, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = from visit in db.Set<Visit>().AsNoTracking()
                   where visit.Change > afterChange
                   orderby visit.Change
                   join order in db.Set<ServiceOrder>() on visit.OrderId equals order.Id
                   join technician in db.Set<Technician>() on visit.TechnicianId equals technician.Id
                   join model in db.Set<ProductModel>() on order.ModelId equals model.Id into models
                   from model in models.DefaultIfEmpty()
                   join contract in db.Set<BrandContract>() on order.ContractId equals contract.Id into contracts
                   from contract in contracts.DefaultIfEmpty()
                   select new
                   {
                       Visit = visit, order.Number, order.Kind, order.Region, order.Team, technician.Code, Model = model == null ? null : model.Code, Type = model == null ? null : model.Type, Contract = contract == null ? null : contract.Code,
                       Earlier = db.Set<Visit>().Any(v => v.OrderId == visit.OrderId && v.Trip < visit.Trip && v.Outcome != null && v.Outcome != VisitOutcome.PartNeeded && v.Outcome != VisitOutcome.NobodyHome),
                   };
        await foreach (var r in rows.Take(take).AsAsyncEnumerable().WithCancellation(ct))
            yield return new VisitFeedRow
            {
                Key = r.Visit.Id, Change = r.Visit.Change, Deleted = false, Number = r.Number, Trip = r.Visit.Trip, Contract = r.Contract, Kind = Code.Of(r.Kind), ProductModel = r.Model, ProductType = r.Type is { } type ? Code.Of(type) : null,
                Region = r.Region, FaultCode = r.Visit.FaultCode, Technician = r.Code, Team = r.Team, WindowEnd = r.Visit.WindowEnd, WindowDay = Day(r.Visit.WindowEnd), ArrivedAt = r.Visit.ArrivedAt, ArrivedDay = Day(r.Visit.ArrivedAt),
                FinishedAt = r.Visit.FinishedAt, FinishedDay = Day(r.Visit.FinishedAt), OnTime = r.Visit.OnTime, Certified = r.Visit.Certified,
                Outcome = r.Visit.Outcome is { } outcome ? Code.Of(outcome) : null, CheckPassed = r.Visit.CheckPassed,
                FirstCompletion = r.Visit.Outcome is { } o && o is not (VisitOutcome.PartNeeded or VisitOutcome.NobodyHome) && !r.Earlier,
            };
    }

    public async Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct)
    {
        var last = await db.Set<Visit>().MaxAsync(v => (long?)v.Change, ct) ?? 0;
        var within = db.Set<Visit>().Where(v => v.Change <= upToChange);
        return new FeedTotals(last, await within.LongCountAsync(ct), await within.SumAsync(v => v.Id, ct));
    }

    DateOnly? Day(DateTime? utc) => utc is { } instant ? company.LocalDay(instant) : null;
}

/// <summary>Stamps of trips for the warehouse, in order of change.</summary>
internal sealed class VisitStampFeed(ServiceDbContext db, ICompany company) : IFeed<VisitStampFeedRow>
{
    public string Name => "service.visit_stamps";

    public async IAsyncEnumerable<VisitStampFeedRow> ReadAsync(long afterChange, int take, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = from stamp in db.Set<VisitStamp>().AsNoTracking()
                   where stamp.Change > afterChange
                   orderby stamp.Change
                   join visit in db.Set<Visit>() on stamp.VisitId equals visit.Id
                   join order in db.Set<ServiceOrder>() on visit.OrderId equals order.Id
                   join technician in db.Set<Technician>() on visit.TechnicianId equals technician.Id
                   join model in db.Set<ProductModel>() on order.ModelId equals model.Id into models
                   from model in models.DefaultIfEmpty()
                   join contract in db.Set<BrandContract>() on order.ContractId equals contract.Id into contracts
                   from contract in contracts.DefaultIfEmpty()
                   select new { Stamp = stamp, order.Number, order.Region, order.Team, technician.Code, Model = model == null ? null : model.Code, Type = model == null ? null : model.Type, Contract = contract == null ? null : contract.Code };
        await foreach (var r in rows.Take(take).AsAsyncEnumerable().WithCancellation(ct))
            yield return new VisitStampFeedRow
            {
                Key = r.Stamp.Id, Change = r.Stamp.Change, Deleted = false, Number = r.Number, Contract = r.Contract, ProductModel = r.Model, ProductType = r.Type is { } type ? Code.Of(type) : null, Region = r.Region, Technician = r.Code,
                Team = r.Team, Kind = Code.Of(r.Stamp.Kind), At = r.Stamp.At, Day = company.LocalDay(r.Stamp.At), Late = r.Stamp.Late, ByDoer = r.Stamp.ByDoer,
            };
    }

    public async Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct)
    {
        var last = await db.Set<VisitStamp>().MaxAsync(s => (long?)s.Change, ct) ?? 0;
        var within = db.Set<VisitStamp>().Where(s => s.Change <= upToChange);
        return new FeedTotals(last, await within.LongCountAsync(ct), await within.SumAsync(s => s.Id, ct));
    }
}
