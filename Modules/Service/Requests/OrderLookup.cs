using AfterSales.Kernel;
using AfterSales.Service.Contracts;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>Answers other modules about orders.</summary>
internal sealed class OrderLookup(ServiceDbContext db) : IOrderLookup
{
    public async Task<OrderInBrief?> ByIdAsync(Guid orderId, CancellationToken ct) => (await BriefAsync(o => o.Where(x => x.PublicId == orderId), ct)).SingleOrDefault();

    public async Task<OrderInBrief?> ByNumberAsync(string number, CancellationToken ct) => (await BriefAsync(o => o.Where(x => x.Number == number), ct)).SingleOrDefault();

    public Task<int> CompletedSinceAsync(Guid customerId, DateTime fromUtc, DateTime untilUtc, CancellationToken ct) =>
        db.Set<ServiceOrder>().CountAsync(o => o.CompletedAt >= fromUtc && o.CompletedAt <= untilUtc && o.CustomerId == db.Set<Customer>().Where(c => c.PublicId == customerId).Select(c => (long?)c.Id).FirstOrDefault(), ct);

    public async Task<IReadOnlyList<OrderInBrief>> CompletedAfterAsync(DateTime after, Guid? afterId, int take, CancellationToken ct)
    {
        var last = afterId is null ? 0 : await db.Set<ServiceOrder>().Where(o => o.PublicId == afterId).Select(o => o.Id).FirstOrDefaultAsync(ct);
        return await BriefAsync(o => o.Where(x => x.CompletedAt > after || (x.CompletedAt == after && x.Id > last)).OrderBy(x => x.CompletedAt).ThenBy(x => x.Id).Take(take), ct);
    }

    async Task<List<OrderInBrief>> BriefAsync(Func<IQueryable<ServiceOrder>, IQueryable<ServiceOrder>> which, CancellationToken ct)
    {
        var rows = from order in which(db.Set<ServiceOrder>().AsNoTracking())
                   join model in db.Set<ProductModel>() on order.ModelId equals model.Id into models
                   from model in models.DefaultIfEmpty()
                   join technician in db.Set<Technician>() on order.TechnicianId equals technician.Id into technicians
                   from technician in technicians.DefaultIfEmpty()
                   join contract in db.Set<BrandContract>() on order.ContractId equals contract.Id into contracts
                   from contract in contracts.DefaultIfEmpty()
                   join customer in db.Set<Customer>() on order.CustomerId equals customer.Id into customers
                   from customer in customers.DefaultIfEmpty()
                   join agreement in db.Set<AgreementTerms>() on order.AgreementTermsId equals agreement.Id into agreements
                   from agreement in agreements.DefaultIfEmpty()
                   orderby order.CompletedAt, order.Id
                   select new
                   {
                       order.PublicId, order.Number, order.Kind, Contract = contract == null ? null : contract.Code, Customer = customer == null ? (Guid?)null : customer.PublicId,
                       order.ContactName, order.ContactPhone, Model = model == null ? null : model.Code, Type = model == null ? null : model.Type, order.Region,
                       Technician = technician == null ? null : technician.Code, TechnicianName = technician == null ? null : technician.Name, Account = technician == null ? null : technician.AccountId,
                       order.Team, order.Visits, order.CompletedAt, AgreementCode = agreement == null ? null : agreement.Code, AgreementNumber = agreement == null ? 0 : agreement.Number, SurveyPercent = agreement == null ? null : agreement.SurveyPercent,
                   };
        return [.. (await rows.ToListAsync(ct)).Select(r => new OrderInBrief(r.PublicId, r.Number, Code.Of(r.Kind), r.Contract, r.Customer, r.ContactName, r.ContactPhone, r.Model,
            Code.Of(r.Type), r.Region, r.Technician, r.TechnicianName, r.Account, r.Team, r.Visits > 0, r.CompletedAt)
        {
            Agreement = r.AgreementCode is { } code ? $"{code}/{r.AgreementNumber}" : null, SurveyPercent = r.SurveyPercent,
        })];
    }
}
