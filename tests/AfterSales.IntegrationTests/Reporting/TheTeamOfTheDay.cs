using System.Data.Common;
using AfterSales.Feedback.Contracts.Feed;
using AfterSales.Reporting.Warehouse;
using AfterSales.Service.Contracts.Feed;
using AfterSales.Staff.Contracts.Feed;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>A transfer on 15 February and what happened on the 10th, 13th and 20th: everything counts for the team to which the technician belonged on that day.</summary>
public sealed class TheTeamOfTheDay
{
    static readonly DateOnly[] Days = [new(2026, 2, 10), new(2026, 2, 13), new(2026, 2, 20)];
    static readonly DateTime At = new(2026, 2, 20, 4, 0, 0, DateTimeKind.Utc);

    static string[] Facts => ["fact_complaint", "fact_call_back", "fact_payment", "fact_refund", "fact_fee_line", "fact_participant", "fact_assessment", "fact_reward"];

    [Fact]
    public void splits_complaints_call_backs_money_and_training_also_after_a_late_correction_and_a_rebuild()
    {
        using var db = Empty();
        Transfer(db, new DateOnly(2026, 2, 15), 1);
        Happen(db);
        foreach (var fact in Facts) ByTeam(db, fact).ShouldBe("乙 1, 甲 2", fact);
        Transfer(db, new DateOnly(2026, 2, 12), 2); // entered late: it began three days earlier
        foreach (var fact in Facts) ByTeam(db, fact).ShouldBe("乙 2, 甲 1", fact);

        using var rebuilt = Empty();
        Transfer(rebuilt, new DateOnly(2026, 2, 12), 2);
        Happen(rebuilt);
        foreach (var fact in Facts) ByTeam(rebuilt, fact).ShouldBe(ByTeam(db, fact), fact);
    }

    [Fact]
    public void is_asked_of_every_fact_that_names_a_technician_and_a_team() =>
        StarSchema.Facts.Where(f => f.Create().Contains("technician_id") && f.Create().Contains(" team_id") && !f.HasTeamOfTheDay).Select(f => f.Name).ShouldBe([PeopleFacts.Places.Name, PeopleFacts.Leaders.Name], ignoreOrder: true);

    static DbConnection Empty()
    {
        var db = EmptyWarehouse.Open();
        foreach (var statement in StarSchema.Create()) db.Declare(statement);
        foreach (var dimension in Dimension.All) db.Execute($"INSERT INTO {dimension.Table} ({dimension.Key}, {string.Join(", ", dimension.Naming)}) VALUES (0, {string.Join(", ", dimension.Naming.Select(_ => "'unknown'"))})");
        return db;
    }

    static void Transfer(DbConnection db, DateOnly on, long change)
    {
        DimensionMembers members = new(db);
        PeopleFacts.Places.Replace(db,
        [
            new PlacementFeedRow { Key = 1, Change = change, Deleted = false, Employee = "T1", Team = "甲", Position = "technician", Since = new(2025, 1, 1), Until = on },
            new PlacementFeedRow { Key = 2, Change = change, Deleted = false, Employee = "T1", Team = "乙", Position = "technician", Since = on },
        ], members);
        members.SaveNew();
        TeamsOfTheDay.Settle(db);
    }

    static void Happen(DbConnection db)
    {
        DimensionMembers members = new(db);
        List<T> Each<T>(Func<DateOnly, long, T> row) => [.. Days.Select((day, i) => row(day, i + 1))];
        FeedbackFacts.Complaints.AppendNew(db, Each((day, key) => new ComplaintFeedRow { Key = key, Change = key, Number = $"CP-{key}", Channel = "phone", Matter = "service", Severity = "normal", Stage = "closed", Technician = "T1", Team = "当时", ReceivedDay = day, Missed = false, Upheld = true, HasCause = true, HasAction = true, StepsInOrder = true, Reopened = 0 }), members);
        FeedbackFacts.CallBacks.AppendNew(db, Each((day, key) => new CallBackFeedRow { Key = key, Change = key, Technician = "T1", Team = "当时", AnsweredDay = day, Due = At }), members);
        MoneyFacts.Payments.AppendNew(db, Each((day, key) => new PaymentFeedRow { Key = key, Change = key, Number = $"PY-{key}", Method = "wechat", Amount = 80, PaidAt = At, PaidDay = day, MatchDue = At, Technician = "T1", Team = "当时" }), members);
        MoneyFacts.Refunds.AppendNew(db, Each((day, key) => new RefundFeedRow { Key = key, Change = key, Number = $"PY-{key}", Cause = "repeat", Amount = 80, EntitledAt = At, DueAt = At, DueDay = day, Technician = "T1", Team = "当时" }), members);
        MoneyFacts.FeeLines.AppendNew(db, Each((day, key) => new FeeLineFeedRow { Key = key, Change = key, Deleted = false, Number = $"FN-{key}", Kind = "labour", Code = "L1", Amount = 80, Covered = false, Rule = "none", IssuedDay = day, Technician = "T1", Team = "当时" }), members);
        TrainingFacts.Participants.AppendNew(db, Each((day, key) => new ParticipantFeedRow { Key = key, Change = key, Session = $"TR-{key}", Course = "GAS", Content = "practical", Method = "classroom", Person = "T1", Day = day, Outcome = "passed", Attempt = 1, Hours = 8 }), members);
        TrainingFacts.Assessments.AppendNew(db, Each((day, key) => new AssessmentFeedRow { Key = key, Change = key, Person = "T1", PeriodEnd = day, Due = day, SignedOn = day, Grade = "a" }), members);
        TrainingFacts.Rewards.AppendNew(db, Each((day, key) => new RewardFeedRow { Key = key, Change = key, Person = "T1", Kind = "reward", Rule = null, Due = At, DueDay = day, DecidedAt = At }), members);
        members.SaveNew();
    }

    static string ByTeam(DbConnection db, string fact) => string.Join(", ", db.Rows($"SELECT m.code, CAST(count(*) AS bigint) FROM {fact} f JOIN dim_team m ON m.team_id = f.team_id GROUP BY 1", [], r => $"{r.GetString(0)} {r.GetInt64(1)}").Order(StringComparer.Ordinal));
}
