using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>The customer follows a complaint, says whether it is settled, or has it reopened. Unknown links all look alike.</summary>
[OpenToAll("customers follow their complaint by an unguessable link, without an account")]
internal sealed class FollowModel(FeedbackDbContext db, ComplaintRulebook rulebook, PublicDoor door, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";
    [BindProperty] public string? Why { get; set; }
    public Complaint? Complaint { get; private set; }
    public bool CanReopen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();

    public override Task LoadAsync(CancellationToken ct) => FindAsync(ct);

    public async Task<IActionResult> OnPostAsync(string act, CancellationToken ct)
    {
        if (!door.MaySave(Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await FindAsync(ct) is { } refused) return refused;
        var (complaint, now, customer) = (await db.Set<Complaint>().OneAsync(Complaint!.PublicId, ct), time.Now(), new Actor("<customer>", Complaint!.ContactName ?? T["Complaints.Public.Customer"]));
        if (act == "reopen") complaint.Reopen(Why ?? "", rulebook.KeptBy(complaint), now, customer);
        else complaint.Hear(act == "settled", now, company.LocalDay(now), customer);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/c/" + Token);
    }

    async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        Complaint = PublicToken.Hash(Token) is { } hash ? await db.Set<Complaint>().AsNoTracking().Include(c => c.Events).FirstOrDefaultAsync(c => c.TokenHash == hash, ct) : null;
        if (Complaint is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        var rules = rulebook.KeptBy(Complaint);
        CanReopen = !Complaint.IsOpen && time.Now() <= rules.Calendar.EndOf(Complaint.ClosedDay!.Value.AddDays(rules.Policy.ReopenDays));
        return null;
    }

    /// <summary>When a step was reached in the present round.</summary>
    public DateTime? When(ComplaintStage stage) => Complaint!.Events.Where(e => e.Act == stage.ToString() && (Complaint.ReopenedAt is null || stage == ComplaintStage.Received || e.At >= Complaint.ReopenedAt)).MaxBy(e => e.Version)?.At;
}
