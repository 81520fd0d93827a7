using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Controls;

/// <summary>One control: what it is, its tests, the risks that it holds down.</summary>
[Permission(RiskPermissions.Read)]
internal sealed class DetailsModel(RiskDbContext db, Owners owners, OpenAction open) : RiskPage<Control>(db)
{
    public sealed record Form
    {
        public ControlTestResult Result { get; init; }
        public string? Note { get; init; }
        public string? Owner { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public long Test { get; set; }
    public Control Control => Record;
    public IReadOnlyList<AccountName> People { get; private set; } = [];
    public IReadOnlyList<RegisteredRisk> Risks { get; private set; } = [];
    public bool MayKeep => May(RiskPermissions.Control) && Control.RetiredOn is null;
    public bool MayTest => MayKeep || (Control.RetiredOn is null && Control.OwnerId == Actor.Id);
    protected override string Home => $"/Risk/Controls/Details/{Id}";

    protected override IQueryable<Control> Whole(IQueryable<Control> controls) => controls.Whole();

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        People = await owners.AllAsync(ct);
        var ids = Control.Risks.ConvertAll(r => r.RiskId);
        Risks = await Db.Set<RegisteredRisk>().AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct)
    {
        var mine = await Db.Set<Control>().AnyAsync(c => c.PublicId == Id && c.OwnerId == Actor.Id, ct);
        return mine || May(RiskPermissions.Control) ? await ActAsync((c, _) => c.Test(Input.Result, Input.Note, Today, Actor), ct) : Forbid();
    }

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct)
    {
        var owner = await owners.OfAsync(Input.Owner, ct);
        return May(RiskPermissions.Control) ? await ActAsync((c, _) => c.HandOver(owner), ct) : Forbid();
    }

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken ct) => May(RiskPermissions.Control) ? await ActAsync((c, _) => c.Retire(Today), ct) : Forbid();

    /// <summary>A test that did not work leads to a corrective action; asked twice, it is one.</summary>
    public async Task<IActionResult> OnPostActAsync(CancellationToken ct)
    {
        if (!May(RiskPermissions.LeadActions)) return Forbid();
        var control = await FindAsync(toChange: false, ct);
        var test = control.Tests.Find(t => t.Id == Test && t.Result is ControlTestResult.Fails or ControlTestResult.Partly) ?? throw new NotThere();
        var (action, _) = await open.OpenAsync(new ActionRequest($"control-test:{test.Id}", ActionSources.Risk, $"{control.Name}: {test.Note}", Id, control.Number, Home), Actor, ct);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect(OpenAction.Page(action));
    }
}
