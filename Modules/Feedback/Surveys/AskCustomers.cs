using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>Makes invitations, within what courtesy allows. Changes the context; the caller saves.</summary>
internal sealed class AskCustomers(FeedbackDbContext db, IOrderLookup orders, ICompany company, IPolicies policies)
{
    /// <summary>Asks about a completed order, or lets it share an invitation of the last days. Nothing happens where it was asked already, nobody is known, or the contact opted out.</summary>
    public async Task<Invitation?> AboutOrderAsync(OrderInBrief order, DateTime now, CancellationToken ct)
    {
        if (order.CompletedAt is not { } completedAt || Addressee.Of(order) is not { } to || await db.Set<InvitedOrder>().AnyAsync(o => o.OrderId == order.Id, ct)) return null;
        var (policy, completed, today) = (policies.At<SurveyPolicy>(now), company.LocalDay(completedAt), company.LocalDay(now));
        var contact = await ContactAsync(to.Key, today, policy.Value, ct, completed);
        if (contact.OptedOut || !await IsDrawnAsync(order, completed, policy.Value, ct)) return null;
        var printed = await db.Set<PrintedCode>().Where(c => c.OrderId == order.Id).ToListAsync(ct);
        db.RemoveRange(printed);
        if (contact.Shared(completed, policy.Value) is { } shared)
        {
            var there = await db.Set<Invitation>().Include(i => i.Orders).SingleAsync(i => i.Id == shared, ct);
            there.Include(order);
            printed.ForEach(there.TakeOver);
            return there;
        }
        if (!contact.MayInvite(completed, today, policy.Value)) return null;
        var invitation = Invitation.Of(SurveyKind.Service, await QuestionnaireAsync(SurveyKind.Service, ct), await KnownAsync(to, ct), now, today, Ends(today, policy.Value), completed, policy.Version);
        invitation.Include(order);
        printed.ForEach(invitation.TakeOver);
        invitation.Send(now);
        db.Add(invitation);
        return invitation;
    }

    /// <summary>
    /// Contacts of an agreement with many orders are not asked about each: up to so many of a month all, of those after that the share that the agreement says.
    /// Drawn by a hash of agreement and order, so that the same order is drawn or not whoever looks again.
    /// </summary>
    async Task<bool> IsDrawnAsync(OrderInBrief order, DateOnly completed, SurveyPolicy policy, CancellationToken ct)
    {
        if (order is not { Agreement: { } agreement, CustomerId: { } customer, CompletedAt: { } at }) return true;
        var month = company.CalendarAt(at).StartOf(new DateOnly(completed.Year, completed.Month, 1));
        return await orders.CompletedSinceAsync(customer, month, at, ct) <= policy.AgreementOrders || RelationshipSample.Lot100(agreement, order.Id) < (order.SurveyPercent ?? policy.AgreementPercent);
    }

    /// <summary>The contact with the e-mail address that it was last reached at.</summary>
    async Task<Addressee> KnownAsync(Addressee to, CancellationToken ct) =>
        to with { Email = await db.Set<Invitation>().AsNoTracking().Where(i => i.ContactKey == to.Key && i.Email != null).OrderByDescending(i => i.Id).Select(i => i.Email).FirstOrDefaultAsync(ct) };

    /// <summary>Asks a complainant whether it is settled; not bound by the cap, but by the wish not to be asked.</summary>
    public async Task<Invitation?> AboutComplaintAsync(Guid complaint, Addressee to, DateTime now, CancellationToken ct)
    {
        if (await HasOptedOutAsync(to.Key, ct)) return null;
        var (policy, today) = (policies.At<SurveyPolicy>(now), company.LocalDay(now));
        var invitation = Invitation.Of(SurveyKind.Complaint, await QuestionnaireAsync(SurveyKind.Complaint, ct), await KnownAsync(to, ct), now, today, Ends(today, policy.Value), null, policy.Version, complaint);
        invitation.Send(now);
        db.Add(invitation);
        return invitation;
    }

    /// <summary>The contact wants no questions any more, or wants them again; said twice, it stands once.</summary>
    public async Task WishAsync(string key, bool noQuestions, DateTime now, Actor who, CancellationToken ct)
    {
        var standing = await db.Set<OptOut>().FirstOrDefaultAsync(o => o.ContactKey == key && o.LiftedAt == null, ct);
        if (noQuestions && standing is null) db.Add(new OptOut { ContactKey = key, Since = now, By = who.Name });
        else if (!noQuestions) standing?.Lift(now, who);
    }

    public Task<bool> HasOptedOutAsync(string key, CancellationToken ct) => db.Set<OptOut>().AnyAsync(o => o.ContactKey == key && o.LiftedAt == null, ct);

    public Task<Questionnaire> QuestionnaireAsync(SurveyKind kind, CancellationToken ct) => db.Set<Questionnaire>().Include(q => q.Versions).SingleAsync(q => q.Kind == kind, ct);

    DateTime Ends(DateOnly today, SurveyPolicy policy) => company.CalendarAt(DateTime.UnixEpoch).EndOf(Courtesy.LastDay(today, policy));

    /// <param name="completed">Day of completion of the order that is to be asked about, which may be told late.</param>
    public async Task<Contact> ContactAsync(string key, DateOnly today, SurveyPolicy policy, CancellationToken ct, DateOnly? completed = null)
    {
        var (capped, shared) = (today.AddDays(-policy.CapDays), (completed ?? today).AddDays(-policy.ShareDays));
        var since = capped < shared ? capped : shared;
        var sent = await db.Set<Invitation>().AsNoTracking().Where(i => i.ContactKey == key && (i.InvitedDay >= since || i.RemindedDay >= since || i.FirstCompleted >= since))
            .Select(i => new { i.Id, i.Kind, i.InvitedDay, i.RemindedDay, i.FirstCompleted }).ToListAsync(ct);
        return new Contact(await HasOptedOutAsync(key, ct), [.. sent.Where(s => s is { Kind: SurveyKind.Service, FirstCompleted: not null }).Select(s => (s.FirstCompleted!.Value, s.Id))],
            [.. sent.Where(s => s.Kind == SurveyKind.Relationship).Select(s => s.InvitedDay).Concat(sent.Where(s => s.RemindedDay is not null).Select(s => s.RemindedDay!.Value))]);
    }
}
