using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Assessments;

/// <summary>The employee reads the own assessment and signs it; nobody else's is there.</summary>
[Permission(StaffPermissions.Own)]
internal sealed class SignModel(StaffRoll roll) : AssessmentPage
{
    [BindProperty] public bool? Agrees { get; set; }
    [BindProperty] public string? Comment { get; set; }
    protected override string Home => $"/Staff/Assessments/Sign/{Id}";

    protected override async Task<Assessment> FindAsync(bool toChange, CancellationToken ct)
    {
        var assessment = await base.FindAsync(toChange, ct);
        return assessment.State is AssessmentState.Rated or AssessmentState.Signed && await roll.SelfAsync(User, ct) == assessment.EmployeeId ? assessment : throw new NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Agrees is not { } agrees) throw new RuleViolation("Assessments.AgreeMissing") { Field = nameof(Agrees) };
        return await ActAsync((assessment, now) => assessment.Sign(agrees, Comment, Today, now), ct);
    }
}
