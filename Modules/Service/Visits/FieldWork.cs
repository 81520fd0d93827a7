using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Staff.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>Sets out and arrives, for the phone and for the office alike, and finds what a visit is judged by.</summary>
internal sealed class FieldWork(ServiceDbContext db, OrderRulebook rulebook, IPolicies policies, ICompany company, IStaffDirectory staff, TimeProvider time)
{
    /// <summary>The trip that is under way, tracked, with all its rows; null when there is none.</summary>
    public Task<Visit?> OpenAsync(ServiceOrder order, CancellationToken ct) => Whole(db.Set<Visit>()).SingleOrDefaultAsync(v => v.OrderId == order.Id && v.FinishedAt == null, ct);

    /// <exception cref="RuleViolation">Nobody has set out yet.</exception>
    public async Task<Visit> UnderWayAsync(ServiceOrder order, CancellationToken ct) => await OpenAsync(order, ct) ?? throw new RuleViolation("Visits.NotStarted");

    public static IQueryable<Visit> Whole(IQueryable<Visit> visits) =>
        visits.Include(v => v.Order).Include(v => v.Stamps).Include(v => v.Work).Include(v => v.Parts).Include(v => v.Values).Include(v => v.Photos).AsSplitQuery();

    public VisitPolicy PolicyOf(Visit? visit) => visit is null ? policies.At<VisitPolicy>(time.Now()).Value : policies.Version<VisitPolicy>(visit.PolicyVersion).Value;

    /// <summary>What the visit is judged by. Before arrival the check list is the one now in force.</summary>
    public async Task<VisitRules> RulesAsync(ServiceOrder order, Visit? visit, CancellationToken ct)
    {
        var type = await TypeAsync(order, ct);
        var lists = db.Set<CheckList>().AsNoTracking().Include(l => l.Items);
        var now = time.Now();
        var list = visit?.ArrivedAt is not null
            ? visit.CheckListId is { } kept ? await lists.SingleAsync(l => l.Id == kept, ct) : null
            : order.ModelId is { } model ? await lists.Where(l => l.ModelId == model && l.From <= now).OrderByDescending(l => l.Edition).FirstOrDefaultAsync(ct) : null;
        return new VisitRules(PolicyOf(visit), rulebook.KeptBy(order), type, list);
    }

    async Task<ProductType?> TypeAsync(ServiceOrder order, CancellationToken ct) =>
        order.ModelId is { } model ? await db.Set<ProductModel>().AsNoTracking().Where(m => m.Id == model).Select(m => m.Type).SingleOrDefaultAsync(ct) : null;

    public async Task<Visit> DepartAsync(ServiceOrder order, Moment when, Actor who, CancellationToken ct)
    {
        var visit = await StartAsync(order, ct);
        visit.Depart(when, await RulesAsync(order, visit, ct), who);
        return visit;
    }

    public async Task<Visit> ArriveAsync(ServiceOrder order, Moment when, bool earlyConsent, Actor who, CancellationToken ct)
    {
        var visit = await OpenAsync(order, ct) ?? await StartAsync(order, ct);
        var rules = await RulesAsync(order, visit, ct);
        visit.Arrive(when, earlyConsent, await QualificationAsync(visit.TechnicianId, rules.Type, order.Region, company.LocalDay(when.At), ct), rules, who);
        return visit;
    }

    async Task<Visit> StartAsync(ServiceOrder order, CancellationToken ct)
    {
        var trips = await db.Set<Visit>().CountAsync(v => v.OrderId == order.Id, ct);
        var visit = Visit.Begin(order, trips + 1, policies.At<VisitPolicy>(time.Now()).Version, time.Now());
        db.Add(visit);
        return visit;
    }

    async Task<Qualification> QualificationAsync(long technicianId, ProductType? type, string? region, DateOnly day, CancellationToken ct)
    {
        var code = await db.Set<Technician>().AsNoTracking().Where(t => t.Id == technicianId).Select(t => t.Code).SingleAsync(ct);
        var certificate = await staff.CertificateAsync(code, Code.Of(type), day, region, ct);
        return new Qualification(certificate is not null, certificate);
    }
}
