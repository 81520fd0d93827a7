using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Roster;

/// <summary>Leave that is asked for, decided, running; the newest first.</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class LeaveModel(StaffDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public long? EmployeeId { get; init; }
        public LeaveKind Kind { get; init; }
        public DateOnly From { get; init; }
        public DateOnly To { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public Guid Id { get; set; }
    [BindProperty] public string? Act { get; set; }
    public PlaceChoices Choices { get; private set; } = PlaceChoices.None;
    public IReadOnlyList<(Leave Leave, string Name)> Rows { get; private set; } = [];
    public bool MayEdit => May(StaffPermissions.EditRoster);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var today = company.LocalDay(time.Now());
        Input = new() { From = today, To = today };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Choices = await PlaceChoices.LoadAsync(db, company.LocalDay(time.Now()), ct);
        Rows = [.. (await (from leave in db.Set<Leave>().AsNoTracking() join employee in db.Set<Employee>() on leave.EmployeeId equals employee.Id orderby leave.State == LeaveState.Asked descending, leave.FirstDay descending, leave.Id descending
                           select new { leave, employee.Name }).Take(200).ToListAsync(ct)).Select(r => (r.leave, r.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayEdit) return Forbid();
        var employee = await db.Set<Employee>().AsNoTracking().Include(e => e.Placements).FirstOrDefaultAsync(e => e.Id == Input.EmployeeId, ct) ?? throw new RuleViolation("Roster.Leave.WhoMissing") { Field = "Input.EmployeeId" };
        var leave = Leave.Ask(employee, Input.Kind, Input.From, Input.To, Input.Reason, time.Now(), Actor);
        if (await db.Set<Leave>().Where(l => l.EmployeeId == employee.Id && (l.State == LeaveState.Asked || l.State == LeaveState.Approved) && l.FirstDay <= Input.To && l.LastDay >= Input.From).FirstOrDefaultAsync(ct) is { } other)
            throw new RuleViolation("Roster.Leave.Overlaps", employee.Name, other.FirstDay, other.LastDay) { Field = "Input.From" };
        db.Add(leave);
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        if (!MayEdit) return Forbid();
        var leave = await db.Set<Leave>().FirstOrDefaultAsync(l => l.PublicId == Id, ct) ?? throw new NotThere();
        if (Act == "cancel") leave.Cancel(time.Now(), Actor);
        else leave.Decide(Act == "approve", time.Now(), Actor);
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }
}
