using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Assessments;

/// <summary>What each role is assessed by.</summary>
[Permission(StaffPermissions.ReadAssessments)]
internal sealed class TemplatesModel(StaffDbContext db) : ModulePage
{
    public IReadOnlyList<AssessmentTemplate> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await db.Set<AssessmentTemplate>().AsNoTracking().Include(t => t.Lines).OrderBy(t => t.IsRetired).ThenBy(t => t.Name).ToListAsync(ct);
}
