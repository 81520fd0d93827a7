using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>The quarters' relationship samples, with the seed from which each can be drawn again.</summary>
[Permission(FeedbackPermissions.ReadSurveys)]
internal sealed class SamplesModel(FeedbackDbContext db, DrawRelationshipSample draw, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    const int MostShown = 40;

    public IReadOnlyList<RelationshipSample> Rows { get; private set; } = [];
    public DateOnly Quarter => RelationshipSample.QuarterOf(company.LocalDay(time.Now()));
    public int Size => policies.At<SurveyPolicy>(time.Now()).Value.RelationshipSample;
    public int Months => policies.At<SurveyPolicy>(time.Now()).Value.RelationshipMonths;
    public bool MayDraw => May(FeedbackPermissions.DesignSurveys) && Rows.All(r => r.Quarter != Quarter);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) =>
        Rows = await db.Set<RelationshipSample>().AsNoTracking().Include(s => s.Strata).OrderByDescending(s => s.Quarter).Take(MostShown).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(FeedbackPermissions.DesignSurveys)) return Forbid();
        if (await draw.DrawAsync(RelationshipSample.NewSeed(), Actor, ct) is null) throw new RuleViolation("Surveys.Samples.DrawnAlready");
        return LocalRedirect("/Feedback/Surveys/Samples");
    }
}
