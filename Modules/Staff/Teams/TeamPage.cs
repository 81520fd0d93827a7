using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Teams;

/// <summary>A page about one team.</summary>
internal abstract class TeamPage(StaffDbContext db) : ActPage<Team>
{
    protected StaffDbContext Db => db;
    public Team Team => Record;
    protected override string Home => $"/Staff/Teams/Details/{Id}";

    protected override async Task<Team> FindAsync(bool toChange, CancellationToken ct)
    {
        var teams = db.Set<Team>().Include(t => t.Leaders).Include(t => t.Areas).AsSplitQuery();
        return await (toChange ? teams : teams.AsNoTracking()).FirstOrDefaultAsync(t => t.PublicId == Id, ct) ?? throw new NotThere();
    }

    protected override Task SaveAsync(Team acted, CancellationToken ct) => db.SaveChangesAsync(ct);
}

/// <summary>Who belongs to a team from when to when.</summary>
internal sealed record Member(Guid Id, string Number, string Name, string Position, string? Grade, DateOnly FirstDay, DateOnly? LastDay);

internal static class TeamQueries
{
    /// <summary>Everybody who ever belonged to a team, the newest first.</summary>
    public static async Task<IReadOnlyList<Member>> MembersAsync(this StaffDbContext db, long teamId, CancellationToken ct) => await (
        from place in db.Set<Placement>().AsNoTracking()
        join employee in db.Set<Employee>() on place.EmployeeId equals employee.Id
        where place.TeamId == teamId && !place.IsVoid
        orderby place.LastDay != null, place.FirstDay descending, employee.Number
        select new Member(employee.PublicId, employee.Number, employee.Name, place.Position, place.Grade, place.FirstDay, place.LastDay)).ToListAsync(ct);
}
