using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts.Feed;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Maintenance;
using AfterSales.Service.Products;

namespace AfterSales.Service.Feed;

/// <summary>Offers of maintenance.</summary>
internal sealed class MaintenanceFeed(ServiceDbContext db, ICompany company, IPolicies policies) : TableFeed<MaintenanceProposal, MaintenanceFeed.Source, MaintenanceFeedRow>(db)
{
    internal sealed record Source(MaintenanceProposal Proposal, Guid Appliance, string? Model, ProductType? Type, string? Region);

    public override string Name => "service.maintenance";

    protected override IQueryable<Source> Read(IQueryable<MaintenanceProposal> stored) =>
        from p in stored
        join a in db.Set<Appliance>() on p.ApplianceId equals a.Id
        join m in db.Set<ProductModel>() on a.ModelId equals m.Id into models
        from m in models.DefaultIfEmpty()
        join c in db.Set<Customer>() on a.CustomerId equals c.Id into customers
        from c in customers.DefaultIfEmpty()
        select new Source(p, a.PublicId, m == null ? null : m.Code, m == null ? null : m.Type, c == null ? null : c.Region);

    protected override MaintenanceFeedRow Row(Source source)
    {
        var p = source.Proposal;
        return new MaintenanceFeedRow
        {
            Key = p.Id, Change = p.Change, Appliance = source.Appliance.ToString(), Work = Code.Of(p.Work), ProductModel = source.Model, ProductType = Code.Of(source.Type), Region = source.Region,
            Owed = p.Owed, OfferedDay = company.LocalDay(p.OfferedAt), DueDay = p.DueOn, GraceDay = p.DueOn.AddDays(policies.At<MaintenancePolicy>(p.OfferedAt).Value.GraceDays), Booked = p.OrderId is not null, Declined = p.State == ProposalState.Declined, DoneDay = p.DoneOn,
        };
    }
}
