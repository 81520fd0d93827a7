using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Assessments;

/// <summary>Assessments of a period: how far they are, and how grades spread.</summary>
[Permission(StaffPermissions.ReadAssessments)]
internal sealed class IndexModel(StaffDbContext db, OpenAssessments open, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public Guid? Template { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
    }

    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public int? Opened { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<DateOnly> Periods { get; private set; } = [];
    public IReadOnlyList<Assessment> Rows { get; private set; } = [];
    public IReadOnlyList<AssessmentTemplate> Templates { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool MayRate => May(StaffPermissions.RateAssessments);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var quarter = new DateOnly(Today.Year, (((Today.Month - 1) / 3) * 3) + 1, 1);
        Input = new Form { From = quarter.AddMonths(-3), To = quarter.AddDays(-1) };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        Templates = await db.Set<AssessmentTemplate>().AsNoTracking().Where(t => !t.IsRetired).OrderBy(t => t.Name).ToListAsync(ct);
        Periods = await db.Set<Assessment>().Select(a => a.To).Distinct().OrderByDescending(t => t).Take(40).ToListAsync(ct);
        To ??= Periods.Count > 0 ? Periods[0] : null;
        Rows = await db.Set<Assessment>().AsNoTracking().Where(a => a.To == To).OrderBy(a => a.Code).Take(500).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayRate) return Forbid();
        var template = await db.Set<AssessmentTemplate>().AsNoTracking().Include(t => t.Lines).FirstOrDefaultAsync(t => t.PublicId == Input.Template, ct) ?? throw new RuleViolation("Assessments.Template.Missing") { Field = "Input.Template" };
        if (Input is not { From: { } from, To: { } to } || to <= from) throw new RuleViolation("Assessments.PeriodWrong") { Field = "Input.To" };
        var opened = await open.OpenAsync(template, from, to, ct);
        return LocalRedirect($"/Staff/Assessments?to={to:yyyy-MM-dd}&opened={opened}");
    }
}
