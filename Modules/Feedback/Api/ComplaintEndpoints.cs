using System.ComponentModel.DataAnnotations;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Api;

/// <summary>A complaint in a list. Who complained, and free words, only with <c>personal.read</c>.</summary>
internal sealed record ComplaintBrief(
    string Number, Guid Id, string Channel, string Matter, string Severity, string Stage, string? OutsideNumber, string? Order, string? Team, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, string? Finding, string? Cause, string? Remedy,
    string? Contact, string? Phone, string? Text);

/// <summary>With its three clocks and the steps that were taken.</summary>
/// <param name="Settled">The customer's word on whether it is settled; null: not asked or no answer.</param>
internal sealed record ComplaintDocument(
    ComplaintBrief Complaint, string? Wish, string? Investigation, string? Decision, string? Reply, string? Action, int Reopened, bool? Settled, IReadOnlyList<ComplaintClockDocument> Clocks, IReadOnlyList<ComplaintStepDocument> Steps);

/// <param name="Clock">acknowledge, decide or close.</param>
internal sealed record ComplaintClockDocument(string Clock, string Limit, DateTimeOffset Started, DateTimeOffset Due, DateTimeOffset? Ended, string Verdict);

/// <param name="Act">Name of the step, e.g. <c>received</c>.</param>
internal sealed record ComplaintStepDocument(DateTimeOffset At, string Act, string By);

/// <summary>A complaint as another program takes it.</summary>
internal sealed record ComplaintToReceive : IApiBody
{
    [Required] public ComplaintChannel? Channel { get; init; }
    public ComplaintMatter Matter { get; init; }
    /// <summary>Number of the order that it is about; then name and phone may be left out.</summary>
    [MaxLength(40)] public string? Order { get; init; }
    [MaxLength(80)] public string? Name { get; init; }
    [MaxLength(30)] public string? Phone { get; init; }
    [Required, MaxLength(4000)] public string Text { get; init; } = "";
    [MaxLength(1000)] public string? Wish { get; init; }
    /// <summary>Gas, carbon monoxide, electric shock or scald.</summary>
    public bool IsSafety { get; init; }
    /// <summary>Number under which the outside channel knows it.</summary>
    [MaxLength(60)] public string? OutsideNumber { get; init; }
    /// <summary>When the outside channel wants it settled; rules where it is earlier than the own limit.</summary>
    public DateTimeOffset? OutsideDue { get; init; }

    public static readonly ComplaintToReceive Example = new() { Channel = ComplaintChannel.BrandHotline, Name = "张伟", Phone = "13800138000", Text = "约定上午上门，师傅下午才到", Wish = "道歉", OutsideNumber = "H-20451" };
}

/// <summary>Complaints for other programs.</summary>
internal static class ComplaintEndpoints
{
    static readonly string[] States = ["open", "overdue", "safety", "closed", "all"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/complaints", ListAsync).Is(new("complaints.list", FeedbackScopes.ReadComplaints) { ShowsPersons = true, Refusals = [404, 422] });
        api.MapGet("/complaints/{number}", OneAsync).Is(new("complaints.get", FeedbackScopes.ReadComplaints) { ShowsPersons = true, HasVersion = true, Refusals = [404] });
        api.MapPost("/complaints", ReceiveAsync).Is(new("complaints.create", FeedbackScopes.WriteComplaints) { HasVersion = true, Example = ComplaintToReceive.Example });
    }

    /// <param name="State">open, overdue, safety, closed or all.</param>
    /// <param name="From">First local day of receipt.</param>
    /// <param name="To">Last local day of receipt, included.</param>
    /// <param name="Order">Number of an order.</param>
    /// <param name="After">The <c>next</c> of the part before.</param>
    internal sealed record Asked(HttpContext Http, string? State, DateOnly? From, DateOnly? To, string? Order, string? After, int? Size, CancellationToken Ct);

    static async Task<Ok<ApiPage<ComplaintBrief>>> ListAsync([AsParameters] Asked asked, FeedbackDbContext db, ICompany company, TimeProvider time)
    {
        var (size, state) = (ApiPages.Size(asked.Size), asked.State ?? "all");
        if (!States.Contains(state)) throw new RuleViolation("Api.UnknownCode", state, string.Join(", ", States)) { Field = "state" };
        var complaints = db.Set<Complaint>().AsNoTracking().Shown(state, time.Now());
        if (asked.From is { } from) complaints = complaints.Where(c => c.ReceivedDay >= from);
        if (asked.To is { } to) complaints = complaints.Where(c => c.ReceivedDay <= to);
        if (asked.Order is { } order) complaints = complaints.Where(c => c.OrderNumber == order);
        if (asked.After is { } after)
        {
            var last = await db.Set<Complaint>().Where(c => c.Number == after).Select(c => (long?)c.Id).FirstOrDefaultAsync(asked.Ct) ?? throw new NotThere();
            complaints = complaints.Where(c => c.Id < last);
        }
        var found = await complaints.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(asked.Ct);
        return TypedResults.Ok(ApiPages.Of<ComplaintBrief>([.. found.Select(c => Brief(c, asked.Http.SeesPersons(), company))], size, c => c.Number));
    }

    static async Task<Ok<ComplaintDocument>> OneAsync(HttpContext http, string number, FeedbackDbContext db, ComplaintRulebook rulebook, ICompany company, TimeProvider time, CancellationToken ct) =>
        TypedResults.Ok(await ShowAsync(http, c => c.Number == number, db, rulebook, company, time, ct));

    static async Task<Created<ComplaintDocument>> ReceiveAsync(
        HttpContext http, ComplaintToReceive sent, ReceiveComplaint receive, FeedbackDbContext db, ComplaintRulebook rulebook, ICompany company, TimeProvider time, CancellationToken ct)
    {
        var complaint = await receive.RunAsync(new ReceiveComplaint.Request(
            sent.Channel!.Value, sent.Matter, sent.Order, sent.Name, sent.Phone, sent.Text, sent.Wish, sent.IsSafety, sent.OutsideNumber, sent.OutsideDue?.UtcDateTime.CutToMilliseconds()), http.Caller(), http.OnceId(), ct);
        return TypedResults.Created($"/api/v1/complaints/{complaint.Number}", await ShowAsync(http, c => c.Id == complaint.Id, db, rulebook, company, time, ct));
    }

    static async Task<ComplaintDocument> ShowAsync(
        HttpContext http, System.Linq.Expressions.Expression<Func<Complaint, bool>> which, FeedbackDbContext db, ComplaintRulebook rulebook, ICompany company, TimeProvider time, CancellationToken ct)
    {
        var c = await db.Set<Complaint>().AsNoTracking().Include(c => c.Events.OrderBy(e => e.Id)).Where(which).OrderBy(c => c.Id).FirstOrDefaultAsync(ct) ?? throw new NotThere();
        var (inFull, rules) = (http.SeesPersons(), rulebook.KeptBy(c));
        http.ShowVersion(c.Version);
        string? Words(string? said) => inFull ? said : null;
        return new ComplaintDocument(Brief(c, inFull, company), Words(c.Wish), Words(c.Investigation), Words(c.Decision), Words(c.ReplyText), c.Action, c.Reopened, c.Settled,
            [.. c.Clocks.Select(x => new ComplaintClockDocument(Code.Snake(x.Name), x.Clock.Limit.ToString(), company.WithOffset(x.Clock.Started), company.WithOffset(x.Clock.Due), company.WithOffset(x.Clock.Ended),
                Code.Of(x.Clock.VerdictAt(time.Now(), rules.Calendar, rules.Policy.WarnShare))))],
            [.. c.Events.Select(e => new ComplaintStepDocument(company.WithOffset(e.At), Code.Snake(e.Act), e.ActorName))]);
    }

    static ComplaintBrief Brief(Complaint c, bool inFull, ICompany company) => new(
        c.Number, c.PublicId, Code.Of(c.Channel), Code.Of(c.Matter), Code.Of(c.Severity), Code.Of(c.Stage), c.OutsideNumber, c.OrderNumber, c.Team, company.WithOffset(c.ReceivedAt), company.WithOffset(c.ClosedAt), Code.Of(c.Finding), c.Cause,
        Code.Of(c.Remedy), inFull ? c.ContactName : null, inFull ? c.Phone : null, inFull ? c.Text : null);
}
