using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Roster;
using AfterSales.Staff.Teams;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Demo;

/// <summary>Posts with a vacancy, weeks of work, leave, devices and outside certificates of the demo company. After its people.</summary>
internal sealed class DemoRoster(StaffDbContext db, IDispatchRoster roster, ICompany company) : IDemoPart
{
    static readonly Actor Manager = new("demo-manager", "经理");
    static readonly DayOfWeek[] MondayToSaturday = [.. Enum.GetValues<DayOfWeek>().Where(d => d != DayOfWeek.Sunday)];

    public int Order => 16;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<Post>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        db.TellsNobody = true;
        var random = new Random(plan.Seed + 6);
        var people = await db.Set<Employee>().Include(e => e.Placements).OrderBy(e => e.Number).ToListAsync(ct);
        var teams = await db.Set<Team>().OrderBy(t => t.Code).ToListAsync(ct);
        foreach (var team in teams)
        {
            for (var i = 0; i < people.Count(p => p.Latest!.TeamId == team.Id && p.LeftOn is null); i++) db.Add(Post.Open(team.Id, Roles.Technician, plan.From.AddDays(-30)));
            db.Add(WorkWeek.Of(team.Id, null, plan.From.AddDays(-30), MondayToSaturday, new TimeOnly(8, 0), new TimeOnly(18, 0)));
        }
        if (teams.LastOrDefault() is { } last) db.Add(Post.Open(last.Id, Roles.Technician, plan.From.AddMonths(7))); // wanted since somebody left
        foreach (var position in people.Where(p => p.Latest!.TeamId is null).GroupBy(p => p.Latest!.Position))
            for (var i = 0; i < position.Count(); i++) db.Add(Post.Open(null, position.Key, plan.From.AddDays(-30)));
        var busy = (await roster.VisitsAsync(plan.Until.AddDays(-90), plan.Until.AddDays(30), ct)).Select(v => (v.Technician, v.Day)).ToHashSet();
        var technicians = people.Where(p => p.Latest!.Position == Roles.Technician && p.LeftOn is null).ToList();
        foreach (var (technician, i) in technicians.Select((t, i) => (t, i)))
        {
            technician.Give("测温枪", $"TW-{100 + i}", plan.From, At(plan.From), Manager);
            if (i % 2 == 0) technician.Give("工作手机", $"PH-{200 + i}", plan.From, At(plan.From), Manager);
            if (i % 4 == 0) Certify(technician, "应急管理局", $"DG{plan.From.Year}-{1000 + i}", plan.From.AddDays(-200 + i), plan.From.AddYears(6), random);
            if (i % 3 != 1) continue;
            // nobody was on leave on a day with a visit; some leave is still to come, some only asked for
            bool IsFree(DateOnly day) => !busy.Contains((technician.Number, day)) && !busy.Contains((technician.Number, day.AddDays(1)));
            if (Enumerable.Range(10, 70).Select(d => plan.Until.AddDays(-d)).FirstOrDefault(IsFree) is var past && past != default) TakeLeave(technician, LeaveKind.Annual, past, 2, approved: true, random);
            if (i > 6 && plan.Until.AddDays(6 + i) is var soon && IsFree(soon)) TakeLeave(technician, i > 10 ? LeaveKind.Personal : LeaveKind.Annual, soon, 2, approved: i < 10, random);
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return 0;
    }

    void Certify(Employee technician, string issuer, string number, DateOnly issued, DateOnly expires, Random random) =>
        db.Add(Certificate.Issue(new CertificateOrder(technician.Number, technician.Name, CertificateKind.Authority, number, issuer, [], "低压电工", issued, expires, OutsideTrade.Electrician), At(issued), Manager, DemoPeople.AnId(random)));

    void TakeLeave(Employee technician, LeaveKind kind, DateOnly from, int days, bool approved, Random random)
    {
        var leave = Leave.Ask(technician, kind, from, from.AddDays(days - 1), null, At(from.AddDays(-10)), new Actor("demo-" + technician.Number, technician.Name), DemoPeople.AnId(random));
        if (approved) leave.Decide(true, null, At(from.AddDays(-9)), Manager);
        db.Add(leave);
    }

    DateTime At(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).StartOf(day).AddHours(9);
}
