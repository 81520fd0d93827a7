using AfterSales.Feedback.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>Words of customers that may be shown, with their consent.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class TestimonialsModel(FeedbackDbContext db) : BrandPage<Testimonial>(db)
{
    const int MostShown = 100;

    public sealed record Form
    {
        public string? Text { get; init; }
        public string? ShownAs { get; init; }
        public DateOnly? On { get; init; }
        public string? How { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid? From { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Testimonial> Rows { get; private set; } = [];
    public new DateOnly Today => Ask<ICompany>().LocalDay(Now);
    protected override string Home => "/Feedback/Brand/Testimonials";

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (From is { } from && await Db.Set<Mention>().AsNoTracking().Where(m => m.PublicId == from).Select(m => new { m.Text, m.Author }).FirstOrDefaultAsync(ct) is { } mention) Input = new Form { Text = mention.Text, ShownAs = mention.Author };
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct) =>
        Rows = await Db.Set<Testimonial>().AsNoTracking().OrderBy(t => t.WithdrawnOn != null).ThenByDescending(t => t.Id).Take(MostShown).ToListAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        if (!May(FeedbackPermissions.WorkMentions)) return Forbid();
        Db.Add(Testimonial.Propose(Input.Text, Input.ShownAs, From, Now));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect(Home);
    }

    public Task<IActionResult> OnPostConsentAsync(CancellationToken ct) => WorkAsync((t, _) => t.Consent(Input.On ?? Today, Input.How, Today, Actor), ct);

    public Task<IActionResult> OnPostShowAsync(CancellationToken ct) => WorkAsync((t, _) => t.Show(Today), ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => WorkAsync((t, _) => t.Withdraw(Today), ct);

    async Task<IActionResult> WorkAsync(Action<Testimonial, DateTime> act, CancellationToken ct) => May(FeedbackPermissions.WorkMentions) ? await ActAsync(act, ct) : Forbid();
}
