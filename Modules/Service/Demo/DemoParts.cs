using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Parts;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Bogus;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Demo;

/// <summary>Parts that jobs waited for, what the vans carry, instruments with one overdue, a recall half done, old parts mostly back. Random numbers of its own.</summary>
internal sealed class DemoParts(IServiceScopeFactory scopes, ICompany company) : IDemoPart
{
    static readonly Actor Keeper = new("demo-dispatcher-1", "周敏");
    static readonly string[] Suppliers = ["晨光配件中心", "苏州通用电器配件", "厂家直发"];
    static readonly (string Kind, string Name)[] Kinds = [("GP", "燃气压力计"), ("CO", "烟气分析仪"), ("MT", "数字万用表")];

    public int Order => 23;

    public async Task<bool> HasDataAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<Instrument>().AnyAsync(ct);
    }

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var random = new Randomizer(plan.Seed + 3);
        var end = company.CalendarAt(DateTime.UnixEpoch).EndOf(plan.Until);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        db.TellsNobody = true;
        var technicians = await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(ct);
        var parts = (await db.Set<ModelPart>().AsNoTracking().OrderBy(p => p.Number).ToListAsync(ct)).DistinctBy(p => p.Number).ToList();
        Equip(db, technicians, parts, plan, end, random);
        await RequestsAsync(db, parts, end, random, ct);
        await RecallAsync(db, plan, end, random, ct);
        await OldPartsAsync(db, end, random, ct);
        await db.SaveChangesAsync(ct);
        return 0;
    }

    /// <summary>Vans and instruments; of each kind of instrument one is overdue by a week.</summary>
    static void Equip(ServiceDbContext db, List<Technician> technicians, List<ModelPart> parts, DemoPlan plan, DateTime end, Randomizer random)
    {
        foreach (var (technician, i) in technicians.Select((t, i) => (t, i)))
        {
            foreach (var part in parts.Where((_, n) => (n + i) % 3 != 0))
            {
                var minimum = random.Int(1, 3);
                db.Add(VanStock.Open(technician.Id, part.Number, part.NameZh, random.Double() < 0.12 ? random.Int(0, minimum - 1) : minimum + random.Int(0, 4), minimum, end.AddDays(-random.Int(1, 20)), Keeper, Id(random)));
            }
            var (kind, name) = Kinds[i % Kinds.Length];
            var due = i < Kinds.Length ? plan.Until.AddDays(-7) : plan.Until.AddDays(random.Int(10, 300));
            db.Add(Instrument.Register($"{kind}-{i + 1:00}", name, $"{kind}{random.Int(10000, 99999)}", technician.Id, due.AddYears(-1), due, $"JZ{random.Int(100000, 999999)}", end, Id(random)));
        }
    }

    /// <summary>Every trip that ended for want of a part asked for one; the last ones are still on their way.</summary>
    async Task RequestsAsync(ServiceDbContext db, List<ModelPart> parts, DateTime end, Randomizer random, CancellationToken ct)
    {
        var waited = await db.Set<Visit>().Include(v => v.Order).Where(v => v.Outcome == VisitOutcome.PartNeeded && v.FinishedAt != null).OrderBy(v => v.Id).ToListAsync(ct);
        foreach (var visit in waited)
        {
            var (part, asked, order) = (random.ListItem(parts), visit.FinishedAt!.Value, visit.Order);
            if (!order.IsOpen) continue; // a request belongs to a job that goes on; what is over needs none
            var request = PartRequest.Ask(order, part.Number, part.NameZh, 1, null, asked, Keeper, Id(random));
            db.Add(request);
            var ordered = asked.AddHours(random.Double(1, 20)).CutToMilliseconds();
            if (ordered >= end) continue;
            request.PlaceOrder(random.ArrayElement(Suppliers), $"PO{random.Int(10000, 99999)}", company.LocalDay(ordered).AddDays(random.Int(1, 4)), company.LocalDay(ordered), ordered, Keeper);
            if (ordered.AddDays(3) is var arrives && arrives < end) request.Arrive(arrives, Keeper);
        }
        if (waited.Exists(v => v.Order.IsOpen)) return;
        foreach (var (order, i) in (await db.Set<ServiceOrder>().Where(o => o.SortDue != null && o.Kind == OrderKind.Repair && o.TechnicianId != null).OrderBy(o => o.Id).Take(4).ToListAsync(ct)).Select((o, i) => (o, i)))
        {
            var asked = end.AddHours(-30 + i);
            if (asked < order.ReceivedAt) asked = order.ReceivedAt;
            var request = PartRequest.Ask(order, parts[i].Number, parts[i].NameZh, 1, null, asked, Keeper, Id(random));
            db.Add(request);
            if (i > 0 && asked.AddHours(1) < end) request.PlaceOrder(Suppliers[i % Suppliers.Length], $"PO{random.Int(10000, 99999)}", company.LocalDay(end).AddDays(i), company.LocalDay(asked), asked.AddHours(1), Keeper);
        }
    }

    static async Task RecallAsync(ServiceDbContext db, DemoPlan plan, DateTime end, Randomizer random, CancellationToken ct)
    {
        var model = await db.Set<ProductModel>().AsNoTracking().Where(m => m.Type == ProductType.GasInstantaneous).OrderBy(m => m.Id).FirstAsync(ct);
        var units = (await db.Set<Appliance>().AsNoTracking().Where(a => a.ModelId == model.Id && a.Serial != null).OrderBy(a => a.Serial).Take(60).ToListAsync(ct)).Where(a => a.Serial!.StartsWith("SN", StringComparison.Ordinal)).ToList();
        if (units.Count == 0) return;
        var recall = Recall.Start("ZH-01", "更换点火线束", "拆下面板，检查点火线束编号，A 批次的更换为 B 批次，拍照留存。", model.Id, units[0].Serial!, units[^1].Serial!, plan.Until.AddDays(-60), end.AddDays(-60), Id(random));
        foreach (var unit in units.Where(_ => random.Double() < 0.55)) recall.Done(unit, null, end.AddDays(-random.Double(1, 55)).CutToMilliseconds(), Keeper);
        db.Add(recall);
    }

    static async Task OldPartsAsync(ServiceDbContext db, DateTime end, Randomizer random, CancellationToken ct)
    {
        foreach (var visit in await db.Set<Visit>().Include(v => v.Parts).Where(v => v.Parts.Any(p => p.OldPartDueBack)).OrderBy(v => v.Id).ToListAsync(ct))
            foreach (var part in visit.Parts.Where(p => p.OldPartDueBack))
                if (random.Double() < 0.96 && part.At.AddDays(random.Double(0.5, 9)).CutToMilliseconds() is var back && back < end) visit.TakeBack(part.Id, back, Keeper);
    }

    static Guid Id(Randomizer random) => new(random.Bytes(16));
}
