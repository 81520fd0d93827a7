using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>The year's plan: what is promised, what was held, hours by content and method (clauses 2.4, 7.1, 7.2).</summary>
[Permission(StaffPermissions.ReadTraining)]
internal sealed class PlanModel(StaffDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public Guid? Course { get; init; }
        public int Month { get; init; } = 1;
        public int People { get; init; } = 10;
        public string? Note { get; init; }
    }

    [BindProperty(SupportsGet = true)] public int Year { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<(PlannedTraining Line, string Course)> Rows { get; private set; } = [];
    public IReadOnlyList<Course> Courses { get; private set; } = [];
    /// <summary>Attended hours.</summary>
    public IReadOnlyList<(CourseContent Content, CourseMethod Method, double Hours)> Hours { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool MayPlan => May(StaffPermissions.PlanTraining);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        if (Year is < 2000 or > 2100) Year = Today.Year;
        var courses = await db.Set<Course>().AsNoTracking().OrderBy(c => c.Name).ToListAsync(ct);
        var byId = courses.ToDictionary(c => c.Id);
        Courses = [.. courses.Where(c => !c.IsRetired)];
        Rows = [.. (await db.Set<PlannedTraining>().AsNoTracking().Where(p => p.Year == Year).OrderBy(p => p.Due).ThenBy(p => p.Id).ToListAsync(ct)).Select(p => (p, byId[p.CourseId].Name))];
        var (from, to) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var attended = await db.Set<Session>().Where(s => s.State == SessionState.Closed && s.Day >= from && s.Day <= to).SelectMany(s => s.Participants, (s, p) => new { s.CourseId, p.Hours }).ToListAsync(ct);
        Hours = [.. attended.GroupBy(a => (byId[a.CourseId].Content, byId[a.CourseId].Method)).OrderBy(g => g.Key).Select(g => (g.Key.Content, g.Key.Method, g.Sum(a => a.Hours ?? 0)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayPlan) return Forbid();
        var course = await db.Set<Course>().FirstOrDefaultAsync(c => c.PublicId == Input.Course, ct) ?? throw new RuleViolation("Training.Session.CourseMissing") { Field = "Input.Course" };
        db.Add(PlannedTraining.Plan(course.Id, Year is < 2000 or > 2100 ? company.LocalDay(time.Now()).Year : Year, Input.Month, Input.People, Input.Note, time.Now()));
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/Training/Plan?year={Year}");
    }

    public async Task<IActionResult> OnPostDropAsync(Guid line, string? why, CancellationToken ct)
    {
        if (!MayPlan) return Forbid();
        var planned = await db.Set<PlannedTraining>().FirstOrDefaultAsync(p => p.PublicId == line, ct) ?? throw new NotThere();
        planned.Drop(company.LocalDay(time.Now()), why);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/Training/Plan?year={planned.Year}");
    }
}
