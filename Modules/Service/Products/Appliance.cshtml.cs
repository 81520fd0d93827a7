using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Maintenance;
using AfterSales.Service.Parts;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Products;

/// <summary>Everything about one water heater: what it is, what is due, and every order there was.</summary>
[Permission(ServicePermissions.ReadOrders)]
internal sealed class ApplianceModel(ServiceDbContext db, IPermissions permissions, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record OrderRow(string Number, DateTime ReceivedAt, OrderKind Kind, string? Fault, OrderStatus Status, VisitOutcome? Outcome, string? Result, string? Technician);

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public Appliance Appliance { get; private set; } = null!;
    public string? ModelName { get; private set; }
    public ProductType? Type { get; private set; }
    public (Guid Id, string Name)? Customer { get; private set; }
    public ScrapAge? ScrapAge { get; private set; }
    public Guid? Replaced { get; private set; }
    public (Guid Id, string? Serial)? ReplacedBy { get; private set; }
    public IReadOnlyList<Recall> Recalls { get; private set; } = [];
    public IReadOnlyList<MaintenancePlan> Plans { get; private set; } = [];
    public IReadOnlyList<OrderRow> Orders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var viewer = await db.ViewerAsync(permissions, User, ct);
        Appliance = await db.Set<Appliance>().AsNoTracking().FirstOrDefaultAsync(a => a.PublicId == Id, ct) ?? throw new NotThere();
        var orders = db.Set<ServiceOrder>().AsNoTracking().VisibleTo(viewer).Where(o => o.ApplianceId == Appliance.Id);
        if (!viewer.SeesAll && !await orders.AnyAsync(ct)) throw new NotThere(); // whoever has no order on it has no business with it
        var model = await db.Set<ProductModel>().AsNoTracking().Where(m => m.Id == Appliance.ModelId).Select(m => new { m.Name, m.Type }).FirstOrDefaultAsync(ct);
        (ModelName, Type) = (model?.Name, model?.Type);
        if (May(ServicePermissions.ReadCustomers) && await db.Set<Customer>().AsNoTracking().Where(c => c.Id == Appliance.CustomerId).Select(c => new { c.PublicId, c.Name }).FirstOrDefaultAsync(ct) is { } owner) Customer = (owner.PublicId, owner.Name);
        ScrapAge = policies.At<MaintenancePolicy>(time.Now()).Value.ScrapAgeOf(Type, Appliance.PurchasedOn, company.LocalDay(time.Now()));
        Recalls = await db.Set<Recall>().AsNoTracking().OpenForAsync(Appliance, ct);
        if (Appliance.ReplacesSerial is { } old) Replaced = await db.Set<Appliance>().Where(a => a.Serial == old).Select(a => (Guid?)a.PublicId).FirstOrDefaultAsync(ct);
        if (Appliance.Serial is { } serial && await db.Set<Appliance>().AsNoTracking().Where(a => a.ReplacesSerial == serial).Select(a => new { a.PublicId, a.Serial }).FirstOrDefaultAsync(ct) is { } later) ReplacedBy = (later.PublicId, later.Serial);
        Plans = await db.Set<MaintenancePlan>().AsNoTracking().Where(p => p.ApplianceId == Appliance.Id).OrderBy(p => p.NextDue).ToListAsync(ct);
        Orders = await (from o in orders
                        join t in db.Set<Technician>() on o.TechnicianId equals t.Id into technicians from t in technicians.DefaultIfEmpty()
                        orderby o.ReceivedAt descending
                        select new OrderRow(o.Number, o.ReceivedAt, o.Kind, o.FaultCode, o.Status, o.Outcome, o.Result, t == null ? null : t.Name)).Take(500).ToListAsync(ct);
    }
}
