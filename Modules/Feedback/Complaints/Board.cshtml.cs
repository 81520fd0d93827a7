using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>Open complaints by stage, the shortest time left on top; each card is a link, so the board is walked by keyboard.</summary>
[Permission(FeedbackPermissions.ReadComplaints)]
internal sealed class BoardModel(FeedbackDbContext db, ComplaintRulebook rulebook, TimeProvider time) : ModulePage
{
    public ILookup<ComplaintStage, Complaint> ByStage { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) =>
        ByStage = (await db.Set<Complaint>().AsNoTracking().Shown("open", time.Now()).ToListAsync(ct)).OrderBy(c => c.NextClock?.Clock.Due).ToLookup(c => c.Stage);

    public ClockShown? Clock(Complaint c) => c.NextClock is { } next ? ClockShown.Of(next.Clock, rulebook.KeptBy(c).Calendar, time.Now()) : null;
}
