using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Maintenance;

/// <summary>What the customer said when the office called: a time, no, or nothing.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class AnswerModel(ServiceDbContext db, BookMaintenance book, TimeProvider time, Shown shown) : ModulePage
{
    public sealed record Form
    {
        public DateTime? WindowStart { get; init; }
        public DateTime? WindowEnd { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public MaintenanceProposal Proposal { get; private set; } = null!;
    public Appliance Appliance { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Proposal = await db.Set<MaintenanceProposal>().AsNoTracking().FirstOrDefaultAsync(p => p.PublicId == Id, ct) ?? throw new NotThere();
        Appliance = await db.Set<Appliance>().AsNoTracking().SingleAsync(a => a.Id == Proposal.ApplianceId, ct);
        ModelState.Remove(nameof(Version));
        Version = Proposal.Version;
    }

    async Task<MaintenanceProposal> OneAsync(CancellationToken ct)
    {
        var proposal = await db.Set<MaintenanceProposal>().FirstOrDefaultAsync(p => p.PublicId == Id, ct) ?? throw new NotThere();
        return proposal.Version == Version ? proposal : throw new ChangedMeanwhile([]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var proposal = await OneAsync(ct);
        var number = await book.ActAsync(proposal, shown.FromField(Input.WindowStart), shown.FromField(Input.WindowEnd), T.Of(proposal.Work), OrderChannel.Phone, Actor, ct);
        return LocalRedirect("/Service/Requests/Details/" + Uri.EscapeDataString(number));
    }

    public async Task<IActionResult> OnPostCloseAsync(ProposalState state, CancellationToken ct)
    {
        var proposal = await OneAsync(ct);
        proposal.Close(state, time.Now());
        (await db.Set<MaintenancePlan>().SingleAsync(p => p.Id == proposal.PlanId, ct)).Skip(proposal.DueOn);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Maintenance?state=" + state);
    }
}
