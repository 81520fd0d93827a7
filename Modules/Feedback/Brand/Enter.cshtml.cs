using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>A mention that somebody came across.</summary>
[Permission(FeedbackPermissions.WorkMentions)]
internal sealed class EnterModel(FeedbackDbContext db, IPolicies policies, ICompany company, Shown show, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public MentionPlace Place { get; init; }
        public DateTime? PublishedAt { get; init; }
        public string? Author { get; init; }
        public int? Stars { get; init; }
        public string? Link { get; init; }
        public string? Text { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        var at = show.FromField(Input.PublishedAt) ?? throw new RuleViolation("Brand.Mention.WhenMissing") { Field = "Input.PublishedAt" };
        var intake = new MentionIntake { Place = Input.Place, PublishedAt = at, PublishedDay = company.LocalDay(at), Author = Input.Author, Stars = Input.Stars, Link = Input.Link, Text = Input.Text ?? "" };
        var mention = Mention.Enter(intake, policies.At<BrandPolicy>(now).Value, company.CalendarAt(at), now, Actor);
        if (await db.Set<Mention>().AnyAsync(m => m.Fingerprint == mention.Fingerprint, ct)) throw new RuleViolation("Brand.Mention.There") { Field = "Input.Text" };
        db.Add(mention);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Brand/Mention/{mention.PublicId}");
    }
}
