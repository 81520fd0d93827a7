using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Teams;

/// <summary>Posts against people on a day: what is vacant, what is over (clause 10.3).</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class PostsModel(StaffDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public long? TeamId { get; init; }
        public string? Position { get; init; }
        public int Count { get; init; }
        public DateOnly From { get; init; }
    }

    public sealed record Row(long? TeamId, string? Team, string Position, int Wanted, int There);

    const int MostAtOnce = 50;

    [BindProperty(SupportsGet = true)] public DateOnly? Day { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public PlaceChoices Choices { get; private set; } = PlaceChoices.None;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayEdit => May(StaffPermissions.EditPeople);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var day = Day ??= company.LocalDay(time.Now());
        Choices = await PlaceChoices.LoadAsync(db, day, ct);
        var teams = await db.Set<Team>().AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Code, ct);
        var wanted = (await Open(day).AsNoTracking().Select(p => new { p.TeamId, p.Position }).ToListAsync(ct)).CountBy(p => (p.TeamId, p.Position)).ToDictionary();
        var there = (await db.Set<Placement>().AsNoTracking().On(day).Select(p => new { p.TeamId, p.Position }).ToListAsync(ct)).CountBy(p => (p.TeamId, p.Position)).ToDictionary();
        Rows = [.. wanted.Keys.Union(there.Keys).Select(k => new Row(k.TeamId, k.TeamId is { } id ? teams.GetValueOrDefault(id) : null, k.Position, wanted.GetValueOrDefault(k), there.GetValueOrDefault(k)))
            .OrderBy(r => r.Team ?? "\uffff", StringComparer.Ordinal).ThenBy(r => r.Position, StringComparer.Ordinal)];
    }

    IQueryable<Post> Open(DateOnly day) => db.Set<Post>().Where(p => p.OpenedOn <= day && (p.ClosedOn == null || p.ClosedOn >= day));

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        if (!MayEdit) return Forbid();
        if (Input.Count is < 1 or > MostAtOnce) throw new RuleViolation("Teams.Posts.CountWrong", MostAtOnce) { Field = "Input.Count" };
        for (var i = 0; i < Input.Count; i++) db.Add(Post.Open(Input.TeamId, Input.Position, Input.From));
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { day = Input.From.ToString("O") });
    }

    /// <summary>Closes the youngest post of a kind: the day shown is its last.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        if (!MayEdit) return Forbid();
        var post = await Open(Input.From).Where(p => p.TeamId == Input.TeamId && p.Position == Input.Position && p.ClosedOn == null).OrderByDescending(p => p.Id).FirstOrDefaultAsync(ct) ?? throw new RuleViolation("Teams.Posts.IsClosed");
        post.Close(Input.From);
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { day = Input.From.ToString("O") });
    }
}
