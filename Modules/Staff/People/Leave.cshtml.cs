using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.People;

/// <summary>Somebody leaves: the last day, and what must be handed over; the list shows what is still open, whenever it is looked at.</summary>
[Permission(StaffPermissions.EditPeople)]
internal sealed class LeaveModel(StaffDbContext db, EmployeeBook book, IDispatchRoster roster, IEnumerable<IOpenWork> work, IAccountNames accounts, IAuditLog audit) : EmployeePage(db)
{
    public sealed record Form
    {
        public DateOnly LastDay { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<PlannedVisit> Visits { get; private set; } = [];
    public IReadOnlyList<OpenTask> Tasks { get; private set; } = [];
    /// <summary>People who are led by whoever leaves.</summary>
    public IReadOnlyList<EmployeeInBrief> Led { get; private set; } = [];
    public bool MayClose => Employee.LeftOn <= Today;
    public bool IsClean => Visits.Count == 0 && Tasks.Count == 0 && Led.Count == 0 && Employee.AccountId is null && Employee.Devices.TrueForAll(d => d.ReturnedOn is not null);
    protected override string Home => $"/Staff/People/Leave/{Id}";

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { LastDay = Today };
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Visits = await roster.OpenAsync(Employee.Number, ct);
        List<OpenTask> tasks = [];
        foreach (var part in work) tasks.AddRange(await part.OfAsync(Employee.Number, Employee.AccountId, ct));
        Tasks = tasks;
        Led = [.. (await book.InPostAsync(Today, ct)).Where(p => p.Supervisor == Employee.Number)];
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (employee, now) =>
    {
        employee.Leave(Input.LastDay, Input.Reason, now, Actor);
        foreach (var team in await Db.Set<Team>().Include(t => t.Leaders).Where(t => t.Leaders.Any(l => l.EmployeeId == employee.Id && (l.LastDay == null || l.LastDay > Input.LastDay))).ToListAsync(ct)) team.LoseLeader(employee.Id, Input.LastDay);
    }, ct);

    /// <summary>The account is closed and everything that is signed in with it ends, once the last day has come.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        string? account = null;
        var answer = await ActAsync((employee, now) =>
        {
            if (employee.LeftOn is not { } last || last > Today) throw new Kernel.RuleViolation("People.HandOver.StillHere");
            account = employee.AccountId;
            employee.SignInAs(null, now, Actor);
        }, ct);
        if (account is null) return answer;
        await accounts.CloseAsync(account, Actor, ct);
        await audit.RecordAsync(Actor, "employee.account", $"employee:{Id}", "-", ct);
        return answer;
    }
}
