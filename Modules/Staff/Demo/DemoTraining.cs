using System.Buffers.Text;
using System.Text;
using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Demo;

/// <summary>Training in the demo company: courses with question banks, a plan for each year, two or three sessions a month with their sheets, tests, forms and checks; some fail and sit again.</summary>
internal sealed class DemoTraining(StaffDbContext db, StaffRoll roll, CloseSession close, IFileStore files, ICompany company) : IDemoPart
{
    static readonly Actor Trainer = new("demo-trainer", "周敏");
    static readonly TrainingPolicy Policy = new();
    const int MonthsAhead = 4;
    /// <summary>Courses by month of the year; gas and electric alternate between the two halves of the technicians, so that there is somebody to compare with.</summary>
    static readonly string[][] Months =
        [["GAS", "SYS"], ["ELEC", "MANNER"], ["SAFE"], ["IGN", "FEE"], ["GAS", "MANNER"], ["ELEC"], ["SAFE", "SYS"], ["IGN", "MANNER"], ["GAS", "FEE"], ["ELEC", "IGN"], ["GAS", "MANNER"], ["ELEC", "SAFE"]];

    Random _random = new();
    readonly Dictionary<string, Course> _courses = [];
    readonly Dictionary<long, List<BankQuestion>> _bank = [];

    public int Order => 45;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<Course>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        db.TellsNobody = true;
        _random = new Random(plan.Seed + 45);
        await WriteCoursesAsync(plan, ct);
        var round = 0;
        // some months ahead, so that evaluations are due from the first month on
        for (var month = new DateOnly(plan.From.Year, plan.From.Month, 1).AddMonths(-MonthsAhead); month <= plan.Until; month = month.AddMonths(1), round++)
            foreach (var (code, i) in Months[month.Month - 1].Select((c, i) => (c, i)))
                if (month.AddDays(6 + (11 * i)) is var day) await TeachAsync(_courses[code], Workday(day), plan, round, ct);
        await PlanNextAsync(plan, ct);
        db.ChangeTracker.Clear();
        return 0;
    }

    async Task WriteCoursesAsync(DemoPlan plan, CancellationToken ct)
    {
        var at = At(plan.From.AddMonths(-MonthsAhead - 2));
        foreach (var planned in DemoCourses.All)
        {
            var course = Course.Create(planned.Code, planned.Facts, at, AnId());
            foreach (var (text, points, critical) in planned.Skills) course.AddSkill(text, points, critical);
            var kept = await files.Keep(new MemoryStream(Encoding.UTF8.GetBytes($"{course.Name}\n{course.Outline}\n")), "text/plain", ct);
            var key = AnId();
            course.AddMaterial("讲义", kept.Sha256, course.Code + ".txt", kept.MediaType, kept.Size, at, Trainer, key);
            db.Publish(new FileClaimed(kept.Sha256, $"staff.material:{key:D}"), at);
            db.Add(course);
            await db.SaveChangesAsync(ct);
            _courses[course.Code] = course;
            _bank[course.Id] = [.. planned.Questions.Select(q => BankQuestion.Write(course.Id, q.Choices.Split('\n').Length == 2 ? BankQuestionKind.TrueFalse : BankQuestionKind.Single, q.Text, q.Choices, null, at, AnId()))];
            db.AddRange(_bank[course.Id]);
            db.AddRange(planned.Roles.Select(r => CurriculumCourse.Ask(r, course.Id, planned.Repeat)));
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A line of the plan, its session, and a retake for those who failed.</summary>
    async Task TeachAsync(Course course, DateOnly day, DemoPlan plan, int round, CancellationToken ct)
    {
        var line = PlannedTraining.Plan(course.Id, day.Year, day.Month, 12, null, At(day.AddDays(-60)), AnId());
        db.Add(line);
        await db.SaveChangesAsync(ct);
        var late = _random.NextDouble() < 0.03;
        var on = late ? Workday(day.AddDays(35)) : day;
        if (on > plan.Until) return;
        var people = await PeopleAsync(course, on, round, ct);
        if (people.Count == 0) return;
        var failed = await HoldAsync(course, line, on, people, plan, ct);
        if (failed.Count > 0 && Workday(on.AddDays(18)) is var again && again < plan.Until) await HoldAsync(course, null, again, failed, plan, ct);
        db.ChangeTracker.Clear();
    }

    async Task<List<TrainedPerson>> PeopleAsync(Course course, DateOnly on, int round, CancellationToken ct)
    {
        var asked = DemoCourses.All.Single(c => c.Code == course.Code).Roles;
        var members = (await roll.OnAsync(on, ct)).Where(m => asked.Contains(m.Position)).ToList();
        return [.. members.Where((m, i) => m.Position != Roles.Technician || course.Code == "SAFE" || i % 2 == (round + (course.Id % 2 == 0 ? 1 : 0)) % 2).Select(m => m.Person)];
    }

    /// <returns>Who failed.</returns>
    async Task<List<TrainedPerson>> HoldAsync(Course course, PlannedTraining? line, DateOnly on, IReadOnlyList<TrainedPerson> people, DemoPlan plan, CancellationToken ct)
    {
        var (starts, ends) = (At(on), At(on).AddHours(Math.Min(8, course.Hours)));
        var session = Session.Plan(course, line, new SessionFacts(starts, ends, on, course.Method == CourseMethod.Online ? "线上会议室" : "培训室一", Trainer.Name, 30), Policy, At(on.AddDays(-14)), Trainer, AnId());
        foreach (var person in people) session.Enrol(person, At(on.AddDays(-12)), Trainer);
        db.Add(session);
        await db.SaveChangesAsync(ct);
        foreach (var seat in session.Seated) Mark(session, course, seat);
        await db.SaveChangesAsync(ct);
        await close.CloseAsync(session, on, ends.AddHours(2), Trainer, ct);
        Evaluate(session, plan);
        await db.SaveChangesAsync(ct);
        return [.. session.Seated.Where(p => p.Outcome == TrainingOutcome.Failed).Select(p => new TrainedPerson(p.EmployeeId, p.Code, p.Name))];
    }

    void Mark(Session session, Course course, Participant seat)
    {
        if (_random.NextDouble() < 0.04)
        {
            Write(session, seat, SheetColumn.Attendance, "0", session.EndsAt);
            return;
        }
        Write(session, seat, SheetColumn.Attendance, SheetText.Kept(_random.NextDouble() < 0.93 ? session.Hours : session.Hours - 1), session.StartsAt);
        var able = 90 + (_random.NextDouble() * 9) - (_random.NextDouble() < 0.07 ? 22 : 0);
        if (session.Marks.TheoryMax is not null) Write(session, seat, SheetColumn.Theory, SheetText.Kept(Sit(session, course, seat, able) ?? Math.Round(able)), session.EndsAt);
        if (session.Marks.PracticalMax is not null && _random.NextDouble() < 0.98) Write(session, seat, SheetColumn.Practical, SheetText.Kept(Math.Clamp(Math.Round(able - 4 + (_random.NextDouble() * 8)), 0, 100)), session.EndsAt);
        if (_random.NextDouble() < 0.05) Write(session, seat, SheetColumn.Remark, "操作认真", session.EndsAt);
    }

    void Write(Session session, Participant seat, SheetColumn column, string value, DateTime at)
    {
        var cell = new SheetCell { SessionId = session.Id, ParticipantId = seat.Id, Column = column };
        db.Add(cell);
        db.Add(cell.Write(value, 0, AnId(), Trainer.Name, at, at));
    }

    /// <summary>Tests before and after; the second one is the theory score.</summary>
    double? Sit(Session session, Course course, Participant seat, double able)
    {
        if (_bank[course.Id].Count < 5) return null;
        Sit(session, course, seat, TestStage.Before, able - 30, session.StartsAt.AddMinutes(10));
        return Math.Round(100 * Sit(session, course, seat, TestStage.After, able, session.EndsAt.AddMinutes(-30)));
    }

    double Sit(Session session, Course course, Participant seat, TestStage stage, double able, DateTime at)
    {
        var bank = _bank[course.Id];
        var sitting = Sitting.Begin(session, course, seat, stage, bank, PublicToken.Hash(Base64Url.EncodeToString(AnId().ToByteArray()))!, _random, at);
        var harder = 0.0;
        foreach (var question in bank)
        {
            harder += 0.4; // the later ones of the bank are harder
            var right = _random.NextDouble() * 100 < able - harder + 4;
            sitting.Answer(question.Id, [right ? question.Choices.Single(c => c.IsRight).Position : question.Choices.First(c => !c.IsRight).Position], at);
        }
        sitting.HandIn(bank.ToDictionary(q => q.Id), at.AddMinutes(12));
        db.Add(sitting);
        return sitting.Share!.Value;
    }

    /// <summary>Forms on the day, a check at work after six weeks, the signed evaluation.</summary>
    void Evaluate(Session session, DemoPlan plan)
    {
        foreach (var seat in session.Seated.Where(p => p.Hours > 0))
        {
            if (_random.NextDouble() < 0.75)
            {
                db.Add(Reaction.Give(session.Id, Likes(), Likes(), Likes(), _random.NextDouble() < 0.06 ? "希望多一些实操时间" : null, session.Day));
                seat.Reacted();
            }
            var seen = session.Day.AddDays(35 + _random.Next(30));
            if (seen < plan.Until && _random.NextDouble() < 0.7) db.Add(BehaviourCheck.Record(session, seat, Math.Min(5, 3 + _random.Next(3)), null, seen, Policy, Trainer));
        }
        var signed = session.Day.AddDays(_random.NextDouble() < 0.95 ? 66 + _random.Next(22) : 95);
        if (signed < plan.Until) session.Evaluate("内容适用，建议增加实操比例；对未达标者安排补考与带教。", hasReactions: true, hasBehaviour: true, signed, At(signed), Trainer);
    }

    int Likes() => Math.Min(5, 3 + _random.Next(3));

    /// <summary>One session whose sheet is still open, one that is full and has a waiting list.</summary>
    async Task PlanNextAsync(DemoPlan plan, CancellationToken ct)
    {
        var (course, today) = (_courses["GAS"], plan.Until.AddDays(1));
        var people = (await roll.OnAsync(plan.Until, ct)).Where(m => m.Position == Roles.Technician).Select(m => m.Person).ToList();
        foreach (var (day, capacity, hour) in new[] { (plan.Until, 20, 9), (today.AddDays(6), 10, 9) })
        {
            var session = Session.Plan(course, null, new SessionFacts(At(day).AddHours(hour - 9), At(day).AddHours(hour - 1), day, "培训室一", Trainer.Name, capacity), Policy, At(day.AddDays(-20)), Trainer, AnId());
            foreach (var person in people.Take(14)) session.Enrol(person, At(day.AddDays(-10)), Trainer);
            db.Add(session);
            await db.SaveChangesAsync(ct);
            if (day > plan.Until) continue;
            foreach (var seat in session.Seated.Take(9)) Write(session, seat, SheetColumn.Attendance, SheetText.Kept(session.Hours), session.StartsAt);
        }
        db.Add(PlannedTraining.Plan(course.Id, today.Year, today.Month, 10, null, At(today.AddDays(-60)), AnId()));
        await db.SaveChangesAsync(ct);
    }

    DateOnly Workday(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).RollToWorkingDay(day);

    DateTime At(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).StartOf(day).AddHours(9);

    Guid AnId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
