using AfterSales.Staff.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Training, assessments, rewards and penalties. Nothing of it is ever deleted.</summary>
internal static class TrainingFacts
{
    public static readonly FactTable<ParticipantFeedRow> Participants = new FactTable<ParticipantFeedRow>("fact_participant", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Session)
        .Text("course", r => r.Course)
        .Text("content", r => r.Content)
        .Text("method", r => r.Method)
        .TeamOfTheDay(r => r.Person, _ => null, r => r.Day)
        .Day("session_day", r => r.Day)
        .Text("outcome", r => r.Outcome)
        .Whole("attempt", r => r.Attempt)
        .Real("hours", r => r.Hours);

    public static readonly FactTable<PlannedTrainingFeedRow> Plan = new FactTable<PlannedTrainingFeedRow>("fact_planned_training", r => r.Key, r => r.Change, _ => false)
        .Text("course", r => r.Course)
        .Day("due_day", r => r.Due)
        .Day("held_day", r => r.HeldOn);

    public static readonly FactTable<SessionFeedRow> Sessions = new FactTable<SessionFeedRow>("fact_session", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number)
        .Text("course", r => r.Course)
        .Text("state", r => r.State)
        .Day("session_day", r => r.Day)
        .Day("due_day", r => r.EvaluationDue)
        .Day("evaluated_day", r => r.EvaluatedOn);

    public static readonly FactTable<AssessmentFeedRow> Assessments = new FactTable<AssessmentFeedRow>("fact_assessment", r => r.Key, r => r.Change, _ => false)
        .TeamOfTheDay(r => r.Person, _ => null, r => r.PeriodEnd)
        .Day("period_end", r => r.PeriodEnd)
        .Day("due_day", r => r.Due)
        .Day("signed_day", r => r.SignedOn)
        .Text("grade", r => r.Grade);

    public static readonly FactTable<RewardFeedRow> Rewards = new FactTable<RewardFeedRow>("fact_reward", r => r.Key, r => r.Change, _ => false)
        .Text("person", r => r.Person)
        .TeamOfTheDay(r => r.Person, _ => null, r => r.DueDay)
        .Text("kind", r => r.Kind)
        .Text("rule", r => r.Rule)
        .Instant("due", r => r.Due)
        .Day("due_day", r => r.DueDay)
        .Instant("decided_at", r => r.DecidedAt);
}
