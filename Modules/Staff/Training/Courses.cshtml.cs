using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Courses, and how they went so far.</summary>
[Permission(StaffPermissions.ReadTraining)]
internal sealed class CoursesModel(StaffDbContext db) : ModulePage
{
    /// <param name="Passed">At the first attempt.</param>
    public sealed record Row(Course Course, int Questions, int Held, int Passed, int Assessed);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var courses = await db.Set<Course>().AsNoTracking().OrderBy(c => c.IsRetired).ThenBy(c => c.Code).ToListAsync(ct);
        var questions = await db.Set<BankQuestion>().Where(q => !q.IsRetired).GroupBy(q => q.CourseId).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, ct);
        var held = await db.Set<Session>().Where(s => s.State == SessionState.Closed).GroupBy(s => s.CourseId).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, ct);
        var firsts = (await db.Set<Session>().SelectMany(s => s.Participants.Where(p => p.Attempt == 1), (s, p) => new { s.CourseId, p.Outcome }).GroupBy(p => new { p.CourseId, p.Outcome }).Select(g => new { g.Key.CourseId, g.Key.Outcome, N = g.Count() }).ToListAsync(ct)).ToLookup(g => g.CourseId);
        Rows = [.. courses.Select(c => new Row(c, questions.GetValueOrDefault(c.Id), held.GetValueOrDefault(c.Id), firsts[c.Id].Where(f => f.Outcome == TrainingOutcome.Passed).Sum(f => f.N), firsts[c.Id].Sum(f => f.N)))];
    }
}
