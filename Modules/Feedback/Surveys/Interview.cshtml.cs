using System.Globalization;
using System.Security.Claims;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>What a customer says on the phone or wrote on paper is entered on their behalf and marked so; never by the technician who did the job.</summary>
[Permission(FeedbackPermissions.HandOutSurveys)]
internal sealed class InterviewModel(FeedbackDbContext db, TakeAnswers answers, IOrderLookup orders, IPersonLooks looks) : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public SurveyMethod Method { get; set; } = SurveyMethod.Phone;
    public Invitation Invitation { get; private set; } = null!;
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Invitation = await db.Set<Invitation>().AsNoTracking().Whole().FirstOrDefaultAsync(i => i.PublicId == Id, ct) ?? throw new NotThere();
        Questions = await answers.QuestionsOfAsync(Invitation, ct);
        await looks.NoteWorkAsync(Actor, await orders.PersonOfAsync(Invitation.Orders.FirstOrDefault()?.OrderId, ct) ?? Invitation.PublicId, "Looks.Survey", ct);
    }

    public string? Given(string code) => Request.HasFormContentType ? string.Join(',', Request.Form["q-" + code].AsEnumerable()) : Invitation.Response?.Answers.Find(a => a.Question == code)?.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Method is not (SurveyMethod.Phone or SurveyMethod.Paper)) throw new RuleViolation("Surveys.Interview.Method");
        var invitation = await db.Set<Invitation>().Whole().FirstOrDefaultAsync(i => i.PublicId == Id, ct) ?? throw new NotThere();
        var typed = Request.Form["asked"].OfType<string>().ToDictionary(a => a, a => (IReadOnlyList<string>)[.. Request.Form["q-" + a].OfType<string>()]);
        if (typed.Values.All(v => v.All(string.IsNullOrWhiteSpace))) throw new RuleViolation("Surveys.Interview.Nothing");
        await answers.TakeAsync(invitation, typed, new AnswerSource(Method, CultureInfo.CurrentUICulture.Name, EnteredBy: Actor, EnteredByUser: User.FindFirstValue(ClaimTypes.Name)), ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Surveys/Details/{Id}");
    }
}
