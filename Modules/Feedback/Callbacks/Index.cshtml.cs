using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Callbacks;

/// <summary>The queue: whom to call next, the shortest time left first.</summary>
[Permission(FeedbackPermissions.WorkCallBacks)]
internal sealed class IndexModel(FeedbackDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 50;

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
        var shown = db.Set<CallBack>().AsNoTracking().Include(c => c.Attempts).Shown(State, time.Now());
        shown = State is "ended" or "all" ? shown.OrderByDescending(c => c.OpenedAt).ThenBy(c => c.Id) : shown.OrderBy(c => c.Clock.Due).ThenBy(c => c.Id);
        var found = await shown.Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public ClockShown Clock(CallBack c) => ClockShown.Of(c.Clock, company.CalendarAt(c.OpenedAt), time.Now());

    public string QueryOfPage(int page) => $"?state={Uri.EscapeDataString(State)}&pageNo={page}";
}
