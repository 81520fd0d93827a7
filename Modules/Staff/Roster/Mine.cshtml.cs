using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Roster;

/// <summary>Own leave: asked for here, granted by whoever leads the team, who finds it on the same page.</summary>
[Permission(StaffPermissions.Own)]
internal sealed class MineModel(StaffDbContext db, StaffRoll roll, WhoLeads leads, AskLeave ask, DecideLeave decide, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public LeaveKind Kind { get; init; }
        public DateOnly From { get; init; }
        public DateOnly To { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public Guid Id { get; set; }
    [BindProperty] public string? Act { get; set; }
    public long? Self { get; private set; }
    public IReadOnlyList<Leave> Own { get; private set; } = [];
    /// <summary>Asked for by people who are led by whoever looks.</summary>
    public IReadOnlyList<(Leave Leave, string Name)> ToDecide { get; private set; } = [];

    public DateOnly Today => company.LocalDay(time.Now());

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { From = Today.AddDays(1), To = Today.AddDays(1) };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Self = await SelfAsync(ct);
        if (Self is not { } self) return;
        Own = await db.Set<Leave>().AsNoTracking().Where(l => l.EmployeeId == self).OrderByDescending(l => l.FirstDay).Take(100).ToListAsync(ct);
        var led = await leads.LedByAsync(self, Today, ct);
        var asked = await (from leave in db.Set<Leave>().AsNoTracking() join e in db.Set<Employee>() on leave.EmployeeId equals e.Id where led.Contains(leave.EmployeeId) && leave.State == LeaveState.Asked orderby leave.FirstDay select new { leave, e.Name }).ToListAsync(ct);
        ToDecide = [.. asked.Select(r => (r.leave, r.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await SelfAsync(ct) is not { } self) return Forbid();
        await ask.AskAsync(self, Input.Kind, Input.From, Input.To, Input.Reason, Actor, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        var self = await SelfAsync(ct) ?? throw new NotThere();
        var leave = await db.Set<Leave>().FirstOrDefaultAsync(l => l.PublicId == Id, ct) ?? throw new NotThere();
        var isOwn = leave.EmployeeId == self;
        if (isOwn ? Act != "cancel" : Act is not ("approve" or "refuse") || !(await leads.LedByAsync(self, Today, ct)).Contains(leave.EmployeeId)) throw new NotThere();
        if (isOwn && leave.LastDay < Today) throw new RuleViolation("Roster.Leave.IsOver");
        await decide.ActAsync(leave, Act, await roll.SelfAsync(User, ct), Actor, ct);
        return RedirectToPage();
    }

    async Task<long?> SelfAsync(CancellationToken ct) => await roll.SelfAsync(User, ct) is { } self ? await db.Set<Employee>().Where(e => e.PublicId == self).Select(e => (long?)e.Id).FirstOrDefaultAsync(ct) : null;
}
