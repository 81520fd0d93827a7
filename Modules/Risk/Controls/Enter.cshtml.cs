using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Controls;

/// <summary>A control that holds one risk or several down.</summary>
[Permission(RiskPermissions.Control)]
internal sealed class EnterModel(RiskDbContext db, Owners owners, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public ControlKind Kind { get; init; }
        public string? Name { get; init; }
        public string? What { get; init; }
        public string? Owner { get; init; }
        public int? TestMonths { get; init; } = 3;
        public long[] Risks { get; init; } = [];
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public Guid? Risk { get; set; }
    public IReadOnlyList<AccountName> People { get; private set; } = [];
    public IReadOnlyList<RegisteredRisk> Risks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form { Owner = Actor.Id, Risks = [.. Risks.Where(r => r.PublicId == Risk).Select(r => r.Id)] };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        People = await owners.AllAsync(ct);
        Risks = await db.Set<RegisteredRisk>().AsNoTracking().Where(r => r.ClosedOn == null).OrderBy(r => r.Category).ThenBy(r => r.Id).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        var control = Control.Introduce(Input.Kind, Input.Name, Input.What, await owners.OfAsync(Input.Owner, ct), Input.TestMonths, Input.Risks, company.LocalDay(now), now);
        db.Add(control);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Risk/Controls/Details/{control.PublicId}");
    }
}
