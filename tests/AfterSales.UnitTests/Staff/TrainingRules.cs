using AfterSales.Kernel;
using AfterSales.Staff.Training;

namespace AfterSales.UnitTests.Staff;

/// <summary>Courses, sessions and their sheets refuse what cannot be, and a missing score is never 0.</summary>
public sealed class TrainingRules
{
    static readonly DateTime Now = new(2026, 3, 11, 1, 0, 0, DateTimeKind.Utc);
    static readonly Actor Trainer = new("1", "周敏");
    static readonly TrainingPolicy Policy = new();
    static readonly Marks Both = new() { TheoryMax = 100, TheoryPass = 80, PracticalMax = 50, PracticalPass = 40 };

    [Fact]
    public void a_pass_mark_above_the_highest_score_is_refused()
    {
        Should.Throw<RuleViolation>(() => ACourse(Both with { TheoryPass = 101 })).ShouldSatisfyAllConditions(r => r.Key.ShouldBe("Training.Course.PassAboveMax"), r => r.Args.ShouldBe([101, 100]), r => r.Field.ShouldBe("Input.TheoryPass"));
        Should.Throw<RuleViolation>(() => ACourse(new Marks { PracticalMax = 10 })).Key.ShouldBe("Training.Course.PassMissing");
        ACourse(Both with { TheoryPass = 100 }).Marks.TheoryPass.ShouldBe(100);
    }

    [Theory]
    [InlineData(8.0, 80.0, 40.0, "Passed")]
    [InlineData(8.0, 79.9, 40.0, "Failed")]
    [InlineData(8.0, 100.0, 39.0, "Failed")]
    [InlineData(8.0, 90.0, null, "Incomplete")]
    [InlineData(8.0, 10.0, null, "Failed")]
    [InlineData(8.0, null, null, "Incomplete")]
    [InlineData(0.0, null, null, "Absent")]
    [InlineData(null, null, null, "None")]
    [InlineData(null, 0.0, 0.0, "Failed")]
    public void a_missing_score_is_missing_and_not_0(double? hours, double? theory, double? practical, string outcome) =>
        new SheetRow(hours, theory, practical, null).Outcome(Both).ToString().ShouldBe(outcome);

    [Theory]
    [InlineData("Theory", "87.25", "87.3")]
    [InlineData("Theory", "８７", "87")]
    [InlineData("Theory", "87分", "87")]
    [InlineData("Theory", " ", null)]
    [InlineData("Attendance", "p", "8")]
    [InlineData("Attendance", "缺", "0")]
    [InlineData("Attendance", "7,5", "7.5")]
    [InlineData("Remark", " 认真 ", "认真")]
    public void cells_are_read_as_people_type_them(string column, string typed, string? kept) => SheetText.Read(Enum.Parse<SheetColumn>(column), typed, 8, Both).ShouldBe(kept);

    [Theory]
    [InlineData("Theory", "101")]
    [InlineData("Theory", "-1")]
    [InlineData("Theory", "good")]
    [InlineData("Practical", "51")]
    [InlineData("Attendance", "9")]
    public void a_score_outside_is_refused(string column, string typed) => Should.Throw<RuleViolation>(() => SheetText.Read(Enum.Parse<SheetColumn>(column), typed, 8, Both));

    [Fact]
    public void results_are_refused_before_the_session_and_with_a_day_to_come()
    {
        var session = ASession(capacity: 5, 2);
        Should.Throw<RuleViolation>(() => session.RequireSheetOpen(session.StartsAt.AddMinutes(-1))).Key.ShouldBe("Training.Sheet.NotBegun");
        session.RequireSheetOpen(session.StartsAt.AddMinutes(-20), TimeSpan.FromMinutes(30));
        Should.Throw<RuleViolation>(() => Close(session, new DateOnly(2026, 3, 13), session.EndsAt.AddHours(1))).Key.ShouldBe("Training.Session.ResultsInFuture");
        Should.Throw<RuleViolation>(() => Close(session, new DateOnly(2026, 3, 11), session.EndsAt.AddHours(1))).Key.ShouldBe("Training.Session.ResultsBefore");
        Should.Throw<RuleViolation>(() => Close(session, session.Day, session.EndsAt.AddMinutes(-1))).Key.ShouldBe("Training.Session.NotOver");
        session.State.ShouldBe(SessionState.Planned);
        Close(session, session.Day, session.EndsAt.AddHours(1));
        session.State.ShouldBe(SessionState.Closed);
    }

    [Fact]
    public void who_finds_no_seat_waits_and_moves_up_when_somebody_leaves()
    {
        var session = ASession(capacity: 2, 4);
        (session.Seated.Select(p => p.Code), session.WaitingList.Select(p => p.Code)).ShouldSatisfyAllConditions(s => s.Item1.ShouldBe(["T1", "T2"]), s => s.Item2.ShouldBe(["T3", "T4"]));
        session.Withdraw(0, Now, Trainer); // unsaved: everybody has id 0, the first one goes
        session.Seated.Select(p => p.Code).ShouldBe(["T2", "T3"]);
        session.WaitingList.Select(p => p.Code).ShouldBe(["T4"]);
    }

    [Fact]
    public void of_two_attempts_the_best_or_the_last_counts_as_the_course_says()
    {
        (bool Passed, double Score, string Name)[] attempts = [(true, 91, "first"), (false, 70, "second")];
        var rows = attempts.Select(a => Tuple.Create(a.Passed, a.Score, a.Name)).ToList();
        Standing.Of(rows, AttemptRule.Best, r => (r.Item1, r.Item2))!.Item3.ShouldBe("first");
        Standing.Of(rows, AttemptRule.Last, r => (r.Item1, r.Item2))!.Item3.ShouldBe("second");
        Standing.Of<Tuple<bool, double, string>>([], AttemptRule.Last, r => (r.Item1, r.Item2)).ShouldBeNull();
    }

    [Fact]
    public void where_the_last_attempt_counts_a_later_failure_takes_the_pass_away()
    {
        (DateOnly, bool)[] attempts = [(new(2025, 3, 1), true), (new(2025, 9, 1), true), (new(2026, 3, 1), false)];
        Standing.PassedOn(attempts, AttemptRule.Best).ShouldBe(new DateOnly(2025, 9, 1));
        Standing.PassedOn(attempts, AttemptRule.Last).ShouldBeNull();
        Standing.PassedOn(attempts[..2], AttemptRule.Last).ShouldBe(new DateOnly(2025, 9, 1));
    }

    [Fact]
    public void a_retake_is_a_new_attempt_and_a_course_repeated_after_a_pass_begins_anew()
    {
        Standing.SincePass([]).ShouldBe(0);
        Standing.SincePass([false, false]).ShouldBe(2);
        Standing.SincePass([false, true]).ShouldBe(0);
        Standing.SincePass([true, true, false]).ShouldBe(1);
    }

    [Fact]
    public void a_later_save_wins_and_an_unseen_one_is_marked()
    {
        var cell = new SheetCell { SessionId = 1, ParticipantId = 2, Column = SheetColumn.Theory };
        cell.Write("78", 0, Guid.Empty, "甲", Now, Now).Version.ShouldBe(1);
        cell.Write("85", 1, Guid.Empty, "甲", Now, Now).Version.ShouldBe(2);
        cell.IsContested.ShouldBeFalse();
        cell.Write("80", 1, Guid.Empty, "乙", Now.AddHours(1), Now).TypedAt.ShouldBe(Now);
        (cell.Value, cell.Version, cell.IsContested).ShouldBe(("80", 3, true));
        cell.Write("80", 3, Guid.Empty, "乙", Now, Now);
        cell.IsContested.ShouldBeFalse();
    }

    [Fact]
    public void behaviour_is_checked_from_day_30_to_day_90()
    {
        var session = ASession(capacity: 5, 1);
        Close(session, session.Day, session.EndsAt.AddHours(1));
        var seat = session.Seated.Single();
        foreach (var (days, taken) in new[] { (29, false), (30, true), (90, true), (91, false) })
        {
            void Check() => BehaviourCheck.Record(session, seat, 4, null, session.Day.AddDays(days), Policy, Trainer);
            if (taken) Should.NotThrow(Check);
            else Should.Throw<RuleViolation>(Check).Key.ShouldBe("Training.Behaviour.OutsideWindow");
        }
    }

    [Fact]
    public void a_critical_step_left_out_fails_whatever_the_rest()
    {
        var course = ACourse(Both);
        course.AddSkill("关阀", 20, critical: true);
        course.AddSkill("换件", 30, critical: false);
        var ids = new Dictionary<long, int> { [0] = 20 }; // unsaved steps share the id 0
        course.PracticalScore(ids).ShouldBe(40); // (20 + 20) of 50 points, scaled to 50
        course.PracticalScore(new Dictionary<long, int>()).ShouldBeNull();
        course.PracticalScore(new Dictionary<long, int> { [0] = 0 }).ShouldBe(0);
        course.PracticalScore(new Dictionary<long, int> { [0] = 19 })!.Value.ShouldBeLessThan(40);
    }

    static Course ACourse(Marks marks) => Course.Create("gas", new CourseFacts("燃气", null, CourseContent.Practical, CourseMethod.Classroom, 8, marks, AttemptRule.Best, null, 30, null, null, null, null, []), Now);

    static Session ASession(int capacity, int people)
    {
        var starts = new DateTime(2026, 3, 12, 1, 0, 0, DateTimeKind.Utc);
        var session = Session.Plan(ACourse(Both), null, new SessionFacts(starts, starts.AddHours(8), new DateOnly(2026, 3, 12), "教室", "周敏", capacity), Policy, Now, Trainer);
        for (var i = 1; i <= people; i++) session.Enrol(new TrainedPerson(new Guid(i, 0, 0, new byte[8]), $"T{i}", $"工程师{i}"), Now, Trainer);
        return session;
    }

    static void Close(Session session, DateOnly on, DateTime now) => session.Close(new Dictionary<long, SheetRow>(), new Dictionary<Guid, int>(), on, DateOnly.FromDateTime(now.AddHours(8)), now, Trainer);
}
