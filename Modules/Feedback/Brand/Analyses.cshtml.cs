using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>The analyses that each month owes, and who signed them.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class AnalysesModel(FeedbackDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int MostShown = 72;

    public sealed record Form
    {
        public string? Findings { get; init; }
        public string? Actions { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public AnalysisKind Kind { get; set; }
    [BindProperty] public DateOnly Month { get; set; }
    public DateOnly Today => company.LocalDay(time.Now());
    public IReadOnlyList<Analysis> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) =>
        Rows = await db.Set<Analysis>().AsNoTracking().OrderByDescending(a => a.Month).ThenBy(a => a.Id).Take(MostShown).ToListAsync(ct);

    public async Task<IActionResult> OnPostSignAsync(CancellationToken ct)
    {
        if (!May(FeedbackPermissions.SignAnalyses)) return Forbid();
        var analysis = await db.Set<Analysis>().SingleOrDefaultAsync(a => a.Kind == Kind && a.Month == Month, ct) ?? throw new NotThere();
        analysis.Sign(Input.Findings, Input.Actions, Today, Actor);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Feedback/Brand/Analyses");
    }

    /// <summary>The page whose month is to be looked at.</summary>
    public string PageOf(Analysis analysis) => analysis.Kind switch
    {
        AnalysisKind.Surveys => $"/Feedback/Surveys/Analysis?from={analysis.Month:yyyy-MM-dd}&to={analysis.Month.AddMonths(1).AddDays(-1):yyyy-MM-dd}",
        AnalysisKind.Complaints => $"/Feedback/Complaints/Analysis?from={analysis.Month:yyyy-MM-dd}&to={analysis.Month.AddMonths(1).AddDays(-1):yyyy-MM-dd}",
        _ => "/Feedback/Brand",
    };
}
