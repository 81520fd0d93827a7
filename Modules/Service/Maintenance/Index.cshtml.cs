using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Maintenance;

/// <summary>Regular work that is due, and what the customers said; the earliest due day first.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class IndexModel(ServiceDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int Size = 50;

    public sealed record Row(Guid Id, DateOnly DueOn, MaintenanceWork Work, ProposalState State, string? Customer, string? Address, string? Product, string? Serial, Guid Appliance, string? Order);

    [BindProperty(SupportsGet = true)] public ProposalState State { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<ProposalState, int> Counts { get; private set; } = new Dictionary<ProposalState, int>();
    public bool More { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        PageNo = Math.Clamp(PageNo, 1, 10_000);
        Counts = await db.Set<MaintenanceProposal>().GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var found = await (from p in db.Set<MaintenanceProposal>().AsNoTracking()
                           where p.State == State
                           join a in db.Set<Appliance>() on p.ApplianceId equals a.Id
                           join m in db.Set<ProductModel>() on a.ModelId equals m.Id into models from m in models.DefaultIfEmpty()
                           join c in db.Set<Customer>() on a.CustomerId equals c.Id into customers from c in customers.DefaultIfEmpty()
                           join o in db.Set<ServiceOrder>() on p.OrderId equals o.Id into orders from o in orders.DefaultIfEmpty()
                           orderby p.DueOn, p.Id
                           select new Row(p.PublicId, p.DueOn, p.Work, p.State, c == null ? null : c.Name, a.Address, m == null ? null : m.Name, a.Serial, a.PublicId, o == null ? null : o.Number))
            .Skip((PageNo - 1) * Size).Take(Size + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(Size)], found.Count > Size);
    }
}
