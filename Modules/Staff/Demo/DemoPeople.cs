using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Teams;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Demo;

/// <summary>Who works in the demo company: its technicians in their teams with leaders, a transfer, promotions, one who left, and one person per office role.</summary>
internal sealed class DemoPeople(StaffDbContext db, IDispatchRoster roster, IAccountNames accounts, ICompany company, TimeProvider time) : IDemoPart
{
    static readonly Actor Manager = new("demo-manager", "经理");
    static readonly (string Number, string Name, string Position)[] Office =
    [
        ("E001", "沈国强", Roles.Manager), ("E002", "陆晓芸", Roles.Dispatcher), ("E003", "周敏", Roles.Trainer), ("E004", "顾文静", Roles.QualityOfficer), ("E005", "钱丽华", Roles.RecordsClerk),
        ("E006", "吴秀珍", Roles.Cashier), ("E007", "徐建明", Roles.Administrator), ("E008", "朱佳怡", Roles.Dispatcher),
    ];
    static readonly string[][] Skills = [["燃气管路检修", "焊接"], ["电路检修"], ["冷媒加注", "电路检修"], ["高处作业"]];
    /// <summary>Districts of the demo's households.</summary>
    static readonly string[] Districts = ["320508", "320505", "320506"];

    public int Order => 15;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<Employee>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        db.TellsNobody = true;
        var random = new Random(plan.Seed + 5);
        var sent = (await roster.AllAsync(ct)).OrderBy(t => t.Code, StringComparer.Ordinal).ToList();
        var teams = await FormTeamsAsync(sent, plan, random, ct);
        var office = Office.Select((o, i) => Employee.Hire(o.Number, o.Name, new Placing(null, o.Position), plan.From.AddDays(-900 + (i * 60)), At(plan.From.AddDays(-900 + (i * 60))), Manager, AnId(random))).ToList();
        db.AddRange(office);
        await db.SaveChangesAsync(ct);
        var boss = office[0].Id;
        var leaders = new Dictionary<string, Employee>();
        List<Employee> people = [];
        foreach (var (technician, i) in sent.Select((t, i) => (t, i)))
        {
            var hired = plan.From.AddDays(-30 - (7 * i)); // the day of the first certificate
            var team = teams.GetValueOrDefault(technician.Team ?? "");
            var leads = team is not null && !leaders.ContainsKey(team.Code);
            var supervisor = leads || team is null ? boss : leaders[team.Code].Id;
            var grade = i % 3 == 0 ? "高级" : "中级";
            var (first, transfer) = i == 4 ? (teams.Values.First(t => t != team), plan.From.AddMonths(3)) : (team, default);
            var employee = Employee.Hire(technician.Code, technician.Name, new Placing(first?.Id, Roles.Technician, i % 5 == 3 ? "初级" : grade, supervisor), hired, At(hired), Manager, AnId(random));
            if (i == 4) MoveOn(employee, new Placing(team?.Id, Roles.Technician, grade, supervisor), new DateOnly(transfer.Year, transfer.Month, 15), plan);
            else if (i % 5 == 3) MoveOn(employee, new Placing(team?.Id, Roles.Technician, grade, supervisor), plan.From.AddMonths(8 + i), plan);
            employee.Describe(technician.Name, Skills[i % Skills.Length], At(hired), Manager);
            employee.Cover(team?.Areas.Select(a => a.Region) ?? [], hired, At(hired), Manager);
            db.Add(employee);
            people.Add(employee);
            await db.SaveChangesAsync(ct);
            if (!leads) continue;
            leaders[team!.Code] = employee;
            team.NameLeader(employee.Id, hired > team.FormedOn ? hired : team.FormedOn);
        }
        await LeaveAndFollowAsync(teams, people, plan, random, ct);
        // What is still in force is on file; what expired before the demo ends was never on paper here.
        foreach (var certificate in await db.Set<Certificate>().ValidOn(plan.Until).OrderBy(c => c.Id).Select(c => c.PublicId).ToListAsync(ct)) db.Publish(new Contracts.CertificateIssued(certificate), time.Now());
        await db.SaveChangesAsync(ct);
        await AccountsMadeAsync(ct); // the verb makes them before
        db.ChangeTracker.Clear();
        return 0;
    }

    /// <summary>The accounts of the roles, made before or after, belong to the first person who holds them.</summary>
    public async Task AccountsMadeAsync(CancellationToken ct)
    {
        db.TellsNobody = true;
        var people = await db.Set<Employee>().Include(e => e.Placements).OrderBy(e => e.Number).ToListAsync(ct);
        foreach (var position in Employee.Positions)
            if (await accounts.InRoleAsync(position, ct) is [var account, ..] && !people.Exists(p => p.AccountId == account.Id) && people.Find(p => p.Latest?.Position == position && p.AccountId is null && p.LeftOn is null) is { } person)
                person.SignInAs(account.Id, time.Now(), Manager);
        await db.SaveChangesAsync(ct);
    }

    async Task<Dictionary<string, Team>> FormTeamsAsync(IReadOnlyList<DispatchedPerson> sent, DemoPlan plan, Random random, CancellationToken ct)
    {
        var formed = plan.From.AddDays(-140);
        var teams = sent.Select(t => t.Team).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(code => Team.Form(code, $"{code[..^1]} 服务组", formed, At(formed), AnId(random))).ToDictionary(t => t.Code);
        foreach (var (team, i) in teams.Values.Select((t, i) => (t, i))) team.Cover([Districts[i % Districts.Length], Districts[(i + 1) % Districts.Length]], plan.From.AddDays(-30));
        db.AddRange(teams.Values);
        await db.SaveChangesAsync(ct);
        return teams;
    }

    /// <summary>A leader steps back for another in the second year; somebody left and nobody followed yet.</summary>
    async Task LeaveAndFollowAsync(Dictionary<string, Team> teams, List<Employee> people, DemoPlan plan, Random random, CancellationToken ct)
    {
        if (teams.Values.LastOrDefault() is not { } team) return;
        var led = plan.From.AddMonths(10);
        if (people.LastOrDefault(p => p.Latest?.TeamId == team.Id && team.LeaderOn(led)?.EmployeeId != p.Id) is { } next && led < plan.Until) team.NameLeader(next.Id, led);
        var hired = plan.From.AddDays(-30);
        var gone = Employee.Hire("T099", "郑国平", new Placing(team.Id, Roles.Technician, "中级", people[0].Id), hired, At(hired), Manager, AnId(random));
        db.Add(gone);
        await db.SaveChangesAsync(ct);
        if (plan.From.AddMonths(7) is var left && left < plan.Until) gone.Leave(left, "回老家工作", At(left), Manager);
    }

    void MoveOn(Employee employee, Placing place, DateOnly day, DemoPlan plan)
    {
        if (day <= plan.Until) employee.Move(place, day, At(day), Manager);
    }

    DateTime At(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).StartOf(day).AddHours(9);

    internal static Guid AnId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
