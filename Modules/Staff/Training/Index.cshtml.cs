using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Sessions: what comes, whose sheet is open, what is to be evaluated.</summary>
[Permission(StaffPermissions.ReadTraining)]
internal sealed class IndexModel(StaffDbContext db, TimeProvider time) : ModulePage
{
    const int PageSize = 30;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "coming";
    [BindProperty(SupportsGet = true)] public long? Course { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Session> Rows { get; private set; } = [];
    public IReadOnlyList<(long Id, string Name)> Courses { get; private set; } = [];
    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_SessionRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 1000);
        Courses = [.. (await db.Set<Course>().AsNoTracking().OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(ct)).Select(c => (c.Id, c.Name))];
        var sessions = db.Set<Session>().AsNoTracking().Include(s => s.Participants).Shown(State, time.Now());
        if (Course is { } course) sessions = sessions.Where(s => s.CourseId == course);
        if (Q?.Trim() is { Length: > 0 } q) sessions = sessions.Where(s => s.Number == q || s.Trainer.Contains(q) || s.Where.Contains(q));
        sessions = State == "coming" ? sessions.OrderBy(s => s.StartsAt) : sessions.OrderByDescending(s => s.StartsAt);
        var found = await sessions.Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public string QueryOfPage(int page) => $"?state={Uri.EscapeDataString(State)}&course={Course}&q={Uri.EscapeDataString(Q ?? "")}&pageNo={page}";
}
