using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>A link to a survey was made for a message.</summary>
/// <param name="Token">The words of the link; our own tables keep only their hash once it is delivered.</param>
/// <param name="Email">Where it is to go when somebody asked for an e-mail; null: by whatever way the contact is reached.</param>
internal sealed record SurveyLinkMade(Guid InvitationId, string Token, bool IsReminder, string? Email = null);

/// <summary>
/// Queues the message with the link. The key makes it one message however often the event is delivered, and the link in it is always the one whose hash
/// was stored. Without a public address, or in a demo, nothing goes out, and the invitation is handed over by hand or by phone.
/// </summary>
internal sealed class SendSurveyLink(FeedbackDbContext db, ICustomerMessages messages, ICompany company, TimeProvider time) : IHandle<SurveyLinkMade>
{
    const string Invite = "survey", InviteRelationship = "survey-relationship", InviteComplaint = "survey-complaint", Remind = "survey-reminder";
    public static readonly MessageTemplate[] Templates = [.. new[] { Invite, InviteRelationship, InviteComplaint, Remind }.Select(code => new MessageTemplate(code, "company", "link"))];

    public async Task HandleAsync(SurveyLinkMade @event, CancellationToken ct)
    {
        var invitation = await db.Set<Invitation>().SingleAsync(i => i.PublicId == @event.InvitationId, ct);
        if (company.PublicUrl is not { } home || (@event.Email ?? invitation.Email ?? invitation.Phone) is null) return;
        var template = @event.IsReminder ? Remind : invitation.Kind switch { SurveyKind.Relationship => InviteRelationship, SurveyKind.Complaint => InviteComplaint, _ => Invite };
        var key = @event.Email is null ? $"{template}:{invitation.PublicId:N}" : $"{template}:{invitation.PublicId:N}:{PublicToken.Hash(@event.Token)![..12]}"; // each e-mail asked for is one
        await messages.QueueAsync(new CustomerMessage(key, template, @event.Email is null ? invitation.Phone : null, @event.Email ?? invitation.Email, "zh-CN",
            new Dictionary<string, string> { ["company"] = company.Name, ["link"] = new Uri(home, "/s/" + @event.Token).AbsoluteUri }) { About = invitation.Orders.FirstOrDefault()?.OrderId ?? invitation.PublicId }, ct);
        if ((await messages.StatesAsync([key], ct)).GetValueOrDefault(key) != MessageState.NotSent) invitation.Delivered(time.Now());
    }
}
