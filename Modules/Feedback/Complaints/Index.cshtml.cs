using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

[Permission(FeedbackPermissions.ReadComplaints)]
internal sealed class IndexModel(FeedbackDbContext db, ComplaintRulebook rulebook, Shown show, TimeProvider time) : ModulePage
{
    const int PageSize = 50, MostExported = 20_000;

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
        var found = await Found().Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        string[] columns = ["Complaints.Number", "Complaints.Received", "Complaints.Channel", "Complaints.OutsideNumber", "Complaints.Matter", "Complaints.Severity", "Surveys.Contact", "Surveys.Order", "Complaints.Subject", "Surveys.By.team", "Complaints.Text", "Complaints.Stage",
            "Complaints.Clock.Acknowledge", "Complaints.Clock.Decide", "Complaints.Clock.Close", "Complaints.Finding", "Complaints.Cause", "Complaints.Remedy", "Complaints.Action", "Complaints.Satisfaction"];
        return TakeAway(new ExportTable($"complaints-{show.Time(time.Now())[..10]}", [.. columns.Select(c => T[c])], (await Found().Take(MostExported).ToListAsync(ct)).Select(c => (IReadOnlyList<object?>)
        [
            c.Number, show.Time(c.ReceivedAt), T.Of(c.Channel), c.OutsideNumber, T.Of(c.Matter), T.Of(c.Severity), c.ContactName, c.OrderNumber, c.SubjectName, c.Team, c.Text, T.Of(c.Stage),
            .. c.Clocks.Select(x => T.Of(ClockShown.Of(x.Clock, rulebook.KeptBy(c).Calendar, time.Now()).Verdict)),
            c.Finding is { } finding ? T.Of(finding) : null, c.Cause is { } cause ? T["Cause." + cause] : null, c.Remedy is { } remedy ? T.Of(remedy) : null, c.Action, c.Settled is { } settled ? T[settled ? "Complaints.Settled.Yes" : "Complaints.Settled.No"] : null,
        ])), format);
    }

    IQueryable<Complaint> Found()
    {
        var shown = db.Set<Complaint>().AsNoTracking().Shown(State, time.Now());
        if (Channel is { } channel) shown = shown.Where(c => c.Channel == channel);
        if (Q?.Trim() is { Length: > 0 } q) shown = shown.Where(c => c.Number == q || c.OutsideNumber == q || c.OrderNumber == q || c.Phone == q || c.Team == q || c.ContactName == q);
        return shown.OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id);
    }

    public ClockShown? Clock(Complaint c) => c.NextClock is { } next ? ClockShown.Of(next.Clock, rulebook.KeptBy(c).Calendar, time.Now()) : null;

    public string Query => $"?state={Uri.EscapeDataString(State)}&channel={Channel}&q={Uri.EscapeDataString(Q ?? "")}";
}
