using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Teams;

/// <summary>One team: who led it, for which districts, with whom.</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class DetailsModel(StaffDbContext db) : TeamPage(db)
{
    public sealed record LeaderForm
    {
        public string? EmployeeId { get; init; }
        public DateOnly From { get; init; }
    }

    public sealed record AreaForm
    {
        public string? Areas { get; init; }
        public DateOnly From { get; init; }
    }

    Dictionary<long, string> _names = [];

    [BindProperty] public LeaderForm Lead { get; set; } = new();
    [BindProperty] public AreaForm Area { get; set; } = new();
    [BindProperty] public DateOnly LastDay { get; set; }
    public bool MayEdit => May(StaffPermissions.EditPeople);
    public IReadOnlyList<Member> Members { get; private set; } = [];
    /// <summary>Those who belong to it at present.</summary>
    public IEnumerable<Member> Candidates => Members.Where(m => m.LastDay is null || m.LastDay >= Today).DistinctBy(m => m.Number);

    public string? NameOf(long employeeId) => _names.GetValueOrDefault(employeeId);

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        (Lead, Area) = (new() { From = Today }, new() { From = Today });
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Members = await Db.MembersAsync(Team.Id, ct);
        _names = await Db.Set<Employee>().AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.Name, ct);
    }

    public Task<IActionResult> OnPostLeaderAsync(CancellationToken ct) => EditAsync(async (team, _) =>
    {
        var leader = await Db.Set<Employee>().Include(e => e.Placements).FirstOrDefaultAsync(e => e.Number == Lead.EmployeeId, ct) ?? throw new RuleViolation("Teams.LeaderUnknown") { Field = "Lead.EmployeeId" };
        if (leader.On(Lead.From)?.TeamId != team.Id) throw new RuleViolation("Teams.LeaderElsewhere", leader.Name, Lead.From) { Field = "Lead.EmployeeId" };
        team.NameLeader(leader.Id, Lead.From);
    }, ct);

    public Task<IActionResult> OnPostCoverAsync(CancellationToken ct) => EditAsync((team, _) =>
    {
        team.Cover(People.EditModel.DistrictsOf(Area.Areas), Area.From);
        return Task.CompletedTask;
    }, ct);

    public Task<IActionResult> OnPostDisbandAsync(CancellationToken ct) => EditAsync(async (team, _) =>
    {
        if (await Db.Set<Placement>().AnyAsync(p => p.TeamId == team.Id && !p.IsVoid && (p.LastDay == null || p.LastDay > LastDay), ct)) throw new RuleViolation("Teams.StillThere", LastDay);
        team.Disband(LastDay);
    }, ct);

    async Task<IActionResult> EditAsync(Func<Team, DateTime, Task> act, CancellationToken ct) => MayEdit ? await ActAsync(act, ct) : Forbid();
}
