using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Persons;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>What the Feedback module holds about a customer: grades, clocks and outcomes stay, what the person wrote and said goes.</summary>
internal sealed class ContactRecords(FeedbackDbContext db) : PersonData(db)
{
    string[] _textQuestions = [];

    public override async Task FindAsync(Person person, CancellationToken ct)
    {
        if (person.Kind != PersonKind.Customer) return;
        var (keys, phones, orders) = (person.ContactKeys.ToArray(), person.Phones.ToArray(), person.Ids.ToArray());
        var invitations = await db.Set<Invitation>().Where(i => keys.Contains(i.ContactKey) || i.Orders.Any(o => orders.Contains(o.OrderId))).Select(i => i.PublicId).ToListAsync(ct);
        var complaints = await db.Set<Complaint>().Where(c => keys.Contains(c.ContactKey) || (c.OrderId != null && orders.Contains(c.OrderId.Value)) || (c.Phone != null && phones.Contains(c.Phone.Replace(" ", "").Replace("-", ""))))
            .Select(c => new { c.PublicId, c.Number, c.ContactName, c.Stage }).ToListAsync(ct);
        person.Ids.UnionWith(invitations);
        person.Ids.UnionWith(complaints.Select(c => c.PublicId));
        person.Numbers.UnionWith(complaints.Select(c => c.Number));
        person.Names.UnionWith(complaints.Select(c => c.ContactName).OfType<string>());
        if (complaints.FindAll(c => c.Stage != ComplaintStage.Closed) is { Count: > 0 } open) person.Obstacles.Add(new RuleViolation("Persons.Obstacle.OpenComplaints", string.Join(", ", open.Select(c => c.Number))));
        _textQuestions = [.. (await db.Set<QuestionnaireVersion>().AsNoTracking().Select(v => v.Document).ToListAsync(ct)).SelectMany(QuestionList.Read).Where(q => q.Kind == QuestionKind.Text).Select(q => q.Code).Distinct()];
    }

    PersonRows<T> Rows<T>(string textKey, IQueryable<T> rows) where T : class => new(db, textKey, rows);

    public override IReadOnlyList<PersonRows> Held(Person person)
    {
        if (person.Kind != PersonKind.Customer) return [];
        var keys = person.ContactKeys.ToArray();
        var names = person.Names.ToArray();
        var invitations = db.Set<Invitation>().Where(i => person.Ids.Contains(i.PublicId));
        var complaints = db.Set<Complaint>().Where(c => person.Ids.Contains(c.PublicId));
        var callBacks = db.Set<CallBack>().Where(c => person.Ids.Contains(c.InvitationId));
        var responses = db.Set<SurveyResponse>().Where(r => invitations.Any(i => i.Id == r.InvitationId));
        return
        [
            Rows("Persons.Answers", db.Set<SurveyAnswer>().Where(a => _textQuestions.Contains(a.Question) && responses.Any(r => r.Id == a.ResponseId))).Tell("Persons.What", a => a.Question).Erase("Persons.Words", a => a.Value).Keep("Persons.Kept.Answers"),
            Rows("Persons.Responses", responses).Tell("Persons.At", r => r.AnsweredDay).Tell("Persons.Rating", r => r.Rating).Tell("Persons.Recommendation", r => r.Recommendation).Erase("Persons.Words", r => r.Comment).Blank(r => r.DeviceHash, null).Keep("Persons.Kept.Answers"),
            Rows("Persons.Calls", db.Set<CallAttempt>().Where(a => invitations.Any(i => i.Id == a.InvitationId))).Tell("Persons.At", a => a.At).Erase("Persons.Words", a => a.Note).Keep("Persons.Kept.Answers"),
            Rows("Persons.SurveyLinks", db.Set<InvitationToken>().Where(t => invitations.Any(i => i.Id == t.InvitationId))).Delete(),
            Rows("Persons.Invitations", invitations).Tell("Persons.At", i => i.InvitedAt).Pseudonymise("Persons.Name", i => i.ContactName).Pseudonymise("Persons.Phone", i => i.Phone).Pseudonymise("Persons.Email", i => i.Email).Blank(i => i.ContactKey, null).Keep("Persons.Kept.Answers"),
            Rows("Persons.CallBackCalls", db.Set<CallBackAttempt>().Where(a => callBacks.Any(c => c.Id == a.CallBackId))).Tell("Persons.At", a => a.At).Erase("Persons.Words", a => a.Note).Keep("Persons.Kept.Answers"),
            Rows("Persons.CallBacks", callBacks).Tell("Persons.At", c => c.OpenedAt).Pseudonymise("Persons.Name", c => c.ContactName).Pseudonymise("Persons.Phone", c => c.Phone).Erase("Persons.Words", c => c.Comment).Erase("Persons.Result", c => c.ResultNote).Blank(c => c.ContactKey, null).Keep("Persons.Kept.Answers"),
            Rows("Persons.ComplaintLog", db.Set<ComplaintEvent>().Where(e => complaints.Any(c => c.Id == e.ComplaintId))).Tell("Persons.At", e => e.At).Tell("Persons.What", e => e.Act).Erase("Persons.Words", e => e.Args, string.Join('\u001f', Enumerable.Repeat(PersonRows.Gone, 4))).Keep("Persons.Kept.Complaints"),
            Rows("Persons.OwnActs", db.Set<ComplaintEvent>().Where(e => names.Contains(e.ActorName) && complaints.Any(c => c.Id == e.ComplaintId))).Tell("Persons.At", e => e.At).Tell("Persons.What", e => e.Act).Pseudonymise("Persons.Name", e => e.ActorName).Keep("Persons.Kept.Complaints"),
            Rows("Persons.Complaints", complaints).Tell("Persons.Number", c => c.Number).Tell("Persons.At", c => c.ReceivedAt).Pseudonymise("Persons.Name", c => c.ContactName).Pseudonymise("Persons.Phone", c => c.Phone).Erase("Persons.Words", c => c.Text).Erase("Persons.Wish", c => c.Wish)
                .Erase("Persons.Investigation", c => c.Investigation).Erase("Persons.Result", c => c.Decision).Erase("Persons.Reply", c => c.ReplyText).Blank(c => c.Action).Blank(c => c.ContactKey, null).Blank(c => c.TokenHash, null).Keep("Persons.Kept.Complaints"),
            Rows("Persons.OptOuts", db.Set<OptOut>().Where(o => keys.Contains(o.ContactKey))).Tell("Persons.At", o => o.Since).Tell("Persons.ConsentEnded", o => o.LiftedAt).Delete(),
        ];
    }

    public override async IAsyncEnumerable<string> PhonesAsync()
    {
        await foreach (var number in db.Set<Invitation>().Where(i => i.Phone != null).Select(i => i.Phone!).Distinct().AsAsyncEnumerable()) yield return number;
        await foreach (var number in db.Set<Complaint>().Where(c => c.Phone != null).Select(c => c.Phone!).Distinct().AsAsyncEnumerable()) yield return number.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
    }
}
