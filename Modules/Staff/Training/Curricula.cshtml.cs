using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>What each role must have passed, and who still owes it (clause 2.4).</summary>
[Permission(StaffPermissions.ReadTraining)]
internal sealed class CurriculaModel(StaffDbContext db, StaffRoll roll, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Role { get; init; }
        public Guid? Course { get; init; }
        public int? RepeatMonths { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new() { Role = Roles.Technician };
    public IReadOnlyList<(CurriculumCourse Line, string Course, IReadOnlyList<string> Owing, int People)> Rows { get; private set; } = [];
    public IReadOnlyList<Course> Courses { get; private set; } = [];
    public bool MayPlan => May(StaffPermissions.PlanTraining);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        Courses = await db.Set<Course>().AsNoTracking().Where(c => !c.IsRetired).OrderBy(c => c.Name).ToListAsync(ct);
        var (names, people) = (await db.Set<Course>().AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, ct), (await roll.OnAsync(today, ct)).ToLookup(m => m.Position));
        List<(CurriculumCourse, string, IReadOnlyList<string>, int)> rows = [];
        foreach (var line in await db.Set<CurriculumCourse>().AsNoTracking().OrderBy(c => c.Role).ThenBy(c => c.Id).ToListAsync(ct))
        {
            var owing = (await Owing.OfAsync(db, line.CourseId, today, ct)) with { Asked = [line] };
            rows.Add((line, names[line.CourseId], [.. people[line.Role].Where(owing.Owes).Select(m => m.Name)], people[line.Role].Count()));
        }
        Rows = rows;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayPlan) return Forbid();
        var course = await db.Set<Course>().FirstOrDefaultAsync(c => c.PublicId == Input.Course, ct) ?? throw new RuleViolation("Training.Session.CourseMissing") { Field = "Input.Course" };
        var line = CurriculumCourse.Ask(Input.Role, course.Id, Input.RepeatMonths);
        if (await db.Set<CurriculumCourse>().AnyAsync(c => c.Role == line.Role && c.CourseId == course.Id, ct)) throw new RuleViolation("Training.Curriculum.There") { Field = "Input.Course" };
        db.Add(line);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Staff/Training/Curricula");
    }

    public async Task<IActionResult> OnPostRemoveAsync(long line, CancellationToken ct)
    {
        if (!MayPlan) return Forbid();
        db.Remove(await db.Set<CurriculumCourse>().FirstOrDefaultAsync(c => c.Id == line, ct) ?? throw new NotThere());
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Staff/Training/Curricula");
    }
}
