using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Import;

/// <summary>
/// Trainings of the past, one person's result per row: rows of one course, day and trainer become a session with its signed sheet. Whoever has a result of that course and day keeps it.
/// Certificates are not made from it: they come by their own file, with their own days.
/// </summary>
internal sealed class ImportTraining(StaffDbContext db, ICompany company, IPolicies policies, TimeProvider time, Texts text) : StaffImport(db, company, text)
{
    /// <summary>Local hour at which a session of the past is taken to have begun, where the file tells only its day.</summary>
    const int FirstHour = 9;

    sealed record Result(TrainedPerson Person, IReadOnlyList<(SheetColumn Column, string Value)> Cells);

    readonly Dictionary<(long Course, DateOnly Day, string Trainer, string Where), List<Result>> _sessions = [];
    Dictionary<string, Course> _courses = [];
    Dictionary<string, TrainedPerson> _people = [];
    HashSet<(long Course, DateOnly Day, string Person)> _known = [];

    public override string Kind => "training";
    public override IReadOnlyList<string> Columns { get; } = ["course", "held_on", "employee_no", "hours", "theory", "practical", "remark", "trainer", "place"];
    protected override IReadOnlyList<string> Required { get; } = ["course", "held_on", "employee_no"];

    public static Command Of(VerbRunner verbs) => Verb<ImportTraining>(verbs, "training", "Trainings of the past with their results.");

    protected override async Task BeginAsync(CancellationToken ct)
    {
        _courses = (await Db.Set<Course>().ToListAsync(ct)).SelectMany(c => new[] { (Key: c.Code, c), (Key: c.Name, c) }).GroupBy(c => c.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().c, StringComparer.OrdinalIgnoreCase);
        _people = await Db.Set<Employee>().ToDictionaryAsync(e => e.Number, e => new TrainedPerson(e.PublicId, e.Number, e.Name), ct);
        _known = [.. (await Db.Set<Session>().SelectMany(s => s.Participants, (s, p) => new { s.CourseId, s.Day, p.Code }).ToListAsync(ct)).Select(p => (p.CourseId, p.Day, p.Code))];
    }

    protected override Task TakeAsync(RowReader row, Actor who, ImportReport report, CancellationToken ct)
    {
        Take(row, report);
        return Task.CompletedTask;
    }

    void Take(RowReader row, ImportReport report)
    {
        var (courseName, number, day) = (row.Text("course", 120)!, row.Text("employee_no", 40)!, row.Day("held_on"));
        if (!_courses.TryGetValue(courseName, out var course)) row.Refuse("course", courseName, "Import.Training.NoCourse");
        if (!_people.TryGetValue(number, out var person)) row.Refuse("employee_no", number, "Import.Training.Nobody");
        if (day > Company.LocalDay(time.Now())) row.Refuse("held_on", row.Text("held_on")!, "Import.Training.InFuture");
        if (row.Problems.Count > 0) return;
        List<(SheetColumn, string)> cells = [(SheetColumn.Attendance, Read(row, "hours", SheetColumn.Attendance, course!) ?? SheetText.Kept(course!.Hours))];
        foreach (var (column, sheet) in new[] { ("theory", SheetColumn.Theory), ("practical", SheetColumn.Practical), ("remark", SheetColumn.Remark) })
            if (Read(row, column, sheet, course!) is { } value) cells.Add((sheet, value));
        if (row.Problems.Count > 0) return;
        if (!_known.Add((course!.Id, day!.Value, person!.Code)))
        {
            report.Unchanged++;
            return;
        }
        var key = (course.Id, day.Value, row.Text("trainer", 80) ?? Text["Import.Training.Unknown"], row.Text("place", 120) ?? Text["Import.Training.Unknown"]);
        if (!_sessions.TryGetValue(key, out var results)) _sessions.Add(key, results = []);
        results.Add(new Result(person, cells));
        report.Accepted++;
    }

    static string? Read(RowReader row, string column, SheetColumn sheet, Course course)
    {
        var typed = row.Text(column);
        try
        {
            return SheetText.Read(sheet, typed, course.Hours, course.Marks);
        }
        catch (RuleViolation refused)
        {
            row.Refuse(column, typed!, refused.Key, [.. refused.Args]);
            return null;
        }
    }

    protected override async Task EndAsync(Actor who, ImportReport report, CancellationToken ct)
    {
        if (IsDryRun) return;
        Db.TellsNobody = true;
        var courses = _courses.Values.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        foreach (var (key, results) in _sessions.OrderBy(s => s.Key.Day)) await HoldAsync(courses[key.Course], key.Day, key.Trainer, key.Where, results, who, ct);
    }

    async Task HoldAsync(Course course, DateOnly day, string trainer, string where, List<Result> results, Actor who, CancellationToken ct)
    {
        var starts = Company.CalendarAt(time.Now()).StartOf(day).AddHours(FirstHour);
        var ends = starts.AddHours(Math.Min(course.Hours, 24 - FirstHour));
        var now = time.Now() > ends ? time.Now() : ends;
        var session = Session.Plan(course, null, new SessionFacts(starts, ends, day, where, trainer, Math.Max(1, results.Count)), policies.At<TrainingPolicy>(starts).Value, now, who);
        foreach (var result in results) session.Enrol(result.Person, now, who);
        Db.Add(session);
        await StoreAsync(ct);
        Dictionary<long, SheetRow> rows = [];
        foreach (var (seat, result) in session.Seated.Zip(results))
        {
            List<SheetCell> cells = [];
            foreach (var (column, value) in result.Cells)
            {
                var cell = new SheetCell { SessionId = session.Id, ParticipantId = seat.Id, Column = column };
                Db.Add(cell.Write(value, 0, PublicId.New(now), who.Name, now, now));
                Db.Add(cell);
                cells.Add(cell);
            }
            rows.Add(seat.Id, SheetRow.Of(cells));
        }
        session.Close(rows, await CloseSession.AttemptsBeforeAsync(Db, session, ct), day, Company.LocalDay(now), now, who);
        await StoreAsync(ct);
    }

    protected override (string Example, string Note, object?[] Args) Cell(string column) => column switch
    {
        "course" => ("GAS", "Import.Template.Course", []), "held_on" => ("2025-06-12", "Import.Template.Day", []), "employee_no" => ("E101", "Import.Template.Employee", []), "hours" => ("8", "Import.Template.Hours", []),
        "theory" => ("86", "Import.Template.Score", []), "practical" => ("90", "Import.Template.Score", []), "trainer" => ("周敏", "Import.Template.Text", [80]), "place" => ("培训室一", "Import.Template.Text", [120]), _ => ("", "Import.Template.Text", [200]),
    };

    protected override string ColumnOf(string? field) => "course";
}
