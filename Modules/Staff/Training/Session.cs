using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Staff.Training;

internal enum SessionState { Planned, Closed, Cancelled }

internal enum Seat { Enrolled, Waiting, Withdrawn }

/// <summary>What came of it for one person. <c>Incomplete</c>: a score is missing, and a missing score is missing, not 0.</summary>
internal enum TrainingOutcome { None, Absent, Incomplete, Failed, Passed }

/// <summary>A course given on a day by a trainer at a place (clause 7.1). Its sheet is a matter of its own: <see cref="SheetCell"/>.</summary>
internal sealed class Session : Aggregate, IInFeed, INumbered
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    public long CourseId { get; private init; }
    public long? PlanId { get; private init; }
    public DateTime StartsAt { get; private set; }
    public DateTime EndsAt { get; private set; }
    /// <summary>Local day of the end: everything about the session is dated to it.</summary>
    public DateOnly Day { get; private set; }
    public string Where { get; private set; } = "";
    public string Trainer { get; private set; } = "";
    public int Capacity { get; private set; }
    /// <summary>Hours, marks and rule as the course had them when the session was planned.</summary>
    public double Hours { get; private init; }
    public Marks Marks { get; private init; } = new();
    public SessionState State { get; private set; }
    public string? CancelledWhy { get; private set; }
    /// <summary>Local day of the results.</summary>
    public DateOnly? ResultsOn { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public string? ClosedBy { get; private set; }
    /// <summary>Last day on which its evaluation is in time.</summary>
    public DateOnly EvaluationDue { get; private set; }
    public DateOnly? EvaluatedOn { get; private set; }
    public string? EvaluatedBy { get; private set; }
    public string? Findings { get; private set; }
    public List<Participant> Participants { get; } = [];
    public List<SessionEvent> Events { get; } = [];

    Session() { }

    string INumbered.NumberSeries => "TR";
    int INumbered.NumberYear => Day.Year;
    bool INumbered.NeedsNumber => Number.Length == 0;
    void INumbered.GiveNumber(long sequence) => Number = $"TR-{Day.Year}-{sequence:0000}";

    public static Session Plan(Course course, PlannedTraining? plan, SessionFacts facts, TrainingPolicy policy, DateTime now, Actor who, Guid? publicId = null)
    {
        Require(!course.IsRetired, "Training.Course.IsRetired");
        var session = new Session { PublicId = publicId ?? Kernel.PublicId.New(now), CourseId = course.Id, PlanId = plan?.Id, Hours = course.Hours, Marks = course.Marks };
        session.Arrange(facts, policy);
        session.Done("Planned", who, now);
        return session;
    }

    public void Move(SessionFacts facts, TrainingPolicy policy, DateTime now, Actor who)
    {
        Require(State == SessionState.Planned, "Training.Session.NotOpen");
        Require(facts.Capacity >= Seated.Count(), "Training.Session.CapacityBelow", "Input.Capacity", Seated.Count());
        Arrange(facts, policy);
        Promote(now, who);
        Done("Moved", who, now);
    }

    void Arrange(SessionFacts facts, TrainingPolicy policy)
    {
        Require(!string.IsNullOrWhiteSpace(facts.Trainer), "Training.Session.TrainerMissing", "Input.Trainer");
        Require(!string.IsNullOrWhiteSpace(facts.Where), "Training.Session.PlaceMissing", "Input.Where");
        Require(facts.EndsAt > facts.StartsAt, "Training.Session.EndsBefore", "Input.EndsAt");
        Require(facts.Capacity is > 0 and <= 200, "Training.Session.CapacityWrong", "Input.Capacity");
        (StartsAt, EndsAt, Day, Where, Trainer, Capacity) = (facts.StartsAt, facts.EndsAt, facts.Day, facts.Where!.Trim(), facts.Trainer!.Trim(), facts.Capacity);
        EvaluationDue = Day.AddDays(policy.BehaviourToDays);
    }

    public IEnumerable<Participant> Seated => Participants.Where(p => p.Place == Seat.Enrolled).OrderBy(p => p.Order);
    public IEnumerable<Participant> WaitingList => Participants.Where(p => p.Place == Seat.Waiting).OrderBy(p => p.Order);

    /// <summary>Gives a seat, or, when all are taken, the next place on the waiting list. Somebody who is on it already stays.</summary>
    public Participant Enrol(TrainedPerson person, DateTime now, Actor who)
    {
        Require(State == SessionState.Planned, "Training.Session.NotOpen");
        var there = Participants.Find(p => p.EmployeeId == person.Id);
        if (there is { Place: not Seat.Withdrawn }) return there;
        var place = Seated.Count() < Capacity ? Seat.Enrolled : Seat.Waiting;
        var order = Participants.Count == 0 ? 1 : Participants.Max(p => p.Order) + 1;
        if (there is null) Participants.Add(there = new Participant { EmployeeId = person.Id, Code = person.Code, Name = person.Name });
        there.Sit(place, order);
        Done(place == Seat.Enrolled ? "Enrolled" : "Queued", who, now, person.Name);
        return there;
    }

    /// <summary>Takes somebody off; the first of the waiting list moves up.</summary>
    public void Withdraw(long participantId, DateTime now, Actor who)
    {
        Require(State == SessionState.Planned, "Training.Session.NotOpen");
        var gone = Participants.Find(p => p.Id == participantId && p.Place != Seat.Withdrawn) ?? throw new RuleViolation("Training.Session.NotOnIt");
        gone.Sit(Seat.Withdrawn, gone.Order);
        Done("Withdrawn", who, now, gone.Name);
        Promote(now, who);
    }

    void Promote(DateTime now, Actor who)
    {
        while (Seated.Count() < Capacity && WaitingList.FirstOrDefault() is { } next)
        {
            next.Sit(Seat.Enrolled, next.Order);
            Done("MovedUp", who, now, next.Name);
        }
    }

    public void Cancel(string? why, DateTime now, Actor who)
    {
        Require(State == SessionState.Planned, "Training.Session.NotOpen");
        Require(!string.IsNullOrWhiteSpace(why), "Training.ReasonMissing", "Reason");
        (State, CancelledWhy) = (SessionState.Cancelled, why!.Trim());
        Done("Cancelled", who, now, CancelledWhy);
    }

    /// <summary>Refuses what is written on the sheet too early or too late.</summary>
    /// <param name="early">People sign in before it begins.</param>
    public void RequireSheetOpen(DateTime now, TimeSpan early = default)
    {
        Require(State != SessionState.Cancelled, "Training.Session.IsCancelled");
        Require(State != SessionState.Closed, "Training.Session.IsClosed");
        Require(now >= StartsAt - early, "Training.Sheet.NotBegun");
    }

    /// <summary>Signs the sheet: what came of it for everybody, by the marks of the course. From now on the results count.</summary>
    /// <param name="resultsOn">Local day of the results, between the day of the session and today.</param>
    /// <param name="attempts">Assessed attempts at the course that each person had since the last pass, by employee.</param>
    public void Close(IReadOnlyDictionary<long, SheetRow> rows, IReadOnlyDictionary<Guid, int> attempts, DateOnly resultsOn, DateOnly today, DateTime now, Actor who)
    {
        RequireSheetOpen(now);
        Require(now >= EndsAt, "Training.Session.NotOver");
        Require(resultsOn >= Day, "Training.Session.ResultsBefore", "ResultsOn", Day);
        Require(resultsOn <= today, "Training.Session.ResultsInFuture", "ResultsOn", resultsOn);
        Require(Seated.Any(), "Training.Session.Nobody");
        foreach (var seat in Seated) seat.Result(rows.GetValueOrDefault(seat.Id, SheetRow.Blank), Marks, attempts.GetValueOrDefault(seat.EmployeeId));
        (State, ResultsOn, ClosedAt, ClosedBy) = (SessionState.Closed, resultsOn, now, who.Name);
        Done("Closed", who, now, $"{Seated.Count(p => p.Outcome == TrainingOutcome.Passed)}", $"{Seated.Count(p => p.IsAssessed)}");
    }

    /// <summary>Opens the sheet again, to correct it.</summary>
    public void Reopen(string? why, DateTime now, Actor who)
    {
        Require(State == SessionState.Closed, "Training.Session.NotClosed");
        Require(!string.IsNullOrWhiteSpace(why), "Training.ReasonMissing", "Reason");
        State = SessionState.Planned;
        foreach (var seat in Participants) seat.Forget();
        Done("Reopened", who, now, why!.Trim());
    }

    /// <summary>Ends the evaluation on four levels (clause 7.3): what was found, and what follows.</summary>
    public void Evaluate(string? findings, bool hasReactions, bool hasBehaviour, DateOnly on, DateTime now, Actor who)
    {
        Require(State == SessionState.Closed, "Training.Session.NotClosed");
        Require(EvaluatedOn is null, "Training.Evaluation.IsDone");
        Require(hasReactions, "Training.Evaluation.ReactionsMissing");
        Require(hasBehaviour, "Training.Evaluation.BehaviourMissing");
        Require(!string.IsNullOrWhiteSpace(findings), "Training.Evaluation.FindingsMissing", "Findings");
        (EvaluatedOn, EvaluatedBy, Findings) = (on, who.Name, findings!.Trim());
        Done("Evaluated", who, now);
    }

    void Done(string act, Actor who, DateTime at, params string[] args)
    {
        Acted();
        Events.Add(new SessionEvent { At = at, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args) });
    }
}

/// <param name="Day">Local day of the end.</param>
internal sealed record SessionFacts(DateTime StartsAt, DateTime EndsAt, DateOnly Day, string? Where, string? Trainer, int Capacity);

/// <summary>Somebody to be trained. <paramref name="Code"/> is the one under which dispatch and certificates know the person.</summary>
internal sealed record TrainedPerson(Guid Id, string Code, string Name);

/// <summary>One person on a session: the seat, and once the sheet is signed what came of it.</summary>
internal sealed class Participant : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long SessionId { get; private set; }
    public Guid EmployeeId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public Seat Place { get; private set; }
    /// <summary>Position on the sheet and on the waiting list.</summary>
    public int Order { get; private set; }
    public TrainingOutcome Outcome { get; private set; }
    /// <summary>1 for somebody's first assessed attempt at the course, or the first since the last pass.</summary>
    public int Attempt { get; private set; }
    public double? Hours { get; private set; }
    public double? Theory { get; private set; }
    public double? Practical { get; private set; }
    /// <summary>Certificate that this pass issued or renewed.</summary>
    public string? Certificate { get; private set; }
    /// <summary>Filled in the form after the session; what was answered is kept without the name.</summary>
    public bool HasReacted { get; private set; }

    public bool IsAssessed => Outcome is TrainingOutcome.Passed or TrainingOutcome.Failed;

    internal void Sit(Seat place, int order) => (Place, Order) = (place, order);

    internal void Result(SheetRow row, Marks marks, int before)
    {
        Outcome = row.Outcome(marks);
        (Hours, Theory, Practical, Attempt) = (row.Attendance, row.Theory, row.Practical, IsAssessed ? before + 1 : 0);
    }

    internal void Forget() => (Outcome, Hours, Theory, Practical, Attempt) = (TrainingOutcome.None, null, null, null, 0);

    public void Certified(string number) => Certificate = number;
    public void Reacted() => HasReacted = true;
}

internal sealed class SessionEvent
{
    public long Id { get; private set; }
    public long SessionId { get; private set; }
    public DateTime At { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}

/// <summary>Attempts of one person at one course, oldest first: which of them stands.</summary>
internal static class Standing
{
    public static T? Of<T>(IReadOnlyList<T> attempts, AttemptRule rule, Func<T, (bool Passed, double Score)> how) where T : class =>
        attempts.Count == 0 ? null : rule == AttemptRule.Last ? attempts[^1] : attempts.MaxBy(a => (how(a).Passed ? 1 : 0, how(a).Score));

    /// <summary>Attempts since the last pass.</summary>
    public static int SincePass(IReadOnlyList<bool> passed) => passed.Reverse().TakeWhile(p => !p).Count();

    /// <summary>The day of the pass that stands: where the last attempt counts, a later failure takes it away, and the course is owed again. Null: none stands.</summary>
    public static DateOnly? PassedOn(IReadOnlyList<(DateOnly On, bool Passed)> attempts, AttemptRule rule) =>
        (rule == AttemptRule.Last ? attempts.TakeLast(1) : attempts).Where(a => a.Passed).Select(a => (DateOnly?)a.On).LastOrDefault();
}
