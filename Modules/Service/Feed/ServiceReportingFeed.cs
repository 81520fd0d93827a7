using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Service.Contracts.Feed;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Feed;

/// <summary>Service orders for the warehouse.</summary>
internal sealed class ServiceReportingFeed(ServiceDbContext db, ICompany company, OrderRulebook rulebook) : TableFeed<ServiceOrder, ServiceReportingFeed.Source, OrderFeedRow>(db)
{
    internal sealed record Source(ServiceOrder Order, string? Model, ProductType? Type, string? Technician, string? Contract, DateTime? ConsentEndedAt);

    public override string Name => "service.orders";

    protected override IQueryable<Source> Read(IQueryable<ServiceOrder> stored) =>
        from order in stored
        join model in db.Set<ProductModel>() on order.ModelId equals model.Id into models
        from model in models.DefaultIfEmpty()
        join technician in db.Set<Technician>() on order.TechnicianId equals technician.Id into technicians
        from technician in technicians.DefaultIfEmpty()
        join contract in db.Set<BrandContract>() on order.ContractId equals contract.Id into contracts
        from contract in contracts.DefaultIfEmpty()
        join customer in db.Set<Customer>() on order.CustomerId equals customer.Id into customers
        from customer in customers.DefaultIfEmpty()
        select new Source(order, model == null ? null : model.Code, model == null ? null : model.Type, technician == null ? null : technician.Code, contract == null ? null : contract.Code, customer == null ? null : customer.ConsentEndedAt);

    protected override OrderFeedRow Row(Source source)
    {
        var (order, rules) = (source.Order, rulebook.KeptBy(source.Order));
        return new OrderFeedRow
        {
            Key = order.Id, Change = order.Change, Deleted = false, Number = order.Number, Contract = source.Contract,
            Kind = Code.Of(order.Kind), Channel = Code.Of(order.Channel), State = Code.Of(order.Status), Complexity = Code.Of(order.Complexity ?? Complexity.General),
            ProductModel = source.Model, ProductType = Code.Of(source.Type), Region = order.Region, FaultCode = order.FaultCode,
            Technician = source.Technician, Team = order.Team, SpecialReason = order.SpecialReason,
            RegradedToComplex = order is { RegradedOnSite: true, Complexity: Complexity.Complex }, RefusedInScope = order is { ContractId: not null, CancelReason: { } reason } && rules.Sla.CompanyCancelReasons.Contains(reason),
            ReceivedOffHours = rules.Sla.IsOffHours(order.ReceivedAt, rules.Calendar),
            ReceivedAt = order.ReceivedAt, ReceivedDay = company.LocalDay(order.ReceivedAt),
            RespondedAt = order.RespondedAt, RespondedDay = Day(order.RespondedAt), CompletedAt = order.CompletedAt, CompletedDay = Day(order.CompletedAt),
            ClosedAt = order.ClosedAt, ClosedDay = Day(order.ClosedAt), CancelledAt = order.CancelledAt, CancelledDay = Day(order.CancelledAt), Customer = order.CustomerId, SlaPolicy = order.PolicyVersion, Outcome = Code.Of(order.Outcome), Visits = order.Visits,
            Response = Clock(order.Response), Handling = Clock(order.Handling),
            RepeatedAt = order.RepeatedAt, UnrelatedRepeats = order.UnrelatedRepeats, Reopened = order.Reopened,
            Confirmed = order.RespondedAt is not null && !order.Response.Inferred && (order.WindowEnd is not null || order.Kind is OrderKind.Enquiry or OrderKind.TechnicalSupport), Imported = order.Imported,
            SurveyHeldBack = order.ContactPhone is null || source.ConsentEndedAt < order.CompletedAt,
        };
    }

    DateOnly? Day(DateTime? utc) => utc is { } instant ? company.LocalDay(instant) : null;

    ClockFeed Clock(SlaClock clock) => new()
    {
        Started = clock.Started, Due = clock.Due, DueDay = clock.DueDay, Ended = clock.Ended, EndedDay = Day(clock.Ended), GrossDue = clock.GrossDue, GrossDueDay = clock.GrossDueDay,
        Verdict = Code.Of(clock.Verdict), GrossVerdict = Code.Of(clock.GrossVerdict), NetHours = clock.NetHours, PausedHours = clock.PausedHours,
        MetByAttempts = clock.ByAttempts, Inferred = clock.Inferred,
    };
}
