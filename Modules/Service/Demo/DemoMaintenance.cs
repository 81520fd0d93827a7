using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Maintenance;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Bogus;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Demo;

/// <summary>
/// What was offered and what came of it, read backwards from the maintenance orders that the demo company has: each was due around the day it was done,
/// some were offered to others who said no or did not answer. Random numbers of its own, so that orders stay as they are.
/// </summary>
internal sealed class DemoMaintenance(IServiceScopeFactory scopes, ICompany company) : IDemoPart
{
    const int Chunk = 500;

    sealed record Done(long OrderId, long ApplianceId, ProductType Type, DateTime ReceivedAt, DateOnly Day);

    public int Order => 22;

    public async Task<bool> HasDataAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<MaintenancePlan>().AnyAsync(ct);
    }

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var random = new Randomizer(plan.Seed + 2);
        var policy = new MaintenancePolicy();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        db.TellsNobody = true;
        var done = (await (from o in db.Set<ServiceOrder>().AsNoTracking()
                           where o.Kind == OrderKind.Maintenance && o.CompletedAt != null && o.ApplianceId != null && (o.Outcome == VisitOutcome.Fixed || o.Outcome == VisitOutcome.NoFault)
                           join m in db.Set<ProductModel>() on o.ModelId equals m.Id
                           where m.Type != null
                           orderby o.CompletedAt
                           select new { o.Id, ApplianceId = o.ApplianceId!.Value, Type = m.Type!.Value, o.ReceivedAt, CompletedAt = o.CompletedAt!.Value }).ToListAsync(ct))
            .Select(o => new Done(o.Id, o.ApplianceId, o.Type, o.ReceivedAt, company.LocalDay(o.CompletedAt))).ToList();
        var seen = new HashSet<long>();
        foreach (var some in done.Where(d => seen.Add(d.ApplianceId)).Chunk(Chunk))
        {
            var told = some.Select(d => (Done: d, Interval: policy.Intervals.FirstOrDefault(i => i.Type == d.Type))).Where(t => t.Interval is not null)
                .Select(t => (t.Done, Plan: PlanDueOn(t.Done.ApplianceId, t.Interval!, t.Done.Day.AddDays(random.Int(-20, 25))))).ToList();
            db.AddRange(told.Select(t => t.Plan));
            await db.SaveChangesAsync(ct); // offers refer to their plans
            foreach (var (order, item) in told) Accept(db, item, order, random);
            await db.SaveChangesAsync(ct);
            await DeclineAsync(db, some, seen, policy, plan, random, ct);
        }
        return 0;
    }

    static MaintenancePlan PlanDueOn(long appliance, MaintenanceInterval interval, DateOnly due) => MaintenancePlan.Of(appliance, interval, due.AddMonths(-interval.Months), due);

    DateTime Night(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).StartOf(day).AddMinutes(150);

    MaintenanceProposal Offer(MaintenancePlan plan, DateOnly day, Randomizer random) => plan.Propose(plan.NextDue.DayNumber - day.DayNumber, day, Night(day), new Guid(random.Bytes(16)))!;

    void Accept(ServiceDbContext db, MaintenancePlan plan, Done order, Randomizer random)
    {
        var day = plan.NextDue.AddDays(-30) is var planned && Night(planned) < order.ReceivedAt ? planned : company.LocalDay(order.ReceivedAt).AddDays(-1);
        var offer = Offer(plan, day, random);
        offer.Book(order.OrderId, order.ReceivedAt);
        offer.Done(order.Day);
        plan.Done(order.Day);
        db.Add(offer);
    }

    /// <summary>For every two that were booked about three were not, on appliances that nobody came to.</summary>
    async Task DeclineAsync(ServiceDbContext db, IReadOnlyList<Done> booked, HashSet<long> seen, MaintenancePolicy policy, DemoPlan plan, Randomizer random, CancellationToken ct)
    {
        var others = await (from a in db.Set<Appliance>().AsNoTracking()
                            where !db.Set<MaintenancePlan>().Any(p => p.ApplianceId == a.Id) && !db.Set<ServiceOrder>().Any(o => o.ApplianceId == a.Id && o.Kind == OrderKind.Maintenance)
                            join m in db.Set<ProductModel>() on a.ModelId equals m.Id
                            where m.Type != null
                            orderby a.Id
                            select new { a.Id, Type = m.Type!.Value }).Take(booked.Count * 3 / 2).ToListAsync(ct);
        var told = others.Where(o => seen.Add(o.Id)).Select(o => (o.Id, Interval: policy.Intervals.FirstOrDefault(i => i.Type == o.Type))).Where(o => o.Interval is not null)
            .Select(o => PlanDueOn(o.Id, o.Interval!, random.ListItem([.. booked]).Day.AddDays(random.Int(-10, 40)))).ToList();
        db.AddRange(told);
        await db.SaveChangesAsync(ct);
        foreach (var item in told.Where(p => p.NextDue.AddDays(-30) < plan.Until))
        {
            var offer = Offer(item, item.NextDue.AddDays(-30), random);
            db.Add(offer);
            var answered = Night(item.NextDue.AddDays(random.Int(-25, 10))).AddHours(8);
            if (answered >= company.CalendarAt(DateTime.UnixEpoch).EndOf(plan.Until)) continue; // still open
            offer.Close(random.Double() < 0.9 ? ProposalState.Declined : ProposalState.NoAnswer, answered);
            item.Skip(offer.DueOn);
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
