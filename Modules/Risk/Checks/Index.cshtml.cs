using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>What was drawn: to be checked, overdue first, and what came out.</summary>
[Permission(RiskPermissions.ReadChecks)]
internal sealed class IndexModel(RiskDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "open";
    [BindProperty(SupportsGet = true)] public CheckMethod? Method { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Sample { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<SpotCheck> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_CheckRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 10_000);
        Today = company.LocalDay(time.Now());
        var checks = db.Set<SpotCheck>().AsNoTracking().Shown(State, Today, Actor.Id);
        if (Method is { } method) checks = checks.Where(c => c.Method == method);
        if (Sample is { } sample) checks = checks.Where(c => c.Sample.PublicId == sample);
        if (Q?.Trim() is { Length: > 0 } q) checks = checks.Where(c => c.Number == q || c.OrderNumber == q || c.TechnicianName == q || c.CheckerName == q);
        var ordered = State is "done" or "failed" or "all" ? checks.OrderByDescending(c => c.DoneOn ?? c.Due).ThenByDescending(c => c.Id) : checks.OrderBy(c => c.Due).ThenBy(c => c.Id);
        var found = await ordered.Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public string QueryOfPage(int page) => $"?state={Uri.EscapeDataString(State)}&method={Method}&q={Uri.EscapeDataString(Q ?? "")}&sample={Sample}&pageNo={page}";
}
