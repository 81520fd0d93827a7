using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Teams;

/// <summary>Who led whom on a day: the organisation as it stood then (clause 10.2).</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class ChartModel(StaffDbContext db, EmployeeBook book, ICompany company, TimeProvider time) : ModulePage
{
    ILookup<string, EmployeeInBrief> _under = Array.Empty<EmployeeInBrief>().ToLookup(_ => "");
    HashSet<string> _leaders = [];

    [BindProperty(SupportsGet = true)] public DateOnly? Day { get; set; }
    /// <summary>Those whom nobody leads.</summary>
    public IReadOnlyList<EmployeeInBrief> Tops { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var day = Day ??= company.LocalDay(time.Now());
        var people = await book.InPostAsync(day, ct);
        var here = people.Select(p => p.Number).ToHashSet();
        _under = people.Where(p => p.Supervisor is not null && here.Contains(p.Supervisor)).ToLookup(p => p.Supervisor!);
        var tops = people.Where(p => p.Supervisor is null || !here.Contains(p.Supervisor)).ToList();
        Tops = [.. tops.Concat(Rings(people, tops))];
        _leaders = [.. await (from leader in db.Set<TeamLeader>().AsNoTracking() join employee in db.Set<Employee>() on leader.EmployeeId equals employee.Id
                              where leader.FirstDay <= day && (leader.LastDay == null || leader.LastDay >= day) select employee.Number).ToListAsync(ct)];
    }

    public IReadOnlyList<EmployeeInBrief> Under(string number) => [.. _under[number]];

    public bool Leads(string number) => _leaders.Contains(number);

    /// <summary>People who lead each other in a ring hang under nobody: one of each ring is shown on top, and there the ring is cut.</summary>
    List<EmployeeInBrief> Rings(IReadOnlyList<EmployeeInBrief> people, List<EmployeeInBrief> tops)
    {
        var shown = new HashSet<string>();
        void Show(EmployeeInBrief person)
        {
            if (!shown.Add(person.Number)) return;
            foreach (var one in _under[person.Number]) Show(one);
        }

        foreach (var top in tops) Show(top);
        List<EmployeeInBrief> cut = [];
        while (people.FirstOrDefault(p => !shown.Contains(p.Number)) is { } lost)
        {
            cut.Add(lost);
            _under = _under.SelectMany(g => g.Select(p => (g.Key, Person: p))).Where(e => e.Person.Number != lost.Number).ToLookup(e => e.Key, e => e.Person);
            Show(lost);
        }
        return cut;
    }
}
