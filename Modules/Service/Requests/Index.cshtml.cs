using AfterSales.Kernel;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.ReadOrders)]
internal sealed class IndexModel(OrderList list, ServiceDbContext db, IPermissions permissions, TimeProvider time, Shown show) : ModulePage
{
    public static readonly int[] Sizes = [25, 50, 100];

    [BindProperty(SupportsGet = true, Name = "")] public OrderFilter Filter { get; set; } = new();
    public IReadOnlyList<OrderListRow> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public IReadOnlyList<(long Id, string Name)> Technicians { get; private set; } = [];
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>All rows of the page are chosen: for browsers without script.</summary>
    [BindProperty(SupportsGet = true)] public bool All { get; set; }
    /// <summary>What this person may do to several orders at once.</summary>
    public IReadOnlyList<ManyAct> Acts => _acts ??= [.. Enum.GetValues<ManyAct>().Where(a => May(ActOnMany.PermissionOf(a)))];
    IReadOnlyList<ManyAct>? _acts;

    public string Query => QueryOfPage(Filter.PageNo);

    public string QueryOfPage(int page) => Filter.ToQuery(page);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Filter.Q is { Length: > 0 } && !Request.Query.ContainsKey("state")) Filter = Filter with { State = "all" }; // the search box looks everywhere
        (Rows, More) = await list.ReadAsync(Filter, await db.ViewerAsync(permissions, User, ct), time.Now(), ct);
        if (WantsFragment) return Fragment("_OrderRows", this);
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>All that the filters find, not only this page of it.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var rows = await list.ReadAllAsync(Filter, await db.ViewerAsync(permissions, User, ct), time.Now(), ct);
        string[] columns = ["Import.Column.order_no", "Requests.State", "Import.Column.kind", "Import.Column.customer_name", "Import.Column.address", "Import.Column.model", "Requests.Fault", "Import.Column.received_at",
            "ClockKind.Response", "Requests.Export.ResponseDue", "ClockKind.Handling", "Requests.Export.HandlingDue", "Import.Column.technician", "Requests.Window"];
        return TakeAway(new ExportTable($"orders-{show.Time(time.Now())[..10]}", [.. columns.Select(c => T[c])], rows.Select(r => (IReadOnlyList<object?>)
            [r.Number, T.Of(r.Status), T.Of(r.Kind), r.Customer, r.Area, r.Product, r.Fault, show.Time(r.ReceivedAt),
                T.Of(r.Response.Verdict), show.Time(r.Response.Due), T.Of(r.Handling.Verdict), show.Time(r.Handling.Due), r.Technician, show.Window(r.WindowStart, r.WindowEnd)])), format);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Technicians = [.. (await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Name).Select(t => new { t.Id, t.Name }).Take(500).ToListAsync(ct)).Select(t => (t.Id, t.Name))];
        Views = await db.Set<SavedView>().AsNoTracking().Where(v => v.AccountId == Actor.Id).OrderBy(v => v.Name).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostKeepAsync(string? name, string? query, CancellationToken ct)
    {
        db.Add(SavedView.Keep(Actor.Id, name, query));
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Requests?" + query);
    }

    public async Task<IActionResult> OnPostForgetAsync(long id, CancellationToken ct)
    {
        var view = await db.Set<SavedView>().FirstOrDefaultAsync(v => v.Id == id && v.AccountId == Actor.Id, ct) ?? throw new NotThere();
        db.Remove(view);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Requests");
    }
}
