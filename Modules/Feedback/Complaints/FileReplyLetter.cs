using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AfterSales.Documents.Contracts;
using AfterSales.Feedback.Contracts;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>Puts the letter that answers a complaint on file with Documents (clause 8.2); a letter after a reopening is a new version of it.</summary>
internal sealed class FileReplyLetter(FeedbackDbContext db, IFileStore files, ReplyLetter letter, ICompany company, Texts text, TimeProvider time) : IHandle<ComplaintReplied>
{
    public async Task HandleAsync(ComplaintReplied @event, CancellationToken ct)
    {
        var complaint = await db.Set<Complaint>().AsNoTracking().OneAsync(@event.ComplaintId, ct);
        var paper = new PrintedPaper(text, company.Name, "Paper.reply_letter", complaint.Number).Fact("Complaints.Letter.To", complaint.ContactName).Fact("Complaints.Letter.Complaint", complaint.Text)
            .Words((await letter.WriteAsync(complaint, Texts.Chinese, ct)).Body).Words((await letter.WriteAsync(complaint, Texts.English, ct)).Body);
        var kept = await files.Keep(new MemoryStream(paper.ToBytes()), PrintedPaper.MediaType, ct);
        List<RecordLink> links = [new(LinkKinds.Complaint, complaint.PublicId.ToString("D"), complaint.Number)];
        if (complaint is { OrderId: { } order, OrderNumber: { } number }) links.Add(new(LinkKinds.Order, order.ToString("D"), number));
        db.Publish(new RecordToFile(complaint.PublicId, RecordClasses.Complaint, Papers.ReplyLetter, $"{complaint.Number} 投诉答复函", $"{complaint.Number} reply letter", kept.Sha256, $"{complaint.Number}.html", PrintedPaper.MediaType, time.Now(), links), time.Now());
    }
}

/// <summary>Complaints and survey answers about an order, for an evidence pack.</summary>
internal sealed class FeedbackEvidence(FeedbackDbContext db) : IEvidence
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public async Task<EvidenceFound> AboutAsync(EvidenceOf about, bool masked, CancellationToken ct)
    {
        if (!Guid.TryParse(about.Key, out var id) || about.Kind is not (LinkKinds.Order or LinkKinds.Complaint)) return EvidenceFound.None;
        List<EvidenceFile> files = [];
        List<EvidenceOf> related = [];
        foreach (var c in await db.Set<Complaint>().AsNoTracking().Include(c => c.Events).Include(c => c.Escalations).AsSplitQuery().Where(c => about.Kind == LinkKinds.Order ? c.OrderId == id : c.PublicId == id).OrderBy(c => c.Id).ToListAsync(ct))
        {
            if (about.Kind == LinkKinds.Order)
            {
                related.Add(new EvidenceOf(LinkKinds.Complaint, c.PublicId.ToString("D"), c.Number));
                continue;
            }
            files.Add(new EvidenceFile("complaint.json", $"{c.Number} 投诉 · complaint", JsonSerializer.SerializeToUtf8Bytes(new
            {
                c.Number, c.OrderNumber, c.Channel, c.Matter, c.OutsideNumber, c.OutsideDue, contact = masked ? null : c.ContactName, phone = masked ? null : c.Phone, c.Text, c.Wish, c.ReceivedAt, c.Stage, c.Severity, c.Finding, c.Cause, c.Investigation, c.Remedy, c.Decision, c.ReplyText, c.Action, c.HandlerName,
                c.ClosedAt, c.Reopened, c.ReopenedAt, c.Settled, refunded = c.Refunded.ToString(), c.Acknowledging, c.Deciding, c.Closing, history = c.Events.OrderBy(e => e.Id).Select(e => new { e.At, e.ActorName, e.Act }),
            }, Json)));
        }
        if (about.Kind == LinkKinds.Order && await db.InvitationsAbout(o => o.OrderId == id).AsNoTracking().Include(i => i.Orders).Include(i => i.Response!.Answers).AsSplitQuery().Where(i => i.Response != null).OrderBy(i => i.Id).ToListAsync(ct) is { Count: > 0 } invitations)
            files.Add(new EvidenceFile("surveys.json", "满意度问卷 · survey answers", JsonSerializer.SerializeToUtf8Bytes(invitations.Select(i => new { i.Kind, i.InvitedAt, i.DeliveredAt, i.Response!.Method, answers = i.Response.Answers.OrderBy(a => a.Id) }), Json)));
        return new EvidenceFound(files, related);
    }
}
