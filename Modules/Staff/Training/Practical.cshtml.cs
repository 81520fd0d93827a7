using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>The practical test of one person, step by step with a thumb; all steps marked, the score goes onto the sheet.</summary>
[Permission(StaffPermissions.MarkTraining)]
internal sealed class PracticalModel(WriteCells cells) : SessionPage
{
    [BindProperty(SupportsGet = true)] public long Participant { get; set; }
    public Participant Who { get; private set; } = null!;
    public Participant? Next { get; private set; }
    /// <summary>Points by step, as just sent.</summary>
    public IReadOnlyDictionary<long, int> Given { get; private set; } = new Dictionary<long, int>();

    /// <summary>Nothing, half, all: what a thumb can hit. A critical step is done or not.</summary>
    public static IEnumerable<int> Scale(SkillStep step) => step.IsCritical || step.Points == 1 ? [0, step.Points] : [0, step.Points / 2, step.Points];

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Who = Session.Seated.FirstOrDefault(p => p.Id == Participant) ?? throw new NotThere();
        Next = Session.Seated.FirstOrDefault(p => p.Order > Who.Order);
        if (HttpContext.Request.HasFormContentType)
            Given = Course.SkillsInUse.Where(s => int.TryParse(Request.Form["p-" + s.Id], NumberStyles.None, CultureInfo.InvariantCulture, out var points) && Scale(s).Contains(points)).ToDictionary(s => s.Id, s => int.Parse(Request.Form["p-" + s.Id].ToString(), CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var score = Course.PracticalScore(Given) ?? throw new RuleViolation("Training.Practical.StepMissing");
        var seen = await Db.Set<SheetCell>().AsNoTracking().Where(c => c.ParticipantId == Who.Id && c.Column == SheetColumn.Practical).Select(c => c.Version).FirstOrDefaultAsync(ct);
        await cells.WriteAsync(Id, [new TypedCell(Who.Id, SheetColumn.Practical, SheetText.Kept(score), seen, PublicId.New(Now), Now)], Actor.Name, ct);
        return LocalRedirect(Next is null ? $"/Staff/Training/Sheet/{Id}" : $"/Staff/Training/Practical/{Id}?participant={Next.Id}");
    }
}
