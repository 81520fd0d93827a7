using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>Who was asked, and what came back.</summary>
[Permission(FeedbackPermissions.ReadSurveys)]
internal sealed class IndexModel(FeedbackDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 50, MostExported = 20_000;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "all";
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Invitation> Rows { get; private set; } = [];
    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_InvitationRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 10_000);
        var found = await Found().Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        string[] columns = ["Surveys.Order", "Surveys.Kind", "Surveys.Contact", "Surveys.Asked", "Surveys.DoneBy", "Surveys.By.team", "Surveys.State", "Surveys.Method", "QuestionKind.Rating", "QuestionKind.Recommendation", "QuestionKind.Effort", "Surveys.Words"];
        return TakeAway(new ExportTable($"surveys-{company.LocalDay(time.Now()):yyyyMMdd}", [.. columns.Select(c => T[c])], (await Found().Take(MostExported).ToListAsync(ct)).Select(i => (IReadOnlyList<object?>)
        [
            i.Job?.Number, T.Of(i.Kind), i.ContactName, i.InvitedDay, i.Job?.TechnicianName, i.Job?.Team, T[StateKey(i)], i.Response is { } said ? T.Of(said.Method) : null, i.Response?.Rating, i.Response?.Recommendation, i.Response?.Effort, i.Response?.Comment,
        ])), format);
    }

    IQueryable<Invitation> Found()
    {
        var invitations = db.Set<Invitation>().AsNoTracking().Include(i => i.Orders).Include(i => i.Response).AsSplitQuery().Shown(State, time.Now());
        if (Q?.Trim() is { Length: > 0 } q) invitations = invitations.Where(i => i.Phone == q || i.ContactName == q || i.Orders.Any(o => o.Number == q || o.Technician == q || o.Team == q));
        return invitations.OrderByDescending(i => i.InvitedDay).ThenByDescending(i => i.Id);
    }

    public string Query => $"?state={Uri.EscapeDataString(State)}&q={Uri.EscapeDataString(Q ?? "")}";

    public string StateKey(Invitation i) => "Surveys.State." + (i.Response is { Held: not null, ReviewedAt: null } ? "held" : i.Response is not null ? "answered" : i.RefusedAt is not null ? "refused" : i.ExpiresAt < time.Now() ? "expired" : "waiting");
}
