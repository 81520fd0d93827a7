using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Teams;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Roster;

/// <summary>Who leads whom on a day: the leader of the team, and whoever is named on the place.</summary>
internal sealed class WhoLeads(StaffDbContext db)
{
    /// <summary>People who are led by somebody.</summary>
    public async Task<IReadOnlyList<long>> LedByAsync(long leader, DateOnly day, CancellationToken ct) =>
        await db.Set<Placement>().On(day).Where(p => p.EmployeeId != leader && (p.SupervisorId == leader || Leaders(day).Any(l => l.TeamId == p.TeamId && l.EmployeeId == leader))).Select(p => p.EmployeeId).Distinct().ToListAsync(ct);

    /// <summary>Accounts of those who lead somebody.</summary>
    public async Task<IReadOnlyList<string>> AccountsOverAsync(long employee, DateOnly day, CancellationToken ct)
    {
        var place = await db.Set<Placement>().AsNoTracking().On(day).FirstOrDefaultAsync(p => p.EmployeeId == employee, ct);
        if (place is null) return [];
        var over = await Leaders(day).Where(l => l.TeamId == place.TeamId).Select(l => l.EmployeeId).ToListAsync(ct);
        if (place.SupervisorId is { } supervisor) over.Add(supervisor);
        return await db.Set<Employee>().Where(e => over.Contains(e.Id) && e.Id != employee && e.AccountId != null).Select(e => e.AccountId!).Distinct().ToListAsync(ct);
    }

    IQueryable<TeamLeader> Leaders(DateOnly day) => db.Set<TeamLeader>().Where(l => l.FirstDay <= day && (l.LastDay == null || l.LastDay >= day));
}

/// <summary>Leave is asked for, by the office or by whoever wants it; those who decide are told.</summary>
internal sealed class AskLeave(StaffDbContext db, WhoLeads leads, IBell bell, ICompany company, TimeProvider time)
{
    public async Task AskAsync(long? employeeId, LeaveKind kind, DateOnly from, DateOnly to, string? reason, Actor who, CancellationToken ct)
    {
        var employee = await db.Set<Employee>().AsNoTracking().Include(e => e.Placements).FirstOrDefaultAsync(e => e.Id == employeeId, ct) ?? throw new RuleViolation("Roster.Leave.WhoMissing") { Field = "Input.EmployeeId" };
        var leave = Leave.Ask(employee, kind, from, to, reason, time.Now(), who);
        if (await db.Set<Leave>().Where(l => l.EmployeeId == employee.Id && (l.State == LeaveState.Asked || l.State == LeaveState.Approved) && l.FirstDay <= to && l.LastDay >= from).FirstOrDefaultAsync(ct) is { } other)
            throw new RuleViolation("Roster.Leave.Overlaps", employee.Name, other.FirstDay, other.LastDay) { Field = "Input.From" };
        db.Add(leave);
        await db.SaveChangesAsync(ct);
        var notice = new Notice($"leave-asked:{leave.PublicId:N}", "Roster.Leave.Told", [employee.Name, Day(from), Day(to)], "/Staff/Roster/Mine");
        var over = await leads.AccountsOverAsync(employee.Id, company.LocalDay(time.Now()), ct);
        if (over.Count == 0) await bell.RingAsync(Recipients.WithPermission(StaffPermissions.EditRoster), notice with { Link = "/Staff/Roster/Leave" }, ct);
        foreach (var account in over.Where(a => a != who.Id)) await bell.RingAsync(Recipients.Person(account), notice, ct);
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Leave is granted, refused or taken back; whoever asked is told.</summary>
internal sealed class DecideLeave(StaffDbContext db, StaffRoll roll, TimeProvider time)
{
    /// <param name="act"><c>approve</c>, <c>refuse</c> or <c>cancel</c>.</param>
    /// <param name="decider">Employee who decides, where the account belongs to one.</param>
    public async Task ActAsync(Leave leave, string? act, Guid? decider, Actor who, CancellationToken ct)
    {
        var self = await db.Set<Employee>().Where(e => e.PublicId == decider).Select(e => (long?)e.Id).FirstOrDefaultAsync(ct);
        if (act == "cancel") leave.Cancel(time.Now(), who);
        else leave.Decide(act == "approve", self, time.Now(), who);
        await db.SaveChangesAsync(ct);
        if (self == leave.EmployeeId) return;
        var employee = await db.Set<Employee>().Where(e => e.Id == leave.EmployeeId).Select(e => e.PublicId).SingleAsync(ct);
        await roll.TellAsync(employee, new Notice($"leave-decided:{leave.PublicId:N}:{leave.State}", "Roster.Leave.Decided." + leave.State, [AskLeave.Day(leave.FirstDay), AskLeave.Day(leave.LastDay), who.Name], "/Staff/Roster/Mine"), ct);
    }
}
