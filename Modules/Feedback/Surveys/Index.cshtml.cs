using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>Who was asked, and what came back.</summary>
[Permission(FeedbackPermissions.ReadSurveys)]
internal sealed class IndexModel(FeedbackDbContext db, TimeProvider time) : ModulePage
{
    const int PageSize = 50;

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
        var invitations = db.Set<Invitation>().AsNoTracking().Include(i => i.Orders).Include(i => i.Response).AsSplitQuery().Shown(State, time.Now());
        if (Q?.Trim() is { Length: > 0 } q) invitations = invitations.Where(i => i.Phone == q || i.ContactName == q || i.Orders.Any(o => o.Number == q || o.Technician == q || o.Team == q));
        var found = await invitations.OrderByDescending(i => i.Id).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public string QueryOfPage(int page) => $"?state={Uri.EscapeDataString(State)}&q={Uri.EscapeDataString(Q ?? "")}&pageNo={page}";

    public string StateKey(Invitation i) => "Surveys.State." + (i.Response is { Held: not null, ReviewedAt: null } ? "held" : i.Response is not null ? "answered" : i.RefusedAt is not null ? "refused" : i.ExpiresAt < time.Now() ? "expired" : "waiting");
}
