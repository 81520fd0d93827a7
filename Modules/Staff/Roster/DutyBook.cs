using AfterSales.Kernel.Composition;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Roster;

/// <summary>How somebody stands on a day.</summary>
/// <param name="Place">Null: not in the company on that day.</param>
/// <param name="Leave">Approved leave on that day.</param>
/// <param name="Duty">Hours of work; null on a day off.</param>
/// <param name="IsPlanned">False where neither team nor person has a week: any hour will do.</param>
internal sealed record DutyOfDay(Employee Employee, DateOnly Day, Placement? Place, Leave? Leave, Duty? Duty, bool IsPlanned)
{
    /// <summary>Hours that can be worked on that day.</summary>
    public double Hours => Place is null || Leave is not null ? 0 : Duty?.Hours ?? 0;
}

/// <summary>Who works when: places, weeks, single shifts and leave of a span of days, read at once.</summary>
internal sealed class DutyBook
{
    readonly ILookup<long, Leave> _leaves;
    readonly ILookup<long, WorkWeek> _own, _ofTeams;
    readonly Dictionary<(long, DateOnly), Shift> _shifts;

    public IReadOnlyList<Employee> People { get; }

    DutyBook(IReadOnlyList<Employee> people, IEnumerable<Leave> leaves, IReadOnlyList<WorkWeek> weeks, IEnumerable<Shift> shifts)
    {
        People = people;
        _leaves = leaves.ToLookup(l => l.EmployeeId);
        _own = weeks.Where(w => w.EmployeeId is not null).ToLookup(w => w.EmployeeId!.Value);
        _ofTeams = weeks.Where(w => w.TeamId is not null).ToLookup(w => w.TeamId!.Value);
        _shifts = shifts.ToDictionary(s => (s.EmployeeId, s.Day));
    }

    public static async Task<DutyBook> ReadAsync(StaffDbContext db, DateOnly from, DateOnly to, CancellationToken ct) => new(
        await db.Set<Employee>().AsNoTracking().Include(e => e.Placements).OrderBy(e => e.Number).ToListAsync(ct),
        await db.Set<Leave>().AsNoTracking().Where(l => l.State == LeaveState.Approved && l.FirstDay <= to && l.LastDay >= from).ToListAsync(ct),
        await db.Set<WorkWeek>().AsNoTracking().Where(w => w.FirstDay <= to).OrderBy(w => w.FirstDay).ThenBy(w => w.Id).ToListAsync(ct),
        await db.Set<Shift>().AsNoTracking().Where(s => s.Day >= from && s.Day <= to).ToListAsync(ct));

    public DutyOfDay On(Employee employee, DateOnly day)
    {
        var place = employee.On(day);
        var week = _own[employee.Id].LastOrDefault(w => w.FirstDay <= day) ?? (place?.TeamId is { } team ? _ofTeams[team].LastOrDefault(w => w.FirstDay <= day) : null);
        var shift = _shifts.GetValueOrDefault((employee.Id, day));
        return new DutyOfDay(employee, day, place, _leaves[employee.Id].FirstOrDefault(l => l.FirstDay <= day && l.LastDay >= day), shift is null ? week?.On(day) : shift.Duty, shift is not null || week is not null);
    }

    /// <summary>Why somebody cannot come in a window, or null.</summary>
    public Away? Away(Employee employee, DateTime fromUtc, DateTime toUtc, ICompany company)
    {
        var (start, end) = (company.ToLocal(fromUtc), company.ToLocal(toUtc));
        Away? away = null;
        for (var day = DateOnly.FromDateTime(start); day == DateOnly.FromDateTime(start) || day.ToDateTime(TimeOnly.MinValue) < end; day = day.AddDays(1))
        {
            var duty = On(employee, day);
            if (duty.Place is null) return Contracts.Away.Left;
            if (duty.Leave is not null) return Contracts.Away.OnLeave;
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            if (duty.IsPlanned && (duty.Duty is not { } hours || Math.Max(0, (start - midnight).TotalMinutes) < hours.Starts || Math.Min(1440, (end - midnight).TotalMinutes) > hours.Ends)) away = Contracts.Away.OffShift;
        }
        return away;
    }
}
