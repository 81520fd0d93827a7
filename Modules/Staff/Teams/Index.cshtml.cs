using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Teams;

/// <summary>The teams, who leads them, and how many they are.</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class IndexModel(StaffDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Code { get; init; }
        public string? Name { get; init; }
        public DateOnly From { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public bool HasTyped => Input.Code is not null;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<(Team Team, string? Leader, int Members)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { From = Today };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        var teams = await db.Set<Team>().AsNoTracking().Include(t => t.Leaders).Include(t => t.Areas).AsSplitQuery().OrderBy(t => t.DisbandedOn != null).ThenBy(t => t.Code).ToListAsync(ct);
        var members = await db.Set<Placement>().AsNoTracking().On(Today).Where(p => p.TeamId != null).GroupBy(p => p.TeamId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var names = await db.Set<Employee>().AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        Rows = [.. teams.Select(t => (t, t.LeaderOn(Today) is { } leader ? names.GetValueOrDefault(leader.EmployeeId) : null, members.GetValueOrDefault(t.Id)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(StaffPermissions.EditPeople)) return Forbid();
        var team = Team.Form(Input.Code, Input.Name, Input.From, time.Now());
        if (await db.Set<Team>().AnyAsync(t => t.Code == team.Code, ct)) throw new RuleViolation("Teams.CodeTwice", team.Code) { Field = "Input.Code" };
        db.Add(team);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/Teams/Details/{team.PublicId}");
    }
}
