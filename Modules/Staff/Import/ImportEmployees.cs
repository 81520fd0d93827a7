using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Teams;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Import;

/// <summary>People with their present place. Somebody on record moves when the row names another team, position or grade from a later day; a team that nobody knows is formed.</summary>
internal sealed class ImportEmployees(StaffDbContext db, ICompany company, TimeProvider time, Texts text) : StaffImport(db, company, text)
{
    Dictionary<string, Employee> _people = [];
    Dictionary<string, Team> _teams = [];

    public override string Kind => "employees";
    public override IReadOnlyList<string> Columns { get; } = ["employee_no", "employee_name", "position", "team", "grade", "hired_on", "place_from", "left_on", "supervisor_no", "areas", "skills"];
    protected override IReadOnlyList<string> Required { get; } = ["employee_no", "employee_name", "position", "hired_on"];

    public static Command Of(VerbRunner verbs) => Verb<ImportEmployees>(verbs, "employees", "People with team, position and grade.");

    protected override async Task BeginAsync(CancellationToken ct)
    {
        _people = await Db.Set<Employee>().Whole().ToDictionaryAsync(e => e.Number, ct);
        _teams = await Db.Set<Team>().ToDictionaryAsync(t => t.Code, ct);
    }

    protected override async Task TakeAsync(RowReader row, Actor who, ImportReport report, CancellationToken ct)
    {
        var (number, name, hired, now) = (row.Text("employee_no", 40), row.Text("employee_name", 80), row.Day("hired_on"), time.Now());
        var (position, supervisor) = (PositionOf(row), await SupervisorAsync(row, ct));
        var (from, left) = (row.Day("place_from") ?? hired, row.Day("left_on"));
        var regions = Regions(row);
        if (from < hired) row.Refuse("place_from", row.Text("place_from")!, "People.Past.BeforeHiring", hired);
        if (left < from) row.Refuse("left_on", row.Text("left_on")!, "People.Past.Backwards");
        if (row.Problems.Count > 0) return;
        var place = new Placing(await TeamAsync(row.Text("team", 40), hired!.Value, now, ct), position!, row.Text("grade", 40), supervisor);
        if (!_people.TryGetValue(number!, out var employee))
        {
            employee = Employee.Hire(number, name, place, from!.Value, now, who);
            Db.Add(employee);
            _people.Add(employee.Number, employee);
            Describe(employee, name!, row, regions, from.Value, now, who);
            if (left is { } last) employee.Leave(last, null, now, who);
            report.Accepted++;
            return;
        }
        var changed = employee.Version;
        var latest = employee.Latest!;
        if (employee.LeftOn is null && (latest.TeamId != place.TeamId || latest.Position != place.Position || (row.Has("grade") && latest.Grade != place.Grade)))
        {
            if (!row.Has("place_from")) row.Refuse("place_from", "", "Import.Missing");
            else employee.Move(place, from!.Value, now, who);
            if (row.Problems.Count > 0) return;
        }
        Describe(employee, name!, row, regions, from!.Value, now, who);
        if (left is { } gone && employee.LeftOn is null) employee.Leave(gone, null, now, who);
        if (employee.Version == changed) report.Unchanged++;
        else report.Updated++;
    }

    void Describe(Employee employee, string name, RowReader row, IReadOnlyList<string> regions, DateOnly from, DateTime now, Actor who)
    {
        var skills = row.Has("skills") ? Split(row.Text("skills", 400)) : [.. employee.Skills.Select(s => s.Name)];
        if (employee.Name != name || !skills.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(employee.Skills.Select(s => s.Name))) employee.Describe(name, skills, now, who);
        if (row.Has("areas") && !regions.ToHashSet().SetEquals(employee.Areas.Where(a => a.LastDay is null).Select(a => a.Region)) && employee.LeftOn is null) employee.Cover(regions, from, now, who);
    }

    string? PositionOf(RowReader row)
    {
        var cell = row.Text("position")!;
        var code = Employee.Positions.FirstOrDefault(p => p == cell || Text.Of("Roles." + p, Texts.Chinese) == cell || Text.Of("Roles." + p, Texts.English).Equals(cell, StringComparison.OrdinalIgnoreCase));
        if (code is null) row.Refuse("position", cell, "Import.NotOneOf", string.Join(", ", Employee.Positions));
        return code;
    }

    /// <summary>Whoever leads must be on record, or stand further up in the file.</summary>
    async Task<long?> SupervisorAsync(RowReader row, CancellationToken ct)
    {
        if (row.Text("supervisor_no", 40) is not { } number) return null;
        if (!_people.TryGetValue(number, out var there))
        {
            row.Refuse("supervisor_no", number, "Import.People.NoSupervisor");
            return null;
        }
        if (there.Id == 0) await StoreAsync(ct);
        return there.Id == 0 ? null : there.Id;
    }

    async Task<long?> TeamAsync(string? code, DateOnly formed, DateTime now, CancellationToken ct)
    {
        if (code is null) return null;
        if (!_teams.TryGetValue(code, out var team))
        {
            _teams.Add(code, team = Team.Form(code, null, formed, now));
            Db.Add(team);
            await StoreAsync(ct);
        }
        return team.Id == 0 ? null : team.Id;
    }

    static List<string> Regions(RowReader row)
    {
        List<string> found = [];
        foreach (var word in Split(row.Text("areas", 400)))
            if (Kernel.Text.Regions.Shipped.FirstOrDefault(r => r.Code == word || r.District == word)?.Code is { } code) found.Add(code);
            else row.Refuse("areas", word, "People.AreaUnknown", word);
        return found;
    }

    static string[] Split(string? typed) => (typed ?? "").Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    protected override (string Example, string Note, object?[] Args) Cell(string column) => column switch
    {
        "employee_no" => ("E101", "Import.Template.Text", [40]), "employee_name" => ("张伟", "Import.Template.Text", [80]), "position" => (Roles.Technician, "Import.Template.OneOf", [string.Join(' ', Employee.Positions)]),
        "team" => ("A组", "Import.Template.Team", []), "grade" => ("中级", "Import.Template.Text", [40]), "hired_on" => ("2025-03-01", "Import.Template.Day", []), "supervisor_no" => ("", "Import.Template.Supervisor", []),
        "areas" => ("姑苏区", "Import.Template.Areas", []), "skills" => ("焊接，电路检修", "Import.Template.Text", [400]), _ => ("", "Import.Template.Day", []),
    };

    protected override string ColumnOf(string? field) => field switch
    {
        "Input.Number" => "employee_no", "Input.Name" => "employee_name", "Input.From" => "place_from", "Input.LastDay" => "left_on", "Input.Position" => "position", _ => "employee_no",
    };
}
