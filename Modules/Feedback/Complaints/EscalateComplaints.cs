using AfterSales.Feedback.Contracts;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>Tells the manager of a limit that is used up and the owner at one and a half times it. Each once, also after a restart: what was told is stored.</summary>
internal sealed class EscalateComplaints(FeedbackDbContext db, ComplaintRulebook rulebook, IBell bell, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("feedback.escalate-complaints", typeof(EscalateComplaints), "0 0/5 * * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var now = time.Now();
        var open = await db.Set<Complaint>().Include(c => c.Escalations).Where(c => c.Stage != ComplaintStage.Closed).OrderBy(c => c.Id).ToListAsync(ct);
        long told = 0;
        foreach (var complaint in open)
        {
            var news = complaint.Escalate(rulebook.KeptBy(complaint), now);
            if (news.Count > 0) await db.SaveChangesAsync(ct);
            foreach (var escalation in complaint.Escalations.Where(e => e.Round == complaint.Reopened)) // rung again after a crash between saving and ringing: the bell keeps one of a kind
                await bell.RingAsync(Recipients.InRole(escalation.Level == "owner" ? Roles.Administrator : Roles.Manager), new Notice($"complaint:{complaint.PublicId:N}:{escalation.Clock}:{escalation.Level}:{escalation.Round}",
                    "Complaints.Bell.Overdue", [complaint.Number, "Complaints.Clock." + escalation.Clock], Link(complaint)), ct);
            told += news.Count;
        }
        return new JobOutcome(told);
    }

    internal static string Link(Complaint complaint) => $"/Feedback/Complaints/Details/{complaint.PublicId}";
}

/// <summary>A safety complaint is told to the manager at once, whatever step it is in.</summary>
internal sealed class TellOfSafetyComplaint(FeedbackDbContext db, IBell bell) : IHandle<SafetyComplaintReceived>
{
    public async Task HandleAsync(SafetyComplaintReceived @event, CancellationToken ct)
    {
        var complaint = await db.Set<Complaint>().AsNoTracking().SingleAsync(c => c.PublicId == @event.ComplaintId, ct);
        await bell.RingAsync(Recipients.InRole(Roles.Manager, Roles.QualityOfficer), new Notice($"complaint-safety:{complaint.PublicId:N}", "Complaints.Bell.Safety", [complaint.Number], EscalateComplaints.Link(complaint)), ct);
    }
}
