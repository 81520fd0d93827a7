using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Assessments;

/// <summary>Writes or changes a template; assessments that are open keep the lines they were opened with.</summary>
[Permission(StaffPermissions.RateAssessments)]
internal sealed class TemplateModel(StaffDbContext db, TimeProvider time) : ModulePage
{
    const int MostLines = 8;

    public sealed record LineForm
    {
        public string? Indicator { get; init; }
        public string? Words { get; init; }
        public double? Floor { get; init; }
        public double? Goal { get; init; }
        public int? Weight { get; init; }
    }

    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Role { get; init; } = Roles.Technician;
        public AssessmentRhythm Rhythm { get; init; }
        public int FromA { get; init; } = 90;
        public int FromB { get; init; } = 75;
        public int FromC { get; init; } = 60;
        public List<LineForm> Lines { get; init; } = [];
    }

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Id is { } id)
        {
            var t = await FindAsync(id, ct);
            Input = new Form { Name = t.Name, Role = t.Role, Rhythm = t.Rhythm, FromA = t.FromA, FromB = t.FromB, FromC = t.FromC, Lines = [.. t.Lines.OrderBy(l => l.Position).Select(l => new LineForm { Indicator = l.Indicator, Words = l.Words, Floor = l.Floor, Goal = l.Goal, Weight = l.Weight })] };
        }
        await LoadAsync(ct);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        while (Input.Lines.Count < MostLines) Input.Lines.Add(new LineForm());
        if (Id is not { } id) return;
        ModelState.Remove(nameof(Version));
        Version = (await FindAsync(id, ct)).Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var facts = new TemplateFacts(Input.Name, Input.Role, Input.Rhythm, Input.FromA, Input.FromB, Input.FromC,
            [.. Input.Lines.Where(l => l.Weight is not null || l.Indicator is not null || l.Words is not null).Select(l => new TemplateLineFacts(l.Indicator is { } code && EditCourseModel.Measures.Contains(code) ? code : null, l.Words, l.Weight ?? 0, l.Floor, l.Goal))]);
        if (Id is { } id)
        {
            var template = await FindAsync(id, ct);
            if (template.Version != Version) throw new ChangedMeanwhile([]);
            template.Change(facts);
        }
        else db.Add(AssessmentTemplate.Write(facts, time.Now()));
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Staff/Assessments/Templates");
    }

    async Task<AssessmentTemplate> FindAsync(Guid id, CancellationToken ct) => await db.Set<AssessmentTemplate>().Include(t => t.Lines).FirstOrDefaultAsync(t => t.PublicId == id, ct) ?? throw new NotThere();
}
