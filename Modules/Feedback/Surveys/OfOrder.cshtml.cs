using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>What a customer said of an order, as a part of the order's page: survey, call-back, complaints.</summary>
[Permission(FeedbackPermissions.HandOutSurveys)]
internal sealed class OfOrderModel(FeedbackDbContext db) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    public Invitation? Invitation { get; private set; }
    public CallBack? CallBack { get; private set; }
    public IReadOnlyList<Complaint> Complaints { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Invitation = await db.InvitationsAbout(o => o.Number == Number).AsNoTracking().Include(i => i.Response).FirstOrDefaultAsync(ct);
        if (Invitation is { PublicId: var asked }) CallBack = await db.Set<CallBack>().AsNoTracking().FirstOrDefaultAsync(c => c.InvitationId == asked, ct);
        Complaints = await db.Set<Complaint>().AsNoTracking().Where(c => c.OrderNumber == Number).OrderByDescending(c => c.ReceivedAt).ToListAsync(ct);
        return WantsFragment ? Fragment("_OfOrder", this) : Page();
    }
}
