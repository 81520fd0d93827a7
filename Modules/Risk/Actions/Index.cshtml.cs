using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Actions;

/// <summary>Corrective actions by their stage of plan, do, check, act; overdue ones first.</summary>
[Permission(RiskPermissions.ReadActions)]
internal sealed class IndexModel(RiskDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 50;
    public static readonly ActionStage[] Stages = [ActionStage.Plan, ActionStage.Do, ActionStage.Check, ActionStage.Act];

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "open";
    [BindProperty(SupportsGet = true)] public ActionSource? Source { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<CorrectiveAction> Rows { get; private set; } = [];
    public IReadOnlyDictionary<ActionStage, (int All, int Overdue)> Counts { get; private set; } = new Dictionary<ActionStage, (int, int)>();
    public bool More { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_ActionRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 10_000);
        var today = Today = company.LocalDay(time.Now());
        Counts = (await db.Set<CorrectiveAction>().GroupBy(a => a.Stage).Select(g => new { g.Key, All = g.Count(), Overdue = g.Count(a => a.NextDue < today) }).ToListAsync(ct)).ToDictionary(g => g.Key, g => (g.All, g.Overdue));
        var actions = db.Set<CorrectiveAction>().AsNoTracking().Include(a => a.Rounds).Shown(State, today, Actor.Id);
        if (Source is { } source) actions = actions.Where(a => a.Source == source);
        if (Q?.Trim() is { Length: > 0 } q) actions = actions.Where(a => a.Number == q || a.Problem.Contains(q) || a.OwnerName == q || a.Triggers.Any(t => t.AboutLabel == q));
        var found = await actions.OrderBy(a => a.NextDue == null).ThenByDescending(a => a.NextDue < today).ThenBy(a => a.NextDue).ThenByDescending(a => a.Id).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public string QueryOfPage(int page) => $"?state={Uri.EscapeDataString(State)}&source={Source}&q={Uri.EscapeDataString(Q ?? "")}&pageNo={page}";
}
