using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Data;
using AfterSales.Staff.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Dispatch;

/// <summary>Whoever Staff says goes to customers can be sent: name, present team and account follow the person's record.</summary>
internal sealed class KeepTechnicians(ServiceDbContext db, IEmployees employees, ICompany company, TimeProvider time) : IHandle<EmployeeChanged>
{
    public async Task HandleAsync(EmployeeChanged @event, CancellationToken ct)
    {
        if (await employees.ByNumberAsync(@event.Number, company.LocalDay(time.Now()), ct) is not { } employee) return;
        var technician = await db.Set<Technician>().FirstOrDefaultAsync(t => t.Code == employee.Number, ct);
        if (technician is null)
        {
            if (employee.Position != Roles.Technician) return;
            db.Add(technician = new Technician { Code = employee.Number, Name = employee.Name });
        }
        await FollowAsync(technician, employee, ct);
    }

    async Task FollowAsync(Technician technician, EmployeeInBrief employee, CancellationToken ct)
    {
        technician.Name = employee.Name;
        if (employee.Position == Roles.Technician) technician.MoveTo(employee.Team);
        if (technician.AccountId == employee.AccountId) return;
        // an account shows the orders of one technician: whoever had it before loses it
        foreach (var other in await db.Set<Technician>().Where(t => t.Id != technician.Id && t.AccountId != null && t.AccountId == employee.AccountId).ToListAsync(ct)) other.SignInAs(null);
        if (employee.AccountId is not null || employee.LeftOn is not null) technician.SignInAs(employee.AccountId);
    }
}
