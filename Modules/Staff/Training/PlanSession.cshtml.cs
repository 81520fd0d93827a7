using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Plans a session, moves one, or plans a retake for those who did not pass.</summary>
[Permission(StaffPermissions.PlanTraining)]
internal sealed class PlanSessionModel(StaffDbContext db, IPolicies policies, ICompany company, Shown show, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public Guid? Course { get; init; }
        public Guid? Plan { get; init; }
        public DateTime? StartsAt { get; init; }
        public DateTime? EndsAt { get; init; }
        public string? Where { get; init; }
        public string? Trainer { get; init; }
        public int Capacity { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? RetakeOf { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Course> Courses { get; private set; } = [];
    public IReadOnlyList<(PlannedTraining Line, string Course)> Plans { get; private set; } = [];
    /// <summary>Who sat the earlier session and has not passed.</summary>
    public IReadOnlyList<Participant> Retake { get; private set; } = [];
    TrainingPolicy Policy => policies.At<TrainingPolicy>(time.Now()).Value;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var day = company.ToLocal(time.Now()).Date.AddDays(7);
        Input = new Form { StartsAt = day.AddHours(9), EndsAt = day.AddHours(17), Trainer = Actor.Name, Capacity = 30 };
        if ((Id ?? RetakeOf) is not { } like) return;
        var session = await db.Set<Session>().AsNoTracking().OneAsync(like, ct);
        var course = await db.Set<Course>().AsNoTracking().SingleAsync(c => c.Id == session.CourseId, ct);
        Input = Id is not null
            ? new Form { StartsAt = company.ToLocal(session.StartsAt), EndsAt = company.ToLocal(session.EndsAt), Where = session.Where, Trainer = session.Trainer, Capacity = session.Capacity }
            : Input with { Course = course.PublicId, Where = session.Where, Trainer = session.Trainer, Capacity = session.Capacity };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Courses = await db.Set<Course>().AsNoTracking().Where(c => !c.IsRetired).OrderBy(c => c.Name).ToListAsync(ct);
        var (from, names) = (company.LocalDay(time.Now()).AddMonths(-3), Courses.ToDictionary(c => c.Id, c => c.Name));
        Plans = [.. (await db.Set<PlannedTraining>().AsNoTracking().Where(p => p.HeldOn == null && p.DroppedOn == null && p.Due >= from).OrderBy(p => p.Due).Take(60).ToListAsync(ct)).Where(p => names.ContainsKey(p.CourseId)).Select(p => (p, names[p.CourseId]))];
        if (RetakeOf is { } earlier) Retake = [.. (await db.Set<Session>().AsNoTracking().OneAsync(earlier, ct)).Seated.Where(p => p.Outcome is TrainingOutcome.Failed or TrainingOutcome.Incomplete or TrainingOutcome.Absent)];
        if (Id is not { } id) return;
        ModelState.Remove(nameof(Version));
        Version = (await db.Set<Session>().AsNoTracking().OneAsync(id, ct)).Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var session = Id is { } id ? await MoveAsync(id, ct) : await PlanAsync(ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/Training/Session/{session.PublicId}");
    }

    async Task<Session> MoveAsync(Guid id, CancellationToken ct)
    {
        var session = await db.Set<Session>().OneAsync(id, ct);
        if (session.Version != Version) throw new ChangedMeanwhile([]);
        session.Move(Facts(), Policy, time.Now(), Actor);
        return session;
    }

    async Task<Session> PlanAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var course = Courses.FirstOrDefault(c => c.PublicId == Input.Course) ?? throw new RuleViolation("Training.Session.CourseMissing") { Field = "Input.Course" };
        var plan = Plans.FirstOrDefault(p => p.Line.PublicId == Input.Plan).Line;
        if (plan is not null && plan.CourseId != course.Id) throw new RuleViolation("Training.Session.OtherPlan") { Field = "Input.Plan" };
        var session = Session.Plan(course, plan, Facts(), Policy, time.Now(), Actor);
        foreach (var again in Retake) session.Enrol(new TrainedPerson(again.EmployeeId, again.Code, again.Name), time.Now(), Actor);
        db.Add(session);
        return session;
    }

    SessionFacts Facts()
    {
        if (show.FromField(Input.StartsAt) is not { } starts || show.FromField(Input.EndsAt) is not { } ends) throw new RuleViolation("Training.Session.TimesMissing") { Field = "Input.StartsAt" };
        return new SessionFacts(starts, ends, company.LocalDay(ends), Input.Where, Input.Trainer, Input.Capacity);
    }
}
