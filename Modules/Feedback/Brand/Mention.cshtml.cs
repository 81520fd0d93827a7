using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Feedback.Brand;

/// <summary>One mention: its words, why a tone is suggested, and the reply.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class MentionModel(FeedbackDbContext db, IPolicies policies, ICompany company, Shown show) : BrandPage<Mention>(db)
{
    public sealed record Form
    {
        public Tone Tone { get; init; }
        public bool NeedsReply { get; init; }
        public string? Reply { get; init; }
        public DateTime? RepliedAt { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public Mention Mention => Record;
    public ToneSuggestion Suggestion { get; private set; } = null!;
    public ClockShown Clock => ClockShown.Of(Mention.Answering, company.CalendarAt(Mention.PublishedAt), Now, policies.At<BrandPolicy>(Mention.PublishedAt).Value.WarnShare);
    protected override string Home => $"/Feedback/Brand/Mention/{Id}";

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form { Tone = Mention.Tone ?? Suggestion.Tone, NeedsReply = Mention.NeedsReply };
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Suggestion = ToneSuggestion.Of(Mention.Text, policies.At<BrandPolicy>(Now).Value);
    }

    public Task<IActionResult> OnPostJudgeAsync(CancellationToken ct) => WorkAsync((m, _) => m.Judge(Input.Tone, Input.NeedsReply, Actor), ct);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => WorkAsync((m, now) =>
    {
        var at = show.FromField(Input.RepliedAt) ?? now;
        if (at > now) throw new RuleViolation("Brand.Mention.InFuture") { Field = "Input.RepliedAt" };
        m.Answer(Input.Reply, at, company.CalendarAt(m.PublishedAt), Actor);
    }, ct);

    async Task<IActionResult> WorkAsync(Action<Mention, DateTime> act, CancellationToken ct) => May(FeedbackPermissions.WorkMentions) ? await ActAsync(act, ct) : Forbid();
}
