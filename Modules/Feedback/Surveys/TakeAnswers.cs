using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>Takes answers from whatever way they come, looks whether they have to be held, and opens the call-back that a low score asks for.</summary>
internal sealed class TakeAnswers(FeedbackDbContext db, HearComplainants complainants, ICompany company, IPolicies policies, TimeProvider time)
{
    /// <summary>The invitation behind a link, if it can still be answered; unknown, expired and used ones look alike.</summary>
    public async Task<(Invitation Invitation, InvitationToken Token)?> BehindAsync(string? token, CancellationToken ct)
    {
        if (PublicToken.Hash(token) is not { } hash) return null;
        var id = await db.Set<InvitationToken>().Where(t => t.Hash == hash).Select(t => (long?)t.InvitationId).SingleOrDefaultAsync(ct);
        if (id is null) return null;
        var invitation = await db.Set<Invitation>().Whole().SingleAsync(i => i.Id == id, ct);
        return invitation.IsOpen(time.Now(), PolicyOf(invitation)) ? (invitation, invitation.Tokens.Single(t => t.Hash == hash)) : null;
    }

    public SurveyPolicy PolicyOf(Invitation invitation) => policies.Version<SurveyPolicy>(invitation.PolicyVersion).Value;

    public async Task<IReadOnlyList<Question>> QuestionsOfAsync(Invitation invitation, CancellationToken ct) =>
        (await db.Set<QuestionnaireVersion>().AsNoTracking().SingleAsync(v => v.QuestionnaireId == invitation.QuestionnaireId && v.Number == invitation.QuestionnaireVersion, ct)).Questions;

    public async Task TakeAsync(Invitation invitation, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, AnswerSource source, CancellationToken ct)
    {
        var (now, policy) = (time.Now(), PolicyOf(invitation));
        if (source.Held is null && source.DeviceHash is { } device && await IsSharedDeviceAsync(invitation, device, policy, ct)) source = source with { Held = "many_customers" };
        invitation.Answer(typed, await QuestionsOfAsync(invitation, ct), source, now, company.LocalDay(now), policy);
        await FollowUpAsync(invitation, now, ct);
    }

    /// <summary>What an answer that counts sets off: a call-back where the score is low and none was opened yet, the word on a complaint.</summary>
    public async Task FollowUpAsync(Invitation invitation, DateTime now, CancellationToken ct)
    {
        await complainants.HearAsync(invitation, now, ct);
        await OpenCallBackAsync(invitation, now, PolicyOf(invitation), ct);
    }

    async Task OpenCallBackAsync(Invitation invitation, DateTime now, SurveyPolicy policy, CancellationToken ct)
    {
        if (invitation.Kind == SurveyKind.Training || invitation.Response is not { Counts: true } response || !response.IsLow(policy) || await db.Set<CallBack>().AnyAsync(c => c.InvitationId == invitation.PublicId, ct)) return;
        db.Add(CallBack.Open(invitation, policy, company.CalendarAt(now), now, company.LocalDay(now)));
    }

    async Task<bool> IsSharedDeviceAsync(Invitation invitation, string device, SurveyPolicy policy, CancellationToken ct) =>
        await db.Set<Invitation>().Where(i => i.Response!.DeviceHash == device && i.ContactKey != invitation.ContactKey).Select(i => i.ContactKey).Distinct().CountAsync(ct) + 1 >= policy.CustomersPerDevice;

    public static string DeviceHash(string cookie) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cookie)))[..32];
}

internal static class InvitationQueries
{
    /// <summary>Invitations that ask about an order, found by the index of orders: written as *any of the invitation's orders*, SQLite reads every invitation.</summary>
    public static IQueryable<Invitation> InvitationsAbout(this FeedbackDbContext db, Expression<Func<InvitedOrder, bool>> order)
    {
        var asked = db.Set<InvitedOrder>().Where(order).Select(o => o.InvitationId);
        return db.Set<Invitation>().Where(i => asked.Contains(i.Id));
    }

    /// <summary>With all that belongs to it; tracked.</summary>
    public static IQueryable<Invitation> Whole(this IQueryable<Invitation> invitations) =>
        invitations.Include(i => i.Tokens).Include(i => i.Orders).Include(i => i.Attempts).Include(i => i.Response).ThenInclude(r => r!.Answers).AsSplitQuery();

    public static readonly string[] States = ["all", "waiting", "answered", "held", "refused", "expired"];

    public static IQueryable<Invitation> Shown(this IQueryable<Invitation> invitations, string state, DateTime now) => state switch
    {
        "waiting" => invitations.Where(i => i.Response == null && i.RefusedAt == null && i.ExpiresAt >= now),
        "answered" => invitations.Where(i => i.Response != null),
        "held" => invitations.Where(i => i.Response!.Held != null && i.Response.ReviewedAt == null),
        "refused" => invitations.Where(i => i.RefusedAt != null),
        "expired" => invitations.Where(i => i.Response == null && i.RefusedAt == null && i.ExpiresAt < now),
        _ => invitations,
    };
}
