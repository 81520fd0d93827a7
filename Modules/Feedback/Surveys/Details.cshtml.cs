using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Contracts;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>One invitation: what it is about, how it reaches the customer, what was said.</summary>
[Permission(FeedbackPermissions.HandOutSurveys)]
internal sealed class DetailsModel(FeedbackDbContext db, TakeAnswers answers, AskCustomers ask, IAskForActions actions, ICompany company, TimeProvider time, IOrderLookup orders, IPersonLooks looks) : ModulePage
{
    public sealed record CallForm
    {
        public CallResult Result { get; init; }
        public string? Note { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public CallForm Input { get; set; } = new();
    public Invitation Invitation { get; private set; } = null!;
    public IReadOnlyList<Question> Questions { get; private set; } = [];
    public bool IsOpen { get; private set; }
    public bool WantsNoQuestions { get; private set; }
    /// <summary>A link that was just made, to be copied or shown as a code; it is not kept.</summary>
    public string? Link { get; private set; }
    public QrCode? Code => Link is null ? null : QrCode.Of(Link);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Invitation = await db.Set<Invitation>().AsNoTracking().Whole().FirstOrDefaultAsync(i => i.PublicId == Id, ct) ?? throw new NotThere();
        Questions = await answers.QuestionsOfAsync(Invitation, ct);
        await looks.NoteWorkAsync(Actor, await orders.PersonOfAsync(Invitation.Orders.FirstOrDefault()?.OrderId, ct) ?? Invitation.PublicId, "Looks.Survey", ct);
        WantsNoQuestions = await ask.HasOptedOutAsync(Invitation.ContactKey, ct);
        IsOpen = Invitation.IsOpen(time.Now(), answers.PolicyOf(Invitation));
    }

    public async Task<IActionResult> OnPostLinkAsync(SurveyMethod method, CancellationToken ct)
    {
        var invitation = await TrackedAsync(ct);
        if (!invitation.IsOpen(time.Now(), answers.PolicyOf(invitation))) throw new RuleViolation("Surveys.Closed");
        var token = invitation.GiveLink(method, time.Now());
        invitation.Delivered(time.Now());
        await db.SaveChangesAsync(ct);
        Link = new Uri(company.PublicUrl ?? new Uri($"{Request.Scheme}://{Request.Host}"), "/s/" + token).AbsoluteUri;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostWishAsync(bool noQuestions, CancellationToken ct)
    {
        await ask.WishAsync((await TrackedAsync(ct)).ContactKey, noQuestions, time.Now(), Actor, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Surveys/Details/{Id}");
    }

    public Task<IActionResult> OnPostMailAsync(CancellationToken ct)
    {
        if (company.PublicUrl is null) throw new RuleViolation("Surveys.NoPublicAddress");
        return ActAsync(i => i.SendByMail(Email, time.Now()), ct);
    }

    public Task<IActionResult> OnPostCallAsync(CancellationToken ct) => ActAsync(i => i.Called(Input.Result, Input.Note, time.Now(), Actor), ct);

    public async Task<IActionResult> OnPostReviewAsync(bool counts, CancellationToken ct)
    {
        if (!May(FeedbackPermissions.ReviewAnswers)) return Forbid();
        var invitation = await TrackedAsync(ct);
        invitation.Review(counts, Actor, time.Now());
        await answers.FollowUpAsync(invitation, time.Now(), ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Surveys/Details/{Id}");
    }

    /// <summary>What the customer said becomes a corrective action (clause 4.5); asked for twice, it is one.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken ct)
    {
        if (!May(FeedbackPermissions.HandleComplaints) || !May(FeedbackPermissions.ReadSurveys)) return Forbid();
        await LoadAsync(ct);
        if (Invitation.Response is not { } response) throw new RuleViolation("Surveys.NothingYet");
        var said = Questions.Select(q => response.Answers.Find(a => a.Question == q.Code) is { } answer ? $"{q.In(System.Globalization.CultureInfo.CurrentUICulture)}: {Words(q, answer.Value)}" : null).OfType<string>();
        var answered = await actions.AskAsync(new ActionRequest($"survey:{Id:N}", ActionSources.Survey, string.Join('\n', said), Id, Invitation.Job?.Number, $"/Feedback/Surveys/Details/{Id}"), ct);
        return LocalRedirect(answered.Link);
    }

    async Task<IActionResult> ActAsync(Action<Invitation> act, CancellationToken ct)
    {
        act(await TrackedAsync(ct));
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Surveys/Details/{Id}");
    }

    async Task<Invitation> TrackedAsync(CancellationToken ct) => await db.Set<Invitation>().Whole().FirstOrDefaultAsync(i => i.PublicId == Id, ct) ?? throw new NotThere();

    public string Words(Question question, string value)
    {
        var culture = System.Globalization.CultureInfo.CurrentUICulture;
        return question.Choices.Count == 0 ? value : string.Join(T["Surveys.Comma"], value.Split(',').Select(v => question.Choices.FirstOrDefault(c => c.Code == v) is { } choice ? choice.In(culture) : v));
    }
}
