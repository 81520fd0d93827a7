using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Tracking;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Maintenance;

/// <summary>The customer picks a time for due maintenance, or says no. Opening it records nothing; unknown, used and overtaken links look alike.</summary>
[OpenToAll("Customers book maintenance by an unguessable link, without an account.")]
internal sealed class ChooseModel(ServiceDbContext db, BookMaintenance book, TrackOrders tracking, PublicDoor door, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    public MaintenanceProposal? Proposal { get; private set; }
    public string? Product { get; private set; }
    public IReadOnlyList<OfferedWindow> Windows { get; private set; } = [];
    /// <summary>Set once it is booked: number of the order and the way to follow it.</summary>
    public (string Number, string Link)? Booked { get; private set; }
    public bool IsDeclined { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (PublicToken.Hash(Token) is { } hash) Proposal = await db.Set<MaintenanceProposal>().FirstOrDefaultAsync(p => p.TokenHash == hash && (p.State == ProposalState.Proposed || p.State == ProposalState.NoAnswer), ct);
        if (Proposal is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Product = await (from a in db.Set<Appliance>() where a.Id == Proposal.ApplianceId join m in db.Set<ProductModel>() on a.ModelId equals m.Id select m.Name).FirstOrDefaultAsync(ct);
        Windows = tracking.Windows();
    }

    public Task<IActionResult> OnPostAsync(string? window, CancellationToken ct) => ActAsync(async proposal =>
    {
        var chosen = tracking.Windows().FirstOrDefault(w => w.Code == window) ?? throw new RuleViolation("Tracking.Window.Gone") { Field = "window" };
        var number = await book.ActAsync(proposal, chosen.Start, chosen.End, T.Of(proposal.Work), OrderChannel.Web, new Actor("customer", T["Requests.Moves.Customer"]), ct);
        Booked = (number, await tracking.LinkAsync(number, ct));
    }, ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) => ActAsync(async proposal =>
    {
        proposal.Close(ProposalState.Declined, time.Now());
        (await db.Set<MaintenancePlan>().SingleAsync(p => p.Id == proposal.PlanId, ct)).Skip(proposal.DueOn);
        await db.SaveChangesAsync(ct);
        IsDeclined = true;
    }, ct);

    async Task<IActionResult> ActAsync(Func<MaintenanceProposal, Task> act, CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, Token) || !door.MaySave(Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        await LoadAsync(ct);
        if (Proposal is { } proposal) await act(proposal);
        return Page();
    }
}
