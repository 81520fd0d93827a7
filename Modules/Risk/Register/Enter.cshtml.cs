using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>A risk that somebody saw; it may follow from an event that nobody had foreseen.</summary>
[Permission(RiskPermissions.Keep)]
internal sealed class EnterModel(RiskDbContext db, Owners owners, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty] public RiskForm Input { get; set; } = new();
    [BindProperty] public RatingForm Rating { get; set; } = new();
    /// <summary>Event that it was learnt from.</summary>
    [BindProperty(SupportsGet = true)] public Guid? From { get; set; }
    public IReadOnlyList<AccountName> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new RiskForm { Owner = Actor.Id };
        if (From is { } id && await db.Set<RiskEvent>().AsNoTracking().FirstOrDefaultAsync(e => e.PublicId == id, ct) is { } happened) Input.Event = happened.What;
    }

    public override async Task LoadAsync(CancellationToken ct) => People = await owners.AllAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        var risk = RegisteredRisk.Register(Input.Facts(await owners.OfAsync(Input.Owner, ct)), Rating.Levels, policies.At<RiskPolicy>(now).Value, company.LocalDay(now), now, Actor);
        db.Add(risk);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Risk/Register/Details/{risk.PublicId}");
    }
}

/// <summary>Words of a risk as typed.</summary>
internal sealed record RiskForm
{
    public RiskCategory Category { get; set; }
    public string? Title { get; set; }
    public string? Cause { get; set; }
    public string? Event { get; set; }
    public string? Effect { get; set; }
    public RiskResponse Response { get; set; } = RiskResponse.Reduce;
    public string? Owner { get; set; }

    public RiskFacts Facts(Owner owner) => new(Category, Title, Cause, Event, Effect, Response, owner);

    public static RiskForm Of(RegisteredRisk risk) => new() { Category = risk.Category, Title = risk.Title, Cause = risk.Cause, Event = risk.Event, Effect = risk.Effect, Response = risk.Response, Owner = risk.OwnerId };
}

/// <summary>The three levels as typed.</summary>
internal sealed record RatingForm
{
    public int InherentLikelihood { get; set; } = 3;
    public int InherentConsequence { get; set; } = 3;
    public int ResidualLikelihood { get; set; } = 3;
    public int ResidualConsequence { get; set; } = 3;
    public int TargetLikelihood { get; set; } = 2;
    public int TargetConsequence { get; set; } = 2;
    public string? Reason { get; set; }

    public Levels Levels => new(new Level(InherentLikelihood, InherentConsequence), new Level(ResidualLikelihood, ResidualConsequence), new Level(TargetLikelihood, TargetConsequence));

    public static RatingForm Of(RegisteredRisk risk) => new()
    {
        InherentLikelihood = risk.Inherent.Likelihood, InherentConsequence = risk.Inherent.Consequence, ResidualLikelihood = risk.Residual.Likelihood, ResidualConsequence = risk.Residual.Consequence,
        TargetLikelihood = risk.Target.Likelihood, TargetConsequence = risk.Target.Consequence,
    };
}
