using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>Check lists, and a new one.</summary>
[Permission(RiskPermissions.ReadChecks)]
internal sealed class ListsModel(RiskDbContext db, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public int? PassScore { get; init; } = 85;
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<CheckList> Lists { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Lists = await db.Set<CheckList>().AsNoTracking().Include(l => l.Questions).OrderBy(l => l.Id).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(RiskPermissions.PlanChecks)) return Forbid();
        var list = CheckList.Write(Input.Name, Input.PassScore, time.Now());
        db.Add(list);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Risk/Checks/List/{list.PublicId}");
    }
}
