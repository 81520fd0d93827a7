using System.Security.Claims;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>
/// What customers said of one's own jobs, so that a technician learns from it. Who said it, and of which order, is shown only where the policy allows; the days are left
/// out too, since a technician knows whom he visited when.
/// </summary>
[Permission(FeedbackPermissions.ReadOwnAnswers)]
internal sealed class MineModel(FeedbackDbContext db, ICompany company, IPolicies policies, TimeProvider time) : ModulePage
{
    const int Months = 6;

    /// <param name="Order">Null unless the policy lets technicians see who answered.</param>
    public sealed record Row(DateOnly Month, int? Rating, int? Recommendation, string? Comment, string? Order, string? Contact);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Score Csat { get; private set; } = Scores.Csat([]);
    public bool SeesWho { get; private set; }
    public int FewAnswers { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (policy, me, name) = (policies.At<SurveyPolicy>(time.Now()).Value, Actor.Id, User.FindFirstValue(ClaimTypes.Name));
        (SeesWho, FewAnswers) = (policy.TechnicianSeesWho, policy.FewAnswers);
        var since = company.LocalDay(time.Now()).AddMonths(-Months);
        var said = await db.Set<Invitation>().AsNoTracking().Include(i => i.Orders).Include(i => i.Response)
            .Where(i => i.Response!.Counts && i.Response.AnsweredDay >= since && i.Orders.Any(o => o.TechnicianAccount == me || (o.TechnicianAccount == null && o.Technician == name))).ToListAsync(ct);
        var mine = said.FindAll(i => i.Job is { } job && (job.TechnicianAccount ?? job.Technician) == (job.TechnicianAccount is null ? name : me));
        Csat = Scores.Csat(mine.Where(i => i.Response!.Rating is not null).Select(i => i.Response!.Rating!.Value));
        Rows = [.. mine.OrderByDescending(i => i.Response!.AnsweredDay.Year).ThenByDescending(i => i.Response!.AnsweredDay.Month).ThenBy(i => SeesWho ? 0 : i.Response!.Rating ?? 0).ThenBy(i => i.Response!.Comment, StringComparer.Ordinal)
            .Select(i => new Row(new DateOnly(i.Response!.AnsweredDay.Year, i.Response.AnsweredDay.Month, 1), i.Response.Rating, i.Response.Recommendation, i.Response.Comment, SeesWho ? i.Job!.Number : null, SeesWho ? i.ContactName : null))];
    }
}
