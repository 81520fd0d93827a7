using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Facts of training, assessments and rewards as indicators ask them. People stand here by their code, with the team and the grade that they had on the day.</summary>
internal static class TrainingSources
{
    static readonly Dimension[] Whose = [Dimension.Technician, Dimension.Team];

    static string SessionPage(string number) => $"/Staff/Training?state=all&q={Uri.EscapeDataString(number)}";

    public static readonly FactSource Participants = WithCourse(WithGrade(FactSource.Of(TrainingFacts.Participants.Name, Whose,
        [("number", "f.number"), ("course", "f.course"), ("outcome", "f.outcome"), ("attempt", "CAST(f.attempt AS varchar)")], SessionPage)));

    public static readonly FactSource Plan = WithCourse(FactSource.Of(TrainingFacts.Plan.Name, [], [("number", "CAST(f.due_day AS varchar)"), ("course", "f.course"), ("heldOn", "CAST(f.held_day AS varchar)")], due => "/Staff/Training/Plan?year=" + due[..4]));

    public static readonly FactSource Sessions = WithCourse(FactSource.Of(TrainingFacts.Sessions.Name, [], [("number", "f.number"), ("course", "f.course"), ("state", "f.state"), ("evaluatedOn", "CAST(f.evaluated_day AS varchar)")], SessionPage));

    public static readonly FactSource Assessments = WithGrade(FactSource.Of(TrainingFacts.Assessments.Name, Whose, [("number", "CAST(f.period_end AS varchar)"), ("result", "f.grade"), ("signedOn", "CAST(f.signed_day AS varchar)")], end => "/Staff/Assessments?to=" + end));

    public static readonly FactSource Rewards = WithGrade(FactSource.Of(TrainingFacts.Rewards.Name, Whose, [("number", "f.person"), ("kind", "f.kind"), ("rule", "f.rule"), ("decidedAt", "CAST(f.decided_at AS varchar)")], person => "/Staff/Rewards?state=all&q=" + Uri.EscapeDataString(person)));

    /// <summary>Hours that people attended, and for every day everybody who was in post on it.</summary>
    public static readonly FactSource HoursAndHeads = OfGrade(FactSource.Of($"""
        (SELECT key, number, course, technician_id, team_id, session_day AS day, hours, 0 AS head, {GradeOn("p", "p.session_day")} AS grade_then FROM {TrainingFacts.Participants.Name} p WHERE hours > 0
        UNION ALL SELECT -(e.key * 20000 + (d.day - DATE '2000-01-01')), NULL, NULL, e.technician_id, e.team_id, d.day, 0, 1, e.grade FROM {PeopleFacts.Places.Name} e
        JOIN dim_date d ON d.day >= e.since AND (e.until IS NULL OR d.day < e.until) AND d.day <= (SELECT CAST(max(as_of) AS date) FROM feed_state))
        """, Whose, [("number", "coalesce(f.number, t.code)"), ("course", "f.course"), ("hours", "CAST(f.hours AS varchar)")],
        number => number.StartsWith("TR-", StringComparison.Ordinal) ? SessionPage(number) : PeopleSources.PersonPage(number)), "f.grade_then");

    static FactSource WithCourse(FactSource source) => source with { Slices = [.. source.Slices, Slice.OnFact("course", source.Table, "course")] };

    static FactSource WithGrade(FactSource source) => OfGrade(source, GradeOn("f", "f.team_day"));

    internal static FactSource OfGrade(FactSource source, string sql) => source with
    {
        Slices = [.. source.Slices, new Slice("grade", "", $"coalesce({sql}, '{Dimension.Unknown}')", $"SELECT DISTINCT coalesce(grade, '{Dimension.Unknown}') AS code FROM {PeopleFacts.Places.Name}")],
    };

    /// <summary>SQL of the grade that the person of a row had on a day (type 2).</summary>
    static string GradeOn(string alias, string day) =>
        $"(SELECT max(g.grade) FROM {PeopleFacts.Places.Name} g WHERE g.technician_id = {alias}.technician_id AND g.since <= {day} AND (g.until IS NULL OR g.until > {day}))";
}
