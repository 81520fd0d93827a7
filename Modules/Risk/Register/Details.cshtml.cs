using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>One risk: its words and levels, every rating there was, reviews, treatments, controls, what happened of it.</summary>
[Permission(RiskPermissions.Read)]
internal sealed class DetailsModel(RiskDbContext db, Owners owners, IPolicies policies) : RiskPage<RegisteredRisk>(db)
{
    public sealed record Form
    {
        public string? Conclusion { get; init; }
        public string? Because { get; init; }
        public string? Result { get; init; }
    }

    public sealed record StepForm
    {
        public string? What { get; init; }
        public string? Owner { get; init; }
        public DateOnly? Due { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public RatingForm Rating { get; set; } = new();
    [BindProperty] public StepForm Step { get; set; } = new();
    [BindProperty] public long StepId { get; set; }
    public RegisteredRisk Risk => Record;
    public IReadOnlyList<AccountName> People { get; private set; } = [];
    public IReadOnlyList<Control> Controls { get; private set; } = [];
    public IReadOnlyList<RiskEvent> Happened { get; private set; } = [];
    public bool MayKeep => May(RiskPermissions.Keep) && Risk.IsOpen;
    RiskPolicy Policy => policies.At<RiskPolicy>(Now).Value;
    protected override string Home => $"/Risk/Register/Details/{Id}";

    public BandShown Band(Level level) => new(level, Policy.BandOf(level.Score));

    protected override IQueryable<RegisteredRisk> Whole(IQueryable<RegisteredRisk> risks) => risks.Whole();

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        if (!HttpContext.Request.HasFormContentType || Rating.Reason is null) Rating = RatingForm.Of(Risk);
        People = await owners.AllAsync(ct);
        Controls = await Db.Set<Control>().AsNoTracking().Whole().Where(c => c.Risks.Any(r => r.RiskId == Risk.Id)).OrderBy(c => c.Id).ToListAsync(ct);
        Happened = await Db.Set<RiskEvent>().AsNoTracking().Where(e => e.Risks.Any(r => r.RiskId == Risk.Id)).OrderByDescending(e => e.HappenedAt).ToListAsync(ct);
    }

    public Task<IActionResult> OnPostRateAsync(CancellationToken ct) => KeepAsync((r, now) => r.Rate(Rating.Levels, Rating.Reason, Policy, Today, now, Actor), ct);

    public Task<IActionResult> OnPostReviewAsync(CancellationToken ct) => KeepAsync((r, _) => r.Review(Input.Conclusion, Policy, Today, Actor), ct);

    public async Task<IActionResult> OnPostTreatAsync(CancellationToken ct)
    {
        var owner = await owners.OfAsync(Step.Owner, ct);
        return await KeepAsync((r, _) => r.Treat(Step.What, owner, Step.Due, Today), ct);
    }

    /// <summary>Whoever owns the treatment may report it as done.</summary>
    public async Task<IActionResult> OnPostFinishAsync(CancellationToken ct)
    {
        var mine = await Db.Set<RegisteredRisk>().AnyAsync(r => r.PublicId == Id && r.Treatments.Any(t => t.Id == StepId && t.OwnerId == Actor.Id), ct);
        return mine || May(RiskPermissions.Keep) ? await ActAsync((r, _) => r.FinishTreatment(StepId, Input.Result, Today, Actor), ct) : Forbid();
    }

    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => KeepAsync((r, _) => r.Close(Input.Because, Today), ct);

    async Task<IActionResult> KeepAsync(Action<RegisteredRisk, DateTime> act, CancellationToken ct) => May(RiskPermissions.Keep) ? await ActAsync(act, ct) : Forbid();
}
