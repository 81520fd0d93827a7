using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Assessments;

/// <summary>A page about one assessment.</summary>
internal abstract class AssessmentPage : ActPage<Assessment>
{
    public Assessment Assessment => Record;
    protected StaffDbContext Db => Ask<StaffDbContext>();

    protected override async Task<Assessment> FindAsync(bool toChange, CancellationToken ct)
    {
        var assessments = Db.Set<Assessment>().Include(a => a.Lines);
        return await (toChange ? assessments : assessments.AsNoTracking()).FirstOrDefaultAsync(a => a.PublicId == Id, ct) ?? throw new NotThere();
    }

    protected override Task SaveAsync(Assessment acted, CancellationToken ct) => Db.SaveChangesAsync(ct);
}

/// <summary>One assessment: numbers frozen, each opening its rows, and the manager's part.</summary>
[Permission(StaffPermissions.ReadAssessments)]
internal sealed class DetailsModel(MeasureAssessments measure, StaffRoll roll) : AssessmentPage
{
    [BindProperty] public Dictionary<int, int?> Ratings { get; set; } = [];
    [BindProperty] public string? Summary { get; set; }
    public bool MayRate => May(StaffPermissions.RateAssessments);
    protected override string Home => $"/Staff/Assessments/Details/{Id}";

    public async Task<IActionResult> OnPostMeasureAsync(CancellationToken ct) => MayRate ? await ActAsync((assessment, _) => measure.MeasureAsync(assessment, null, ct), ct) : Forbid();

    public async Task<IActionResult> OnPostRateAsync(CancellationToken ct)
    {
        if (!MayRate) return Forbid();
        var (employee, due) = (Guid.Empty, default(DateOnly));
        var done = await ActAsync((assessment, now) =>
        {
            assessment.Rate(Ratings, Summary, now, Actor);
            (employee, due) = (assessment.EmployeeId, assessment.Due);
        }, ct);
        await roll.TellAsync(employee, new Notice($"assessment-rated:{Id:N}", "Assessments.Tell", [due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)], $"/Staff/Assessments/Sign/{Id}"), ct);
        return done;
    }
}
