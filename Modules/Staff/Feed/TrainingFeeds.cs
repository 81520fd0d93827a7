using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Contracts.Feed;
using AfterSales.Staff.Data;
using AfterSales.Staff.Rewards;
using AfterSales.Staff.Training;

namespace AfterSales.Staff.Feed;

internal sealed class ParticipantFeed(StaffDbContext db) : TableFeed<Participant, ParticipantFeed.Source, ParticipantFeedRow>(db)
{
    internal sealed record Source(Participant Participant, string Number, DateOnly Day, string Course, CourseContent Content, CourseMethod Method);

    public override string Name => "staff.participants";

    protected override IQueryable<Source> Read(IQueryable<Participant> stored) =>
        from p in stored
        join s in db.Set<Session>() on p.SessionId equals s.Id
        join c in db.Set<Course>() on s.CourseId equals c.Id
        orderby p.Change
        select new Source(p, s.Number, s.Day, c.Code, c.Content, c.Method);

    protected override ParticipantFeedRow Row(Source source) => new()
    {
        Key = source.Participant.Id, Change = source.Participant.Change, Session = source.Number, Course = source.Course, Content = Code.Of(source.Content), Method = Code.Of(source.Method), Person = source.Participant.Code,
        Day = source.Day, Outcome = Code.Of(source.Participant.Outcome), Attempt = source.Participant.Attempt, Hours = source.Participant.Hours,
    };
}

internal sealed class PlannedTrainingFeed(StaffDbContext db) : TableFeed<PlannedTraining, PlannedTrainingFeed.Source, PlannedTrainingFeedRow>(db)
{
    internal sealed record Source(PlannedTraining Line, string Course);

    public override string Name => "staff.planned-trainings";

    protected override IQueryable<Source> Read(IQueryable<PlannedTraining> stored) => from p in stored join c in db.Set<Course>() on p.CourseId equals c.Id orderby p.Change select new Source(p, c.Code);

    protected override PlannedTrainingFeedRow Row(Source source) => new() { Key = source.Line.Id, Change = source.Line.Change, Course = source.Course, Due = source.Line.Due, HeldOn = source.Line.HeldOn };
}

internal sealed class SessionFeed(StaffDbContext db) : TableFeed<Session, SessionFeed.Source, SessionFeedRow>(db)
{
    internal sealed record Source(Session Session, string Course);

    public override string Name => "staff.sessions";

    protected override IQueryable<Source> Read(IQueryable<Session> stored) => from s in stored join c in db.Set<Course>() on s.CourseId equals c.Id orderby s.Change select new Source(s, c.Code);

    protected override SessionFeedRow Row(Source source) => new()
    {
        Key = source.Session.Id, Change = source.Session.Change, Number = source.Session.Number, Course = source.Course, State = Code.Of(source.Session.State), Day = source.Session.Day,
        EvaluationDue = source.Session.EvaluationDue, EvaluatedOn = source.Session.EvaluatedOn,
    };
}

internal sealed class AssessmentFeed(StaffDbContext db) : TableFeed<Assessment, Assessment, AssessmentFeedRow>(db)
{
    public override string Name => "staff.assessments";

    protected override IQueryable<Assessment> Read(IQueryable<Assessment> stored) => stored;

    protected override AssessmentFeedRow Row(Assessment stored) => new()
    {
        Key = stored.Id, Change = stored.Change, Person = stored.Code, PeriodEnd = stored.To, Due = stored.Due, SignedOn = stored.SignedOn, Grade = Code.Of(stored.Grade),
    };
}

internal sealed class RewardFeed(StaffDbContext db) : TableFeed<Proposal, Proposal, RewardFeedRow>(db)
{
    public override string Name => "staff.rewards";

    protected override IQueryable<Proposal> Read(IQueryable<Proposal> stored) => stored;

    protected override RewardFeedRow Row(Proposal stored) => new()
    {
        Key = stored.Id, Change = stored.Change, Person = stored.Code, Kind = Code.Of(stored.Kind), Rule = stored.Rule, Due = stored.Due, DueDay = stored.DueDay, DecidedAt = stored.DecidedAt,
    };
}
