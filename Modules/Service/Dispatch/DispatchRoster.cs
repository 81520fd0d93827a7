using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Staff.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Dispatch;

/// <inheritdoc cref="IDispatchRoster"/>
internal sealed class DispatchRoster(ServiceDbContext db, IStaffDirectory staff, ICompany company, TimeProvider time) : IDispatchRoster
{
    sealed record Found(PlannedVisit Visit, ProductType? Type, string? Region);

    public async Task<IReadOnlyList<DispatchedPerson>> AllAsync(CancellationToken ct) =>
        await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Code).Select(t => new DispatchedPerson(t.Code, t.Name, t.Team, t.AccountId)).ToListAsync(ct);

    public async Task<IReadOnlyList<PlannedVisit>> OpenAsync(string code, CancellationToken ct) =>
        [.. (await FindAsync(db.Set<ServiceOrder>().Open().Where(o => db.Set<Technician>().Any(t => t.Id == o.TechnicianId && t.Code == code)), ct)).Select(f => f.Visit)];

    public async Task<IReadOnlyList<PlannedVisit>> ToReassignAsync(CancellationToken ct)
    {
        var now = time.Now();
        var today = company.CalendarAt(now).StartOf(company.LocalDay(now));
        var planned = await FindAsync(db.Set<ServiceOrder>().Open().Where(o => o.Status == OrderStatus.Scheduled && o.TechnicianId != null && o.WindowStart >= today), ct);
        List<PlannedVisit> gone = [];
        foreach (var day in planned.GroupBy(f => company.LocalDay(f.Visit.WindowStart!.Value)))
        {
            var away = await AwayAsync(day.Key, ct);
            foreach (var type in day.GroupBy(f => (f.Type, f.Region)))
            {
                var certified = await staff.CertifiedAsync(Code.Of(type.Key.Type), day.Key, type.Key.Region, ct);
                gone.AddRange(type.Select(f => f.Visit with { Reason = away.TryGetValue(f.Visit.Technician, out var why) && Clearance.Keeps(why) ? $"Away.{why}" : certified.Contains(f.Visit.Technician) ? null : "Dispatch.Reassign.NotCertified" })
                    .Where(v => v.Reason is not null));
            }
        }
        return [.. gone.OrderBy(v => v.WindowStart).ThenBy(v => v.Order, StringComparer.Ordinal)];
    }

    /// <summary>Leave and leaving are whole days: the middle of one tells.</summary>
    Task<IReadOnlyDictionary<string, Away>> AwayAsync(DateOnly day, CancellationToken ct)
    {
        var noon = company.CalendarAt(time.Now()).StartOf(day).AddHours(12);
        return staff.AwayAsync(noon, noon, ct);
    }

    public async Task<IReadOnlyList<VisitsOfDay>> VisitsAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var calendar = company.CalendarAt(time.Now());
        var (start, end) = (calendar.StartOf(from), calendar.EndOf(to));
        var visits = await (from order in db.Set<ServiceOrder>().AsNoTracking() join technician in db.Set<Technician>() on order.TechnicianId equals technician.Id
                            where order.WindowStart >= start && order.WindowStart < end && order.Status != OrderStatus.Cancelled select new { technician.Code, order.WindowStart }).ToListAsync(ct);
        return [.. visits.GroupBy(v => (v.Code, Day: company.LocalDay(v.WindowStart!.Value))).Select(g => new VisitsOfDay(g.Key.Code, g.Key.Day, g.Count())).OrderBy(v => v.Day).ThenBy(v => v.Technician, StringComparer.Ordinal)];
    }

    async Task<List<Found>> FindAsync(IQueryable<ServiceOrder> orders, CancellationToken ct) => await (
        from order in orders.AsNoTracking()
        join technician in db.Set<Technician>() on order.TechnicianId equals technician.Id
        join model in db.Set<ProductModel>() on order.ModelId equals model.Id into models
        from model in models.DefaultIfEmpty()
        orderby order.WindowStart, order.Id
        select new Found(new PlannedVisit(order.Number, technician.Code, technician.Name, order.WindowStart, order.WindowEnd, null), model == null ? null : model.Type, order.Region)).ToListAsync(ct);
}
