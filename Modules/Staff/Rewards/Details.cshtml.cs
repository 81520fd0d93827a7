using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Rewards;

/// <summary>A page about one proposal.</summary>
internal abstract class ProposalPage : ActPage<Proposal>
{
    public Proposal Proposal => Record;
    protected StaffDbContext Db => Ask<StaffDbContext>();
    protected RewardPolicy Policy => Ask<IPolicies>().At<RewardPolicy>(Now).Value;
    protected Kernel.Clocks.WorkingCalendar Calendar => Ask<ICompany>().CalendarAt(Now);

    protected override async Task<Proposal> FindAsync(bool toChange, CancellationToken ct) =>
        await (toChange ? Db.Set<Proposal>() : Db.Set<Proposal>().AsNoTracking()).FirstOrDefaultAsync(p => p.PublicId == Id, ct) ?? throw new NotThere();

    protected override Task SaveAsync(Proposal acted, CancellationToken ct) => Db.SaveChangesAsync(ct);
}

/// <summary>The manager decides a proposal, and an appeal against somebody else's decision.</summary>
[Permission(StaffPermissions.ReadRewards)]
internal sealed class DetailsModel(StaffRoll roll) : ProposalPage
{
    public sealed record Form
    {
        public bool Approve { get; init; }
        public string? Amount { get; init; }
        public string? Why { get; init; }
        public AppealOutcome Outcome { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public bool MayDecide => May(StaffPermissions.DecideRewards);
    protected override string Home => $"/Staff/Rewards/Details/{Id}";

    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => DecideAsync("decided", (proposal, now) => proposal.Decide(Input.Approve, Typed(), Input.Why, Policy, Calendar, now, Actor), ct);

    public Task<IActionResult> OnPostAppealAsync(CancellationToken ct) => DecideAsync("heard", (proposal, now) => proposal.DecideAppeal(Input.Outcome, Typed(), Input.Why, now, Actor), ct);

    /// <summary>Decides, and tells the employee what concerns him: his days for an appeal run.</summary>
    async Task<IActionResult> DecideAsync(string step, Action<Proposal, DateTime> act, CancellationToken ct)
    {
        if (!MayDecide) return Forbid();
        Guid? employee = null;
        var done = await ActAsync((proposal, now) =>
        {
            act(proposal, now);
            if (proposal.State == RewardState.Approved) employee = proposal.EmployeeId;
        }, ct);
        if (employee is { } told) await roll.TellAsync(told, new Notice($"reward-{step}:{Id:N}", "Rewards.Tell", [], $"/Staff/Rewards/Appeal/{Id}"), ct);
        return done;
    }

    Money? Typed() => string.IsNullOrWhiteSpace(Input.Amount) ? null : Money.TryParse(Input.Amount, out var amount) ? amount : throw new RuleViolation("Import.NotMoney") { Field = "Input.Amount" };
}
