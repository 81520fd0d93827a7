using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>A link by which a customer follows a complaint was made for a message.</summary>
/// <param name="Token">The words of the link; our own tables keep only their hash once it is delivered.</param>
internal sealed record ComplaintLinkMade(Guid ComplaintId, string Token);

/// <param name="Round">Times it had been reopened: each closing is asked about.</param>
internal sealed record ComplaintClosed(Guid ComplaintId, int Round);

/// <summary>Tells the customer under which number the complaint runs and where to follow it (clause 5.4). Without a public address they are told on the phone.</summary>
internal sealed class SendComplaintLink(FeedbackDbContext db, ICustomerMessages messages, ICompany company) : IHandle<ComplaintLinkMade>
{
    public static readonly MessageTemplate Template = new("complaint", "company", "number", "link");

    public async Task HandleAsync(ComplaintLinkMade @event, CancellationToken ct)
    {
        var complaint = await db.Set<Complaint>().AsNoTracking().SingleAsync(c => c.PublicId == @event.ComplaintId, ct);
        if (company.PublicUrl is not { } home || complaint.Phone is null) return;
        await messages.QueueAsync(new CustomerMessage($"complaint:{complaint.PublicId:N}", Template.Code, complaint.Phone, null, "zh-CN",
            new Dictionary<string, string> { ["company"] = company.Name, ["number"] = complaint.Number, ["link"] = new Uri(home, "/c/" + @event.Token).AbsoluteUri }) { About = complaint.PublicId }, ct);
    }
}

/// <summary>Whoever complained is asked after each closing whether it settles the matter (clause 5.4), unless they want no questions.</summary>
internal sealed class AskWhetherItIsSettled(FeedbackDbContext db, AskCustomers ask, TimeProvider time) : IHandle<ComplaintClosed>
{
    public async Task HandleAsync(ComplaintClosed @event, CancellationToken ct)
    {
        var complaint = await db.Set<Complaint>().AsNoTracking().SingleAsync(c => c.PublicId == @event.ComplaintId, ct);
        if (complaint.IsOpen || complaint.Reopened != @event.Round) return;
        await ask.AboutComplaintAsync(complaint.PublicId, new Addressee(complaint.ContactKey, complaint.ContactName, complaint.Phone), time.Now(), ct);
    }
}

/// <summary>Takes the answer to that question over to the complaint.</summary>
internal sealed class HearComplainants(FeedbackDbContext db, ICompany company)
{
    public async Task HearAsync(Invitation invitation, DateTime now, CancellationToken ct)
    {
        if (invitation is not { AboutId: { } id, Response: { Counts: true } response } || response.Answers.Find(a => a.Question == ShippedQuestionnaires.Settled)?.Value is not { } said) return;
        var complaint = await db.Set<Complaint>().OneAsync(id, ct);
        if (!complaint.IsOpen) complaint.Hear(said == ShippedQuestionnaires.Yes, now, company.LocalDay(now), new Actor("<customer>", invitation.ContactName ?? complaint.Number));
    }
}
