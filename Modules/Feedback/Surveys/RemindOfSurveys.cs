using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>Marks invitations without an answer for their one reminder, where the cap allows; those without a message channel are called instead.</summary>
internal sealed class RemindOfSurveys(FeedbackDbContext db, AskCustomers ask, ICompany company, IPolicies policies, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("feedback.remind-of-surveys", typeof(RemindOfSurveys), "0 0 10 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var now = time.Now();
        var (today, policy) = (company.LocalDay(now), policies.At<SurveyPolicy>(now).Value);
        var latest = today.AddDays(-policy.ReminderAfterDays);
        var waiting = await db.Set<Invitation>().Include(i => i.Tokens).Include(i => i.Response).Where(i => i.Response == null && i.RefusedAt == null && i.RemindedAt == null && i.DeliveredAt != null && i.InvitedDay <= latest && i.ExpiresAt >= now)
            .OrderBy(i => i.Id).Take(500).ToListAsync(ct);
        var reminded = 0;
        foreach (var invitation in waiting)
        {
            if (!Courtesy.ReminderIsDue(invitation.InvitedDay, answered: false, reminded: false, today, policy) || !(await ask.ContactAsync(invitation.ContactKey, today, policy, ct)).MayPress(today, policy)) continue;
            invitation.Remind(now, today);
            await db.SaveChangesAsync(ct); // one by one: the next of the same contact must see it
            reminded++;
        }
        return new JobOutcome(reminded);
    }
}
