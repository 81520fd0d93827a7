using AfterSales.Kernel.Pages;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>One event: which risks it belongs to, or that nobody had foreseen it; what is done about it.</summary>
[Permission(RiskPermissions.Read)]
internal sealed class HappeningModel(RiskDbContext db, OpenAction open) : RiskPage<RiskEvent>(db)
{
    public sealed record Form
    {
        public long[] Risks { get; init; } = [];
        public bool NotForeseen { get; init; }
        public string? Words { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public RiskEvent Happened => Record;
    public IReadOnlyList<RegisteredRisk> Risks { get; private set; } = [];
    public CorrectiveAction? Action { get; private set; }
    protected override string Home => $"/Risk/Register/Happening/{Id}";
    static string KeyOf(Guid id) => $"risk-event:{id:N}";

    protected override IQueryable<RiskEvent> Whole(IQueryable<RiskEvent> events) => events.Include(e => e.Risks);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        if (!Request.HasFormContentType) Input = new Form { Risks = [.. Happened.Risks.Select(r => r.RiskId)], NotForeseen = Happened.Foreseen == false, Words = Happened.Assessment };
        var linked = Happened.Risks.ConvertAll(r => r.RiskId);
        Risks = await Db.Set<RegisteredRisk>().AsNoTracking().Where(r => r.ClosedOn == null || linked.Contains(r.Id)).OrderBy(r => r.Category).ThenBy(r => r.Id).ToListAsync(ct);
        var key = KeyOf(Id);
        Action = await Db.Set<CorrectiveAction>().AsNoTracking().FirstOrDefaultAsync(a => a.Triggers.Any(t => t.Key == key), ct);
    }

    public async Task<IActionResult> OnPostAssessAsync(CancellationToken ct) => May(RiskPermissions.Keep) ? await ActAsync((e, _) => e.Assess(Input.Risks, Input.NotForeseen, Input.Words, Today, Actor), ct) : Forbid();

    /// <summary>Asks for a corrective action; asked twice, it is one.</summary>
    public async Task<IActionResult> OnPostActAsync(CancellationToken ct)
    {
        if (!May(RiskPermissions.LeadActions)) return Forbid();
        var happened = await FindAsync(toChange: false, ct);
        var (action, _) = await open.OpenAsync(new ActionRequest(KeyOf(Id), ActionSources.Risk, happened.What, Id, happened.Number, Home), Actor, ct);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect(OpenAction.Page(action));
    }
}
