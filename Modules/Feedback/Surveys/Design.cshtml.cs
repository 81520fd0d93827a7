using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>The designer: questions in order, with what each rests on, and how a customer sees them.</summary>
[Permission(FeedbackPermissions.DesignSurveys)]
internal sealed class DesignModel(FeedbackDbContext db, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    public Questionnaire Questionnaire { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Questionnaire = await OneAsync(db.Set<Questionnaire>().AsNoTracking(), Id, ct);
        ModelState.Remove(nameof(Version));
        Version = Questionnaire.Version;
    }

    public Task<IActionResult> OnPostMoveAsync(string code, bool up, CancellationToken ct) => ActAsync(q => q.Move(code, up), ct);
    public Task<IActionResult> OnPostRemoveAsync(string code, CancellationToken ct) => ActAsync(q => q.Remove(code), ct);
    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => ActAsync(q => q.Publish(time.Now(), Actor), ct);
    public Task<IActionResult> OnPostDropAsync(CancellationToken ct) => ActAsync(q => q.DropDraft(), ct);

    async Task<IActionResult> ActAsync(Action<Questionnaire> act, CancellationToken ct)
    {
        var questionnaire = await OneAsync(db.Set<Questionnaire>(), Id, ct);
        if (questionnaire.Version != Version) throw new ChangedMeanwhile([]);
        act(questionnaire);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Surveys/Design/{Id}");
    }

    internal static async Task<Questionnaire> OneAsync(IQueryable<Questionnaire> from, Guid id, CancellationToken ct) =>
        await from.Include(q => q.Versions).FirstOrDefaultAsync(q => q.PublicId == id, ct) ?? throw new NotThere();
}
