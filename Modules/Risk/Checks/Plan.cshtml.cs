using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>One plan: what it draws, and every draw with its seed.</summary>
[Permission(RiskPermissions.ReadChecks)]
internal sealed class PlanModel(RiskDbContext db, DrawSamples draw, IPolicies policies) : RiskPage<CheckPlan>(db)
{
    public sealed record Span
    {
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
    }

    public sealed record SampleRow(CheckSample Sample, int Done, int Failed);

    [BindProperty] public Span Period { get; set; } = new();
    public CheckPlan Plan => Record;
    public CheckList List { get; private set; } = null!;
    public IReadOnlyList<SampleRow> Samples { get; private set; } = [];
    public int DaysToCheck => policies.At<CheckPolicy>(Now).Value.DaysToCheck;
    public bool MayPlan => May(RiskPermissions.PlanChecks) && Plan.StoppedOn is null;
    protected override string Home => $"/Risk/Checks/Plan/{Id}";

    protected override IQueryable<CheckPlan> Whole(IQueryable<CheckPlan> plans) => plans.Include(p => p.Checkers);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        List = await Db.Set<CheckList>().AsNoTracking().Include(l => l.Questions).FirstAsync(l => l.Id == Plan.ListId, ct);
        Samples = await Db.Set<CheckSample>().AsNoTracking().Where(s => s.PlanId == Plan.Id).OrderByDescending(s => s.From)
            .Select(s => new SampleRow(s, Db.Set<SpotCheck>().Count(c => c.SampleId == s.Id && c.DoneOn != null), Db.Set<SpotCheck>().Count(c => c.SampleId == s.Id && c.Passed == false))).ToListAsync(ct);
        if (Period.From is null && Plan.PeriodBefore(Today) is var (from, to)) Period = new Span { From = from, To = to };
    }

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken ct)
    {
        if (!May(RiskPermissions.PlanChecks)) return Forbid();
        var plan = await FindAsync(toChange: false, ct);
        var sample = await draw.DrawAsync(plan, Period.From ?? throw new RuleViolation("Shell.ValueMissing") { Field = "Period.From" }, Period.To ?? throw new RuleViolation("Shell.ValueMissing") { Field = "Period.To" }, Sampling.NewSeed(), Actor, ct);
        return LocalRedirect($"/Risk/Checks?state=all&sample={sample.PublicId}");
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct) => May(RiskPermissions.PlanChecks) ? await ActAsync((p, _) => p.Stop(Today), ct) : Forbid();
}
