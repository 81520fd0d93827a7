using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>What is drawn how often, and a new plan.</summary>
[Permission(RiskPermissions.ReadChecks)]
internal sealed class PlansModel(RiskDbContext db, Owners owners, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public CheckMethod Method { get; init; }
        public CheckPeriod Every { get; init; } = CheckPeriod.Month;
        public string? Kind { get; init; }
        public string? ProductType { get; init; }
        public string? Team { get; init; }
        public int? SampleSize { get; init; }
        public double? SamplePercent { get; init; }
        public long? List { get; init; }
        public string[] Checkers { get; init; } = [];
    }

    /// <summary>Codes of order kinds that a plan can keep to.</summary>
    public static readonly string[] Kinds = ["repair", "maintenance", "troubleshooting", "technical_support", "installation", "removal"];

    [BindProperty] public Form Input { get; set; } = new();
    public bool HasTyped => Input.Name is not null;
    public IReadOnlyList<CheckPlan> Plans { get; private set; } = [];
    public IReadOnlyList<CheckList> Lists { get; private set; } = [];
    public IReadOnlyList<AccountName> People { get; private set; } = [];
    public IReadOnlyDictionary<long, CheckSample> LastDraws { get; private set; } = new Dictionary<long, CheckSample>();
    public static IReadOnlyList<string> Types => ProductTypes.Codes;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Plans = await db.Set<CheckPlan>().AsNoTracking().Include(p => p.Checkers).OrderBy(p => p.StoppedOn != null).ThenBy(p => p.Id).ToListAsync(ct);
        Lists = await db.Set<CheckList>().AsNoTracking().OrderBy(l => l.Id).ToListAsync(ct);
        People = await owners.AllAsync(ct);
        LastDraws = (await db.Set<CheckSample>().AsNoTracking().Where(s => !db.Set<CheckSample>().Any(o => o.PlanId == s.PlanId && o.From > s.From)).ToListAsync(ct)).ToDictionary(s => s.PlanId);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(RiskPermissions.PlanChecks)) return Forbid();
        var now = time.Now();
        var checkers = (await owners.AllAsync(ct)).Where(p => Input.Checkers.Contains(p.Id)).Select(p => new Checker(p.Id, p.DisplayName)).ToList();
        var list = await db.Set<CheckList>().Where(l => l.Id == Input.List).Select(l => (long?)l.Id).FirstOrDefaultAsync(ct);
        var population = new Population(Chosen(Input.Kind, Kinds), Chosen(Input.ProductType, Types), string.IsNullOrWhiteSpace(Input.Team) ? null : Input.Team.Trim());
        var plan = CheckPlan.Make(Input.Name, Input.Method, Input.Every, population, Input.SampleSize, Input.SamplePercent, list, checkers, company.LocalDay(now), now);
        db.Add(plan);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Risk/Checks/Plan/{plan.PublicId}");
    }

    static string? Chosen(string? typed, IReadOnlyList<string> known) => known.FirstOrDefault(k => k == typed);
}
