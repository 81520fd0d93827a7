using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Roster;

/// <summary>Who works when in a week, and the forms that say so.</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class IndexModel(StaffDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record WeekForm
    {
        /// <summary><c>team:1</c> or <c>person:1</c>.</summary>
        public string? Whose { get; init; }
        public DateOnly From { get; init; }
        public List<DayOfWeek> Days { get; init; } = [];
        public TimeOnly Starts { get; init; } = new(8, 0);
        public TimeOnly Ends { get; init; } = new(18, 0);
    }

    public sealed record ShiftForm
    {
        public long? EmployeeId { get; init; }
        public DateOnly Day { get; init; }
        public TimeOnly? Starts { get; init; }
        public TimeOnly? Ends { get; init; }
    }

    [BindProperty(SupportsGet = true)] public DateOnly? Day { get; set; }
    [BindProperty(SupportsGet = true)] public string? Team { get; set; }
    [BindProperty] public WeekForm Week { get; set; } = new();
    [BindProperty] public ShiftForm One { get; set; } = new();
    public PlaceChoices Choices { get; private set; } = PlaceChoices.None;
    public DateOnly Monday { get; private set; }
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(Monday.AddDays);
    public IReadOnlyList<(Employee Person, IReadOnlyList<DutyOfDay> Days)> Rows { get; private set; } = [];
    public bool MayEdit => May(StaffPermissions.EditRoster);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Week = Week with { From = Monday, Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday] };
        One = One with { Day = company.LocalDay(time.Now()) };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var day = Day ?? company.LocalDay(time.Now());
        Monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        Choices = await PlaceChoices.LoadAsync(db, Monday, ct);
        var book = await DutyBook.ReadAsync(db, Monday, Monday.AddDays(6), ct);
        var team = Choices.Teams.FirstOrDefault(t => t.Code == Team)?.Id;
        Rows = [.. book.People.Select(p => (Person: p, Days: (IReadOnlyList<DutyOfDay>)[.. Days.Select(d => book.On(p, d))])).Where(r => r.Days.Any(d => d.Place is not null && (string.IsNullOrEmpty(Team) || d.Place.TeamId == team)))];
    }

    public async Task<IActionResult> OnPostWeekAsync(CancellationToken ct)
    {
        if (!MayEdit) return Forbid();
        var (kind, id) = Week.Whose?.Split(':') is [var k, var n] && long.TryParse(n, CultureInfo.InvariantCulture, out var number) ? (k, (long?)number) : ("", null);
        db.Add(WorkWeek.Of(kind == "team" ? id : null, kind == "person" ? id : null, Week.From, Week.Days, Week.Starts, Week.Ends));
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { day = Show(Week.From), team = Team });
    }

    public async Task<IActionResult> OnPostShiftAsync(CancellationToken ct)
    {
        if (!MayEdit) return Forbid();
        var employee = await db.Set<Employee>().AsNoTracking().Include(e => e.Placements).FirstOrDefaultAsync(e => e.Id == One.EmployeeId, ct) ?? throw new RuleViolation("Roster.Leave.WhoMissing") { Field = "One.EmployeeId" };
        if (employee.On(One.Day) is null) throw new RuleViolation("Roster.Leave.NotHere", employee.Name) { Field = "One.Day" };
        var shift = await db.Set<Shift>().FirstOrDefaultAsync(s => s.EmployeeId == employee.Id && s.Day == One.Day, ct);
        if (shift is null) db.Add(shift = Shift.On(employee.Id, One.Day));
        shift.Become(One.Starts, One.Ends);
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { day = Show(One.Day), team = Team });
    }

    static string Show(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
