using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

[Permission(FeedbackPermissions.ReadComplaints)]
internal sealed class IndexModel(FeedbackDbContext db, ComplaintRulebook rulebook, TimeProvider time) : ModulePage
{
    const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "open";
    [BindProperty(SupportsGet = true)] public ComplaintChannel? Channel { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Complaint> Rows { get; private set; } = [];
    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_ComplaintRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 10_000);
        var shown = db.Set<Complaint>().AsNoTracking().Shown(State, time.Now());
        if (Channel is { } channel) shown = shown.Where(c => c.Channel == channel);
        if (Q?.Trim() is { Length: > 0 } q) shown = shown.Where(c => c.Number == q || c.OutsideNumber == q || c.OrderNumber == q || c.Phone == q || c.Team == q || c.ContactName == q);
        var found = await shown.OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public ClockShown? Clock(Complaint c) => c.NextClock is { } next ? ClockShown.Of(next.Clock, rulebook.KeptBy(c).Calendar, time.Now()) : null;

    public string QueryOfPage(int page) => $"?state={Uri.EscapeDataString(State)}&channel={Channel}&q={Uri.EscapeDataString(Q ?? "")}&pageNo={page}";
}
