using AfterSales.Kernel.Pages;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.Teams;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.People;

/// <summary>How people are found.</summary>
internal static class EmployeeQueries
{
    /// <summary>One with all that belongs to it.</summary>
    /// <exception cref="NotThere">Nobody has that id.</exception>
    public static async Task<Employee> OneAsync(this IQueryable<Employee> employees, Guid id, CancellationToken ct) => await employees.Whole().FirstOrDefaultAsync(e => e.PublicId == id, ct) ?? throw new NotThere();

    public static IQueryable<Employee> Whole(this IQueryable<Employee> employees) => employees.Include(e => e.Placements).Include(e => e.Areas).Include(e => e.Skills).Include(e => e.Devices).Include(e => e.Events).AsSplitQuery();

    /// <summary>Places that hold on a day: the same rule as <see cref="Placement.Covers"/>, for the database.</summary>
    public static IQueryable<Placement> On(this IQueryable<Placement> placements, DateOnly day) => placements.Where(p => !p.IsVoid && p.FirstDay <= day && (p.LastDay == null || p.LastDay >= day));
}

/// <inheritdoc cref="IEmployees"/>
internal sealed class EmployeeBook(StaffDbContext db) : IEmployees
{
    /// <summary>Everybody ever on record, as they were on a day.</summary>
    public async Task<IReadOnlyList<EmployeeInBrief>> AllAsync(DateOnly day, CancellationToken ct) => await Brief(db.Set<Employee>().OrderBy(e => e.Number), day).ToListAsync(ct);

    public async Task<IReadOnlyList<EmployeeInBrief>> InPostAsync(DateOnly day, CancellationToken ct) =>
        await Brief(db.Set<Employee>().Where(e => db.Set<Placement>().On(day).Any(p => p.EmployeeId == e.Id)).OrderBy(e => e.Number), day).ToListAsync(ct);

    public Task<EmployeeInBrief?> ByNumberAsync(string number, DateOnly day, CancellationToken ct) => Brief(db.Set<Employee>().Where(e => e.Number == number), day).FirstOrDefaultAsync(ct);

    public Task<EmployeeInBrief?> ByAccountAsync(string accountId, DateOnly day, CancellationToken ct) => Brief(db.Set<Employee>().Where(e => e.AccountId == accountId), day).FirstOrDefaultAsync(ct);

    IQueryable<EmployeeInBrief> Brief(IQueryable<Employee> employees, DateOnly day) =>
        from employee in employees.AsNoTracking()
        join placement in db.Set<Placement>().On(day) on employee.Id equals placement.EmployeeId into placements
        from placement in placements.DefaultIfEmpty()
        join team in db.Set<Team>() on placement.TeamId equals team.Id into teams
        from team in teams.DefaultIfEmpty()
        join supervisor in db.Set<Employee>() on placement.SupervisorId equals supervisor.Id into supervisors
        from supervisor in supervisors.DefaultIfEmpty()
        select new EmployeeInBrief(employee.PublicId, employee.Number, employee.Name, employee.AccountId, placement == null ? null : placement.Position, team == null ? null : team.Code,
            placement == null ? null : placement.Grade, supervisor == null ? null : supervisor.Number, employee.HiredOn, employee.LeftOn);
}
