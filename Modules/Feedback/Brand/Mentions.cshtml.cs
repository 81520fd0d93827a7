using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>Who spoke of the service in public, and what still waits for a reply.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class MentionsModel(FeedbackDbContext db, IPolicies policies, ICompany company, Shown show, TimeProvider time) : ModulePage
{
    const int PageSize = 50, MostExported = 20_000;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "waiting";
    [BindProperty(SupportsGet = true)] public MentionPlace? Place { get; set; }
    [BindProperty(SupportsGet = true)] public Tone? Tone { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Mention> Rows { get; private set; } = [];
    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_MentionRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 10_000);
        var found = await Found().Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        string[] columns = ["Brand.Place", "Brand.Author", "Brand.Published", "Brand.StarsGiven", "Brand.Words", "Brand.Tone", "Brand.Reply", "Brand.ReplyText", "Brand.Link"];
        return TakeAway(new ExportTable($"mentions-{company.LocalDay(time.Now()):yyyyMMdd}", [.. columns.Select(c => T[c])], (await Found().Take(MostExported).ToListAsync(ct)).Select(m => (IReadOnlyList<object?>)
        [
            T.Of(m.Place), m.Author, show.Time(m.PublishedAt), m.Stars, m.Text, m.Tone is { } tone ? T.Of(tone) : null, m.NeedsReply ? T.Of(Clock(m).Verdict) : T["Brand.NoReplyNeeded"], m.Reply, m.Link,
        ])), format);
    }

    IQueryable<Mention> Found()
    {
        var mentions = db.Set<Mention>().AsNoTracking().Shown(State, time.Now());
        if (Place is { } place) mentions = mentions.Where(m => m.Place == place);
        if (Tone is { } tone) mentions = mentions.Where(m => m.Tone == tone);
        if (Q?.Trim() is { Length: > 0 } q) mentions = mentions.Where(m => m.Author == q || m.Text.Contains(q));
        return mentions.OrderByDescending(m => m.PublishedAt).ThenByDescending(m => m.Id);
    }

    public ClockShown Clock(Mention m) => ClockShown.Of(m.Answering, company.CalendarAt(m.PublishedAt), time.Now(), policies.At<BrandPolicy>(m.PublishedAt).Value.WarnShare);

    public string Query => $"?state={Uri.EscapeDataString(State)}&place={Place}&tone={Tone}&q={Uri.EscapeDataString(Q ?? "")}";
}
