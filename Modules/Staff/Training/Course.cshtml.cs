using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>One course: what it consists of, its question bank with item analysis, its results over time.</summary>
[Permission(StaffPermissions.ReadTraining)]
internal sealed class CourseModel(StaffDbContext db, IFileStore files, IPolicies policies) : ActPage<Course>
{
    public sealed record MaterialForm
    {
        public string? Title { get; init; }
        public IFormFile? File { get; init; }
    }

    public sealed record SkillForm
    {
        public string? Text { get; init; }
        public int Points { get; init; }
        public bool Critical { get; init; }
    }

    public sealed record QuestionForm
    {
        public string? Text { get; init; }
        public BankQuestionKind Kind { get; init; }
        public string? Choices { get; init; }
        public string? Why { get; init; }
    }

    [BindProperty] public MaterialForm Material { get; set; } = new();
    [BindProperty] public SkillForm Skill { get; set; } = new();
    [BindProperty] public QuestionForm Question { get; set; } = new();
    public Course Course => Record;
    public bool MayPlan => May(StaffPermissions.PlanTraining);
    public TrainingPolicy Policy => policies.At<TrainingPolicy>(Now).Value;
    public IReadOnlyList<(BankQuestion Question, ItemStatistics? Item)> Questions { get; private set; } = [];
    public IReadOnlyList<Session> Results { get; private set; } = [];
    protected override string Home => $"/Staff/Training/Course/{Id}";

    protected override async Task<Course> FindAsync(bool toChange, CancellationToken ct)
    {
        var courses = db.Set<Course>().Include(c => c.CertificateTypes).Include(c => c.Materials).Include(c => c.Skills).AsSplitQuery();
        return await (toChange ? courses : courses.AsNoTracking()).FirstOrDefaultAsync(c => c.PublicId == Id, ct) ?? throw new NotThere();
    }

    protected override Task SaveAsync(Course acted, CancellationToken ct) => db.SaveChangesAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        var questions = await db.Set<BankQuestion>().AsNoTracking().Include(q => q.Choices).Where(q => q.CourseId == Course.Id).OrderBy(q => q.IsRetired).ThenBy(q => q.Id).ToListAsync(ct);
        var sat = await db.Set<Sitting>().AsNoTracking().Include(s => s.Answers).Where(s => s.CourseId == Course.Id && s.Stage == TestStage.After && s.Share != null).ToListAsync(ct);
        var items = ItemAnalysis.Of([.. sat.Select(s => (s.Share!.Value, (IReadOnlyDictionary<long, bool>)s.Answers.ToDictionary(a => a.QuestionId, a => a.IsRight == true)))], Policy.ItemSittings).ToDictionary(i => i.QuestionId);
        Questions = [.. questions.Select(q => (q, items.GetValueOrDefault(q.Id)))];
        Results = await db.Set<Session>().AsNoTracking().Include(s => s.Participants).Where(s => s.CourseId == Course.Id && s.State == SessionState.Closed).OrderByDescending(s => s.Day).Take(24).ToListAsync(ct);
    }

    public Task<IActionResult> OnPostRetireAsync(CancellationToken ct) => PlanAsync((c, _) => c.Retire(!c.IsRetired), ct);

    public Task<IActionResult> OnPostSkillAsync(CancellationToken ct) => PlanAsync((c, _) => c.AddSkill(Skill.Text, Skill.Points, Skill.Critical), ct);

    public Task<IActionResult> OnPostRemoveSkillAsync(long skill, CancellationToken ct) => PlanAsync((c, _) => c.RemoveSkill(skill), ct);

    public async Task<IActionResult> OnPostMaterialAsync(CancellationToken ct)
    {
        if (!MayPlan) return Forbid();
        if (Material.File is not { Length: > 0 } file) throw new RuleViolation("Training.Material.FileMissing") { Field = "Material.File" };
        await using var content = file.OpenReadStream();
        var kept = await files.Keep(content, "application/octet-stream", ct); // given out as an attachment only, whatever it is
        return await ActAsync((c, now) => c.AddMaterial(Material.Title, kept.Sha256, Path.GetFileName(file.FileName), kept.MediaType, kept.Size, now, Actor), ct);
    }

    public async Task<IActionResult> OnPostQuestionAsync(CancellationToken ct)
    {
        if (!MayPlan) return Forbid();
        db.Add(BankQuestion.Write((await FindAsync(toChange: false, ct)).Id, Question.Kind, Question.Text, Question.Choices, Question.Why, Now));
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Home);
    }

    public async Task<IActionResult> OnPostRetireQuestionAsync(Guid question, CancellationToken ct)
    {
        if (!MayPlan) return Forbid();
        (await db.Set<BankQuestion>().FirstOrDefaultAsync(q => q.PublicId == question, ct) ?? throw new NotThere()).Retire();
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Home);
    }

    async Task<IActionResult> PlanAsync(Action<Course, DateTime> act, CancellationToken ct) => MayPlan ? await ActAsync(act, ct) : Forbid();
}
