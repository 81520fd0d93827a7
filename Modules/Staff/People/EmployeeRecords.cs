using AfterSales.Kernel.Persons;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Data;
using AfterSales.Staff.Rewards;
using AfterSales.Staff.Roster;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.People;

/// <summary>What is held about an employee, to be told. Labour law has it kept; nothing of it is erased on demand.</summary>
internal sealed class EmployeeRecords(StaffDbContext db) : PersonData(db)
{
    public override async Task FindAsync(Person person, CancellationToken ct)
    {
        var employee = await db.Set<Employee>().AsNoTracking().FirstOrDefaultAsync(e => e.PublicId == person.Id, ct);
        if (employee is null) return;
        (person.Kind, person.Name, person.AccountId) = (PersonKind.Employee, employee.Name, employee.AccountId);
        person.Selves.Add(employee.PublicId);
        person.Numbers.Add(employee.Number);
        person.Names.Add(employee.Name);
    }

    PersonRows<T> Rows<T>(string textKey, IQueryable<T> rows) where T : class => new(db, textKey, rows);

    public override IReadOnlyList<PersonRows> Held(Person person)
    {
        if (person.Kind != PersonKind.Employee) return [];
        var (id, numbers) = (person.Id, person.Numbers.ToArray());
        var employee = db.Set<Employee>().Where(e => e.PublicId == id);
        return
        [
            Rows("Persons.Employee", employee).Tell("Persons.Number", e => e.Number).Tell("Persons.Name", e => e.Name).Tell("Persons.From", e => e.HiredOn).Tell("Persons.Until", e => e.LeftOn).Keep("Persons.Kept.Employee"),
            Rows("Persons.Placements", db.Set<Placement>().Where(p => employee.Any(e => e.Id == p.EmployeeId))).Tell("Persons.What", p => p.Position).Tell("Persons.Grade", p => p.Grade).Tell("Persons.From", p => p.FirstDay).Tell("Persons.Until", p => p.LastDay).Keep("Persons.Kept.Employee"),
            Rows("Persons.EmployeeLog", db.Set<EmployeeEvent>().Where(p => employee.Any(e => e.Id == p.EmployeeId))).Tell("Persons.At", e => e.At).Tell("Persons.What", e => e.Act).Tell("Persons.Words", e => e.Args.Replace('\u001f', ' ')).Keep("Persons.Kept.Employee"),
            Rows("Persons.Skills", db.Set<EmployeeSkill>().Where(p => employee.Any(e => e.Id == p.EmployeeId))).Tell("Persons.What", s => s.Name).Keep("Persons.Kept.Employee"),
            Rows("Persons.Devices", db.Set<EmployeeDevice>().Where(p => employee.Any(e => e.Id == p.EmployeeId))).Tell("Persons.What", d => d.Name).Tell("Persons.Serial", d => d.Serial).Tell("Persons.From", d => d.GivenOn).Tell("Persons.Until", d => d.ReturnedOn).Keep("Persons.Kept.Employee"),
            Rows("Persons.Leaves", db.Set<Leave>().Where(p => employee.Any(e => e.Id == p.EmployeeId))).Tell("Persons.What", l => l.Kind.ToString()).Tell("Persons.From", l => l.FirstDay).Tell("Persons.Until", l => l.LastDay).Tell("Persons.Reason", l => l.Reason).Keep("Persons.Kept.Employee"),
            Rows("Persons.Certificates", db.Set<Certificate>().Where(c => numbers.Contains(c.PersonCode))).Tell("Persons.Number", c => c.Number).Tell("Persons.What", c => c.Kind.ToString()).Keep("Persons.Kept.Employee"),
            Rows("Persons.Trainings", db.Set<Participant>().Where(p => p.EmployeeId == id)).Tell("Persons.What", p => p.Outcome.ToString()).Tell("Persons.Number", p => p.Certificate).Keep("Persons.Kept.Employee"),
            Rows("Persons.Assessments", db.Set<Assessment>().Where(a => a.EmployeeId == id)).Tell("Persons.What", a => a.TemplateName).Tell("Persons.From", a => a.From).Tell("Persons.Until", a => a.To).Tell("Persons.Grade", a => a.Grade).Tell("Persons.Words", a => a.Comment).Keep("Persons.Kept.Employee"),
            Rows("Persons.Rewards", db.Set<Proposal>().Where(p => p.EmployeeId == id)).Tell("Persons.What", p => p.Kind.ToString()).Tell("Persons.Words", p => p.DecisionWhy).Keep("Persons.Kept.Employee"),
        ];
    }
}
