using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>The trips of an order, as a part of the order's page.</summary>
[Permission(ServicePermissions.ReadOrders)]
internal sealed class OfOrderModel(ServiceDbContext db, IPermissions permissions) : ModulePage
{
    IReadOnlyDictionary<long, CheckList> _lists = new Dictionary<long, CheckList>();

    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    public IReadOnlyList<(Visit Visit, string Technician)> Rows { get; private set; } = [];

    public CheckList? ListOf(Visit visit) => visit.CheckListId is { } id ? _lists.GetValueOrDefault(id) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var orders = db.Set<ServiceOrder>().VisibleTo(await db.ViewerAsync(permissions, User, ct));
        var order = await orders.AsNoTracking().Where(o => o.Number == Number).Select(o => (long?)o.Id).FirstOrDefaultAsync(ct) ?? throw new NotThere();
        var visits = await FieldWork.Whole(db.Set<Visit>().AsNoTracking()).Where(v => v.OrderId == order).OrderByDescending(v => v.Trip).ToListAsync(ct);
        var (people, lists) = (visits.Select(v => v.TechnicianId).ToList(), visits.Select(v => v.CheckListId).ToList());
        var names = await db.Set<Technician>().AsNoTracking().Where(t => people.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, ct);
        _lists = await db.Set<CheckList>().AsNoTracking().Include(l => l.Items).Where(l => lists.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        Rows = [.. visits.Select(v => (v, names[v.TechnicianId]))];
        return WantsFragment ? Fragment("_OfOrder", this) : Page();
    }
}
