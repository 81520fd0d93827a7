using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>One act for the orders chosen in the list: shown for review first, then done to each, with an answer for each.</summary>
[Permission(ServicePermissions.ReadOrders)]
internal sealed class ManyModel(ActOnMany many, ServiceDbContext db, IPermissions permissions) : ModulePage
{
    internal sealed record Row(string Number, string? Customer, OrderStatus Status);

    [BindProperty(SupportsGet = true)] public ManyAct Act { get; set; }
    /// <summary>Chosen orders, as the check boxes of the list give them.</summary>
    [BindProperty(SupportsGet = true, Name = "order")] public List<string> Order { get; set; } = [];
    [BindProperty] public long? Technician { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Note { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<Technician> Technicians { get; private set; } = [];
    public IReadOnlyList<ManyOutcome>? Outcomes { get; private set; }
    public IReadOnlyList<string> Reasons => many.ReasonsOf(Act);
    public bool WantsNote => Act is ManyAct.Urge or ManyAct.Pause;
    IReadOnlyList<Chosen> Chosen => [.. Order.Select(Requests.Chosen.Parse).OfType<Chosen>()];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Chosen.Count == 0) throw new RuleViolation("Requests.Many.NothingChosen");
        if (!May(ActOnMany.PermissionOf(Act))) return Forbid();
        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var numbers = Chosen.Select(c => c.Number).Take(ActOnMany.Most).ToList();
        Rows = await db.Set<ServiceOrder>().AsNoTracking().VisibleTo(await db.ViewerAsync(permissions, User, ct)).Where(o => numbers.Contains(o.Number)).OrderBy(o => o.Number).Select(o => new Row(o.Number, o.ContactName, o.Status)).ToListAsync(ct);
        if (Act == ManyAct.Assign) Technicians = await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Team).ThenBy(t => t.Name).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(ActOnMany.PermissionOf(Act))) return Forbid();
        Outcomes = await many.RunAsync(new ManyOrder(Act, Technician, Reason, Note), Chosen, Actor, await db.ViewerAsync(permissions, User, ct), ct);
        var page = Page();
        if (Outcomes.All(o => o.Refusal is not null)) page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
