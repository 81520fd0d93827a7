using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Roster;

/// <summary>Leave that is asked for, decided, running; the newest first.</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class LeaveModel(StaffDbContext db, StaffRoll roll, AskLeave ask, DecideLeave decide, ICompany company, TimeProvider time) : ModulePage
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
        await ask.AskAsync(Input.EmployeeId, Input.Kind, Input.From, Input.To, Input.Reason, Actor, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        if (!MayEdit) return Forbid();
        var leave = await db.Set<Leave>().FirstOrDefaultAsync(l => l.PublicId == Id, ct) ?? throw new NotThere();
        await decide.ActAsync(leave, Act, await roll.SelfAsync(User, ct), Actor, ct);
        return RedirectToPage();
    }
}
