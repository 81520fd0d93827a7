using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Own trainings: what comes, what was passed and which attempt stands, what is owed.</summary>
[Permission(StaffPermissions.Own)]
internal sealed class MineModel(StaffDbContext db, StaffRoll roll, ICompany company, TimeProvider time) : ModulePage
{
    public Guid? Self { get; private set; }
    /// <param name="Stands">The attempt that counts, where there were several.</param>
    public sealed record Row(Session Session, Participant Participant, Course Course, bool Stands);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<string> Owed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Self = await roll.SelfAsync(User, ct);
        if (Self is not { } self) return;
        var sessions = await db.Set<Session>().AsNoTracking().Include(s => s.Participants.Where(p => p.EmployeeId == self)).Where(s => s.Participants.Any(p => p.EmployeeId == self && p.Place != Seat.Withdrawn)).OrderByDescending(s => s.StartsAt).Take(100).ToListAsync(ct);
        var courses = await db.Set<Course>().AsNoTracking().Include(c => c.Materials).ToDictionaryAsync(c => c.Id, ct);
        var standing = sessions.Where(s => s.Participants[0].IsAssessed).OrderBy(s => s.EndsAt).GroupBy(s => s.CourseId).Where(g => g.Count() > 1)
            .Select(g => Standing.Of([.. g.Select(s => s.Participants[0])], courses[g.Key].Counts, p => (p.Outcome == TrainingOutcome.Passed, (p.Theory ?? 0) + (p.Practical ?? 0)))!.Id).ToHashSet();
        Rows = [.. sessions.Select(s => new Row(s, s.Participants[0], courses[s.CourseId], standing.Contains(s.Participants[0].Id)))];
        var today = company.LocalDay(time.Now());
        if ((await roll.OnAsync(today, ct)).FirstOrDefault(m => m.Id == self) is not { } me) return;
        List<string> owed = [];
        foreach (var line in await db.Set<CurriculumCourse>().AsNoTracking().Where(c => c.Role == me.Position).ToListAsync(ct))
            if ((await Owing.OfAsync(db, line.CourseId, today, ct)).Owes(me)) owed.Add(courses[line.CourseId].Name);
        Owed = owed;
    }
}
