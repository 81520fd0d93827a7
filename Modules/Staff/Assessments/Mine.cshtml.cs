using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Assessments;

/// <summary>Own assessments, once the manager has done his part.</summary>
[Permission(StaffPermissions.Own)]
internal sealed class MineModel(StaffDbContext db, StaffRoll roll, ICompany company, TimeProvider time) : ModulePage
{
    public IReadOnlyList<Assessment> Rows { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        if (await roll.SelfAsync(User, ct) is not { } self) return;
        Rows = await db.Set<Assessment>().AsNoTracking().Where(a => a.EmployeeId == self && (a.State == AssessmentState.Rated || a.State == AssessmentState.Signed)).OrderByDescending(a => a.To).Take(60).ToListAsync(ct);
    }
}
