using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Rewards;

/// <summary>The employee reads the decision and may appeal while its clock runs; nobody else's is there.</summary>
[Permission(StaffPermissions.Own)]
internal sealed class AppealModel(StaffRoll roll, IBell bell) : ProposalPage
{
    [BindProperty] public string? Words { get; set; }
    protected override string Home => $"/Staff/Rewards/Appeal/{Id}";

    protected override async Task<Proposal> FindAsync(bool toChange, CancellationToken ct)
    {
        var proposal = await base.FindAsync(toChange, ct);
        return proposal.State == RewardState.Approved && await roll.SelfAsync(User, ct) == proposal.EmployeeId ? proposal : throw new NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await ActAsync((proposal, now) => proposal.AppealAgainst(Words, Policy, Calendar, now), ct);
        var name = (await FindAsync(toChange: false, ct)).Name;
        await bell.RingAsync(Recipients.WithPermission(StaffPermissions.DecideRewards), new Notice($"reward-appeal:{Id:N}", "Rewards.Appealed", [name], $"/Staff/Rewards/Details/{Id}"), ct);
        return done;
    }
}
