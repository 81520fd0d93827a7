using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Callbacks;

/// <summary>The queue: whom to call next, the shortest time left first.</summary>
[Permission(FeedbackPermissions.WorkCallBacks)]
internal sealed class IndexModel(FeedbackDbContext db, ICompany company, Shown show, TimeProvider time) : ModulePage
{
    const int PageSize = 50, MostExported = 20_000;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "open";
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<CallBack> Rows { get; private set; } = [];
    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_CallBackRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 10_000);
        var found = await Found().Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        string[] columns = ["Surveys.Order", "Surveys.Contact", "Surveys.DoneBy", "Surveys.By.team", "QuestionKind.Rating", "QuestionKind.Recommendation", "Surveys.Words", "Callbacks.Opened", "Callbacks.Due", "Callbacks.Clock", "Callbacks.Tries", "Callbacks.Result"];
        return TakeAway(new ExportTable($"call-backs-{company.LocalDay(time.Now()):yyyyMMdd}", [.. columns.Select(c => T[c])], (await Found().Take(MostExported).ToListAsync(ct)).Select(c => (IReadOnlyList<object?>)
        [
            c.OrderNumber, c.ContactName, c.TechnicianName, c.Team, c.Rating, c.Recommendation, c.Comment, show.Time(c.OpenedAt), show.Time(c.Clock.Due), T.Of(Clock(c).Verdict), c.Attempts.Count, c.Result is { } result ? T.Of(result) : null,
        ])), format);
    }

    IQueryable<CallBack> Found()
    {
        var shown = db.Set<CallBack>().AsNoTracking().Include(c => c.Attempts).Shown(State, time.Now());
        return State is "reached" or "refused" or "ended" or "all" ? shown.OrderByDescending(c => c.OpenedAt).ThenBy(c => c.Id) : shown.OrderBy(c => c.Clock.Due).ThenBy(c => c.Id);
    }

    public ClockShown Clock(CallBack c) => ClockShown.Of(c.Clock, company.CalendarAt(c.OpenedAt), time.Now());

    public string Query => "?state=" + Uri.EscapeDataString(State);
}
