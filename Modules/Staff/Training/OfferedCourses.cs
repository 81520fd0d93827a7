using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

internal sealed class OfferedCourses(StaffDbContext db) : ICourses
{
    public async Task<IReadOnlyList<CourseInBrief>> OfferedAsync(CancellationToken ct) =>
        await db.Set<Course>().AsNoTracking().Where(c => !c.IsRetired).OrderBy(c => c.Code).Select(c => new CourseInBrief(c.Code, c.Name, c.Indicator)).ToListAsync(ct);
}
