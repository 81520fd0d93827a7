using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Service.Contracts.Feed;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;

namespace AfterSales.Service.Feed;

/// <summary>What every row of a trip says of its order and of who went.</summary>
internal sealed record TripSlices
{
    public long VisitId { get; init; }
    public required string Number { get; init; }
    public OrderKind Kind { get; init; }
    public string? Region { get; init; }
    public string? Team { get; init; }
    public required string Technician { get; init; }
    public string? Model { get; init; }
    public ProductType? Type { get; init; }
    public string? Contract { get; init; }
}

internal static class SlicesOfTrips
{
    /// <summary>By visit.</summary>
    public static IQueryable<TripSlices> Trips(this ServiceDbContext db) =>
        from visit in db.Set<Visit>()
        join order in db.Set<ServiceOrder>() on visit.OrderId equals order.Id
        join technician in db.Set<Technician>() on visit.TechnicianId equals technician.Id
        join model in db.Set<ProductModel>() on order.ModelId equals model.Id into models
        from model in models.DefaultIfEmpty()
        join contract in db.Set<BrandContract>() on order.ContractId equals contract.Id into contracts
        from contract in contracts.DefaultIfEmpty()
        select new TripSlices
        {
            VisitId = visit.Id, Number = order.Number, Kind = order.Kind, Region = order.Region, Team = order.Team, Technician = technician.Code,
            Model = model == null ? null : model.Code, Type = model == null ? null : model.Type, Contract = contract == null ? null : contract.Code,
        };
}

/// <summary>Trips.</summary>
internal sealed class VisitFeed(ServiceDbContext db, ICompany company) : TableFeed<Visit, VisitFeed.Source, VisitFeedRow>(db)
{
    /// <param name="Earlier">An earlier trip had completed the order before.</param>
    internal sealed record Source(Visit Visit, TripSlices Trip, bool Earlier);

    public override string Name => "service.visits";

    protected override IQueryable<Source> Read(IQueryable<Visit> stored) =>
        from visit in stored
        join trip in db.Trips() on visit.Id equals trip.VisitId
        select new Source(visit, trip, db.Set<Visit>().Any(v => v.OrderId == visit.OrderId && v.Trip < visit.Trip && v.Outcome != null && v.Outcome != VisitOutcome.PartNeeded && v.Outcome != VisitOutcome.NobodyHome));

    protected override VisitFeedRow Row(Source source)
    {
        var (v, trip) = (source.Visit, source.Trip);
        return new VisitFeedRow
        {
            Key = v.Id, Change = v.Change, Deleted = false, Number = trip.Number, Trip = v.Trip, Contract = trip.Contract, Kind = Code.Of(trip.Kind), ProductModel = trip.Model, ProductType = Code.Of(trip.Type),
            Region = trip.Region, FaultCode = v.FaultCode, Technician = trip.Technician, Team = trip.Team, WindowEnd = v.WindowEnd, WindowDay = Day(v.WindowEnd), ArrivedAt = v.ArrivedAt, ArrivedDay = Day(v.ArrivedAt),
            FinishedAt = v.FinishedAt, FinishedDay = Day(v.FinishedAt), OnTime = v.OnTime, Certified = v.Certified, Outcome = Code.Of(v.Outcome), CheckPassed = v.CheckPassed,
            FirstCompletion = v.Outcome is not (null or VisitOutcome.PartNeeded or VisitOutcome.NobodyHome) && !source.Earlier,
        };
    }

    DateOnly? Day(DateTime? utc) => utc is { } instant ? company.LocalDay(instant) : null;
}

/// <summary>Stamps of trips.</summary>
internal sealed class VisitStampFeed(ServiceDbContext db, ICompany company) : TableFeed<VisitStamp, VisitStampFeed.Source, VisitStampFeedRow>(db)
{
    internal sealed record Source(VisitStamp Stamp, TripSlices Trip);

    public override string Name => "service.visit_stamps";

    protected override IQueryable<Source> Read(IQueryable<VisitStamp> stored) => from stamp in stored join trip in db.Trips() on stamp.VisitId equals trip.VisitId select new Source(stamp, trip);

    protected override VisitStampFeedRow Row(Source source)
    {
        var (s, trip) = (source.Stamp, source.Trip);
        return new VisitStampFeedRow
        {
            Key = s.Id, Change = s.Change, Deleted = false, Number = trip.Number, Contract = trip.Contract, ProductModel = trip.Model, ProductType = Code.Of(trip.Type), Region = trip.Region, Technician = trip.Technician,
            Team = trip.Team, Kind = Code.Of(s.Kind), At = s.At, Day = company.LocalDay(s.At), Late = s.Late, ByDoer = s.ByDoer,
        };
    }
}
