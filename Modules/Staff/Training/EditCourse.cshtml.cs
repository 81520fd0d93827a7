using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Writes a course or changes one. Sessions that are planned already keep the marks that they were planned with.</summary>
[Permission(StaffPermissions.PlanTraining)]
internal sealed class EditCourseModel(StaffDbContext db, TimeProvider time) : ModulePage
{
    /// <summary>Numbers of a technician that a course can be meant to move.</summary>
    public static readonly IReadOnlyList<string> Measures = ["first_time_fix_rate", "repeat_repair_rate", "factory_standard_pass_rate", "on_time_arrival_rate", "handling_on_time_rate", "handling_hours", "csat_top2", "signed_invoice_rate"];

    public sealed record Form
    {
        public string? Code { get; init; }
        public string? Name { get; init; }
        public string? Outline { get; init; }
        public CourseContent Content { get; init; }
        public CourseMethod Method { get; init; }
        public double Hours { get; init; } = 4;
        public int? TheoryMax { get; init; } = 100;
        public int? TheoryPass { get; init; } = 80;
        public int? PracticalMax { get; init; }
        public int? PracticalPass { get; init; }
        public AttemptRule Counts { get; init; }
        public int? TestQuestions { get; init; }
        public int TestMinutes { get; init; } = 30;
        public string? Indicator { get; init; }
        public string? CertificateName { get; init; }
        public string? CertificateGrade { get; init; }
        public int? CertificateMonths { get; init; } = 24;
        public List<string> CertificateTypes { get; init; } = [];

        public CourseFacts Facts => new(Name, Outline, Content, Method, Hours, new Marks { TheoryMax = TheoryMax, TheoryPass = TheoryPass, PracticalMax = PracticalMax, PracticalPass = PracticalPass }, Counts, TestQuestions, TestMinutes,
            Indicator is { } code && Measures.Contains(code) ? code : null, CertificateName, CertificateGrade, CertificateMonths, [.. CertificateTypes.Where(ProductTypes.Codes.Contains)]);
    }

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Id is not { } id) return;
        var c = await FindAsync(id, ct);
        Version = c.Version;
        Input = new Form
        {
            Code = c.Code, Name = c.Name, Outline = c.Outline, Content = c.Content, Method = c.Method, Hours = c.Hours, TheoryMax = c.Marks.TheoryMax, TheoryPass = c.Marks.TheoryPass, PracticalMax = c.Marks.PracticalMax, PracticalPass = c.Marks.PracticalPass,
            Counts = c.Counts, TestQuestions = c.TestQuestions, TestMinutes = c.TestMinutes, Indicator = c.Indicator, CertificateName = c.CertificateName, CertificateGrade = c.CertificateGrade, CertificateMonths = c.CertificateMonths,
            CertificateTypes = [.. c.CertificateTypes.Select(t => t.Code)],
        };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (Id is not { } id) return;
        ModelState.Remove(nameof(Version));
        Version = (await FindAsync(id, ct)).Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var course = Id is { } id ? await ChangeAsync(id, ct) : await CreateAsync(ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/Training/Course/{course.PublicId}");
    }

    async Task<Course> CreateAsync(CancellationToken ct)
    {
        var course = Course.Create(Input.Code, Input.Facts, time.Now());
        if (await db.Set<Course>().AnyAsync(c => c.Code == course.Code, ct)) throw new RuleViolation("Training.Course.CodeTaken", course.Code) { Field = "Input.Code" };
        db.Add(course);
        return course;
    }

    async Task<Course> ChangeAsync(Guid id, CancellationToken ct)
    {
        var course = await FindAsync(id, ct);
        if (course.Version != Version) throw new ChangedMeanwhile([]);
        course.Change(Input.Facts);
        return course;
    }

    async Task<Course> FindAsync(Guid id, CancellationToken ct) => await db.Set<Course>().Include(c => c.CertificateTypes).FirstOrDefaultAsync(c => c.PublicId == id, ct) ?? throw new NotThere();
}
