using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>The risk register, by state, category, score and owner; the heat map leads here with one field of it.</summary>
[Permission(RiskPermissions.Read)]
internal sealed class IndexModel(RiskDbContext db, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "open";
    [BindProperty(SupportsGet = true)] public RiskCategory? Category { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    /// <summary>Field of a heat map: inherent, residual or target.</summary>
    [BindProperty(SupportsGet = true)] public string? Map { get; set; }
    [BindProperty(SupportsGet = true)] public int? Likelihood { get; set; }
    [BindProperty(SupportsGet = true)] public int? Consequence { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<RegisteredRisk> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public DateOnly Today { get; private set; }
    RiskPolicy _policy = new();

    public BandShown Band(Level level) => new(level, _policy.BandOf(level.Score));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_RiskRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 10_000);
        (Today, _policy) = (company.LocalDay(time.Now()), policies.At<RiskPolicy>(time.Now()).Value);
        var risks = db.Set<RegisteredRisk>().AsNoTracking().Shown(State, Today);
        if (Category is { } category) risks = risks.Where(r => r.Category == category);
        if (Map is { } map && Likelihood is { } likelihood && Consequence is { } consequence) risks = risks.At(map, likelihood, consequence);
        if (Q?.Trim() is { Length: > 0 } q) risks = risks.Where(r => r.Number == q || r.Title.Contains(q) || r.Event.Contains(q) || r.OwnerName == q);
        var found = await risks.OrderByDescending(r => r.Residual.Likelihood * r.Residual.Consequence).ThenBy(r => r.Id).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public string QueryOfPage(int page) => $"?state={Uri.EscapeDataString(State)}&category={Category}&q={Uri.EscapeDataString(Q ?? "")}&map={Uri.EscapeDataString(Map ?? "")}&likelihood={Likelihood}&consequence={Consequence}&pageNo={page}";
}
