using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Facts of training, assessments and rewards as indicators ask them. People stand here by their code.</summary>
internal static class TrainingSources
{
    static string SessionPage(string number) => $"/Staff/Training?state=all&q={Uri.EscapeDataString(number)}";

    public static readonly FactSource Participants = FactSource.Of(TrainingFacts.Participants.Name, [],
        [("number", "f.number"), ("course", "f.course"), ("person", "f.person"), ("outcome", "f.outcome"), ("attempt", "CAST(f.attempt AS varchar)")], SessionPage);

    public static readonly FactSource Plan = FactSource.Of(TrainingFacts.Plan.Name, [], [("number", "CAST(f.due_day AS varchar)"), ("course", "f.course"), ("heldOn", "CAST(f.held_day AS varchar)")], due => "/Staff/Training/Plan?year=" + due[..4]);

    public static readonly FactSource Sessions = FactSource.Of(TrainingFacts.Sessions.Name, [], [("number", "f.number"), ("course", "f.course"), ("state", "f.state"), ("evaluatedOn", "CAST(f.evaluated_day AS varchar)")], SessionPage);

    public static readonly FactSource Assessments = FactSource.Of(TrainingFacts.Assessments.Name, [], [("number", "CAST(f.period_end AS varchar)"), ("person", "f.person"), ("grade", "f.grade"), ("signedOn", "CAST(f.signed_day AS varchar)")], end => "/Staff/Assessments?to=" + end);

    public static readonly FactSource Rewards = FactSource.Of(TrainingFacts.Rewards.Name, [], [("number", "f.person"), ("kind", "f.kind"), ("rule", "f.rule"), ("decidedAt", "CAST(f.decided_at AS varchar)")], person => "/Staff/Rewards?state=all&q=" + Uri.EscapeDataString(person));
}
