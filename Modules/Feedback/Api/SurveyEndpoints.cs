using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
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

/// <summary>One answer of a customer. Who it was, and free words, only with <c>personal.read</c>.</summary>
/// <param name="Kind">What was asked about.</param>
/// <param name="Method">link, qr, phone, on_site or paper.</param>
/// <param name="Counts">False while it waits for review, and for good when the review threw it out.</param>
/// <param name="Orders">Numbers of the orders that it is about.</param>
internal sealed record SurveyDocument(
    Guid Id, string Kind, DateTimeOffset InvitedAt, DateTimeOffset AnsweredAt, DateOnly AnsweredDay, string Method, bool Counts, int? Rating, int? Recommendation, int? Effort, IReadOnlyList<string> Orders, string? Team,
    string? Contact, string? Phone, string? Comment);

/// <summary>With what was answered question by question.</summary>
internal sealed record SurveyWithAnswers(SurveyDocument Survey, string Questionnaire, int QuestionnaireVersion, IReadOnlyList<AnswerDocument> Answers);

/// <param name="Value">A number, or codes of choices with commas between; free words only with <c>personal.read</c>.</param>
internal sealed record AnswerDocument(string Question, string Kind, string? Value);

/// <summary>What customers answered, for other programs.</summary>
internal static class SurveyEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/surveys", ListAsync).Is(new("surveys.list", FeedbackScopes.ReadSurveys) { ShowsPersons = true, Refusals = [404] });
        api.MapGet("/surveys/{id:guid}", OneAsync).Is(new("surveys.get", FeedbackScopes.ReadSurveys) { ShowsPersons = true, Refusals = [404] });
    }

    /// <param name="From">First local day of the answer.</param>
    /// <param name="To">Last local day of the answer, included.</param>
    /// <param name="Order">Number of an order.</param>
    /// <param name="After">The <c>next</c> of the part before.</param>
    internal sealed record Asked(HttpContext Http, DateOnly? From, DateOnly? To, string? Order, Guid? After, int? Size, CancellationToken Ct);

    static async Task<Ok<ApiPage<SurveyDocument>>> ListAsync([AsParameters] Asked asked, FeedbackDbContext db, ICompany company)
    {
        var size = ApiPages.Size(asked.Size);
        var answered = string.IsNullOrEmpty(asked.Order) ? db.Set<Invitation>().AsNoTracking() : db.InvitationsAbout(o => o.Number == asked.Order).AsNoTracking();
        answered = answered.Where(i => i.Response != null);
        if (asked.From is { } from) answered = answered.Where(i => i.Response!.AnsweredDay >= from);
        if (asked.To is { } to) answered = answered.Where(i => i.Response!.AnsweredDay <= to);
        if (asked.After is { } after)
        {
            var last = await db.Set<Invitation>().Where(i => i.PublicId == after).Select(i => (long?)i.Id).FirstOrDefaultAsync(asked.Ct) ?? throw new NotThere();
            answered = answered.Where(i => i.Id < last);
        }
        var found = await answered.Include(i => i.Orders).Include(i => i.Response).AsSplitQuery().OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(asked.Ct);
        return TypedResults.Ok(ApiPages.Of<SurveyDocument>([.. found.Select(i => Show(i, asked.Http.SeesPersons(), company))], size, s => s.Id.ToString()));
    }

    static async Task<Ok<SurveyWithAnswers>> OneAsync(HttpContext http, Guid id, FeedbackDbContext db, TakeAnswers answers, ICompany company, CancellationToken ct)
    {
        var invitation = await db.Set<Invitation>().AsNoTracking().Whole().FirstOrDefaultAsync(i => i.PublicId == id && i.Response != null, ct) ?? throw new NotThere();
        var (questions, inFull) = (await answers.QuestionsOfAsync(invitation, ct), http.SeesPersons());
        var questionnaire = await db.Set<Questionnaire>().Where(q => q.Id == invitation.QuestionnaireId).Select(q => q.PublicId).SingleAsync(ct);
        return TypedResults.Ok(new SurveyWithAnswers(Show(invitation, inFull, company), questionnaire.ToString(), invitation.QuestionnaireVersion,
            [.. from q in questions let answer = invitation.Response!.Answers.Find(a => a.Question == q.Code) where answer is not null select new AnswerDocument(q.Code, Code.Of(q.Kind), inFull || q.Kind != QuestionKind.Text ? answer.Value : null)]));
    }

    static SurveyDocument Show(Invitation i, bool inFull, ICompany company)
    {
        var said = i.Response!;
        return new SurveyDocument(i.PublicId, Code.Of(i.Kind), company.WithOffset(i.InvitedAt), company.WithOffset(said.StartedAt), said.AnsweredDay, Code.Of(said.Method), said.Counts, said.Rating, said.Recommendation, said.Effort,
            [.. i.Orders.OrderBy(o => o.CompletedAt).Select(o => o.Number)], i.Job?.Team, inFull ? i.ContactName : null, inFull ? i.Phone : null, inFull ? said.Comment : null);
    }
}
