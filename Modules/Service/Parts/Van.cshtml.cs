using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>One part in one van: loaded, given back, counted, and every move there was.</summary>
[Permission(ServicePermissions.ReadParts)]
internal sealed class VanModel : ActPage<VanStock>
{
    /// <summary>What a person enters; the rest comes from visits.</summary>
    public static readonly IReadOnlyList<StockMoveKind> Kinds = [StockMoveKind.Loaded, StockMoveKind.Counted, StockMoveKind.GivenBack];

    public sealed record Form(StockMoveKind Kind = StockMoveKind.Loaded, int Amount = 1, int Minimum = 0);

    [BindProperty] public Form Input { get; set; } = new();
    public VanStock Shown => Record;
    public string Technician { get; private set; } = "";
    protected override string Home => "/Service/Parts/Van/" + Id;

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form(Minimum: Record.Minimum);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Technician = await Ask<ServiceDbContext>().Set<Technician>().Where(t => t.Id == Record.TechnicianId).Select(t => t.Name).SingleAsync(ct);
    }

    protected override async Task<VanStock> FindAsync(bool toChange, CancellationToken ct)
    {
        var db = Ask<ServiceDbContext>();
        var stocks = db.Set<VanStock>().Include(s => s.Moves);
        var stock = await (toChange ? stocks : stocks.AsNoTracking()).FirstOrDefaultAsync(s => s.PublicId == Id, ct) ?? throw new NotThere();
        return May(ServicePermissions.KeepParts) || await db.TechnicianOfAsync(User, ct) == stock.TechnicianId ? stock : throw new NotThere();
    }

    protected override Task SaveAsync(VanStock acted, CancellationToken ct) => Ask<ServiceDbContext>().SaveChangesAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(ServicePermissions.KeepParts)) return Forbid();
        return await ActAsync((s, now) =>
        {
            if (!Kinds.Contains(Input.Kind)) throw new Kernel.RuleViolation("Shell.ValueMissing") { Field = "Input.Kind" };
            if (Input.Amount != 0 || Input.Kind == StockMoveKind.Counted) s.Move(Input.Kind, Input.Amount, null, now, Actor);
            if (s.Minimum != Input.Minimum) s.Keep(Input.Minimum);
        }, ct);
    }
}
