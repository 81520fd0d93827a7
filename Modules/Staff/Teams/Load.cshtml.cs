using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Roster;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Teams;

/// <summary>Hours that the visits of a week take against the hours that its people can work, by team: weeks that are over, and those to come.</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class LoadModel(StaffDbContext db, IDispatchRoster roster, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    const int WeeksBefore = 4, WeeksAfter = 4;

    /// <param name="Capacity">Hours of work of the team's technicians, leave taken off.</param>
    /// <param name="Load">Hours that done and planned visits take.</param>
    public sealed record Week(double Capacity, double Load)
    {
        public double? Share => Capacity > 0 ? Load / Capacity : null;
    }

    public DateOnly ThisWeek { get; private set; }
    public IReadOnlyList<DateOnly> Weeks { get; private set; } = [];
    public double HoursPerVisit { get; private set; }
    public IReadOnlyList<(string Team, IReadOnlyList<Week> Weeks)> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        ThisWeek = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        Weeks = [.. Enumerable.Range(-WeeksBefore, WeeksBefore + WeeksAfter + 1).Select(w => ThisWeek.AddDays(7 * w))];
        var policy = policies.At<StaffPolicy>(time.Now()).Value;
        HoursPerVisit = policy.HoursPerVisit;
        var (first, to) = (Weeks[0], Weeks[^1].AddDays(6));
        var book = await DutyBook.ReadAsync(db, first, to, ct);
        var calendar = company.CalendarAt(time.Now());
        var visits = (await roster.VisitsAsync(first, to, ct)).ToDictionary(v => (v.Technician, v.Day), v => v.Visits);
        var teams = await db.Set<Team>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(ct);
        var days = (from person in book.People
                    from day in Enumerable.Range(0, (7 * Weeks.Count)).Select(first.AddDays)
                    let duty = book.On(person, day)
                    where duty.Place is { Position: Roles.Technician, TeamId: not null }
                    // where nobody planned a week, working days count with the hours of the policy
                    let hours = duty.IsPlanned ? duty.Hours : duty.Leave is null && calendar.IsWorkingDay(day) ? policy.HoursPerDay : 0
                    select (duty.Place!.TeamId, Week: (day.DayNumber - first.DayNumber) / 7, Hours: hours, Load: visits.GetValueOrDefault((person.Number, day)) * HoursPerVisit)).ToLookup(d => (d.TeamId, d.Week));
        Rows = [.. teams.Select(t => (t.Code, (IReadOnlyList<Week>)[.. Weeks.Select((_, w) => new Week(days[(t.Id, w)].Sum(d => d.Hours), days[(t.Id, w)].Sum(d => d.Load)))]))
            .Where(r => r.Item2.Any(w => w.Capacity > 0 || w.Load > 0))];
    }
}
