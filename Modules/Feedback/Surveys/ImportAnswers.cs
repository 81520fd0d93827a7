using System.CommandLine;
using System.Globalization;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary><c>import survey-answers FILE</c>: what customers answered in an earlier system, one row per order. An order that has an answer already is left as it is; nobody is notified and no call-back opens.</summary>
internal sealed class ImportAnswers(FeedbackDbContext db, AskCustomers ask, IOrderLookup orders, IPolicies policies, ICompany company, TimeProvider time, Texts text)
{
    static readonly string[] Needed = ["order_no", "answered_at"];
    static readonly (string Column, string Question, int Least, int Most)[] Scales = [("rating", ShippedQuestionnaires.Overall, 1, 5), ("recommendation", ShippedQuestionnaires.Recommend, 0, 10), ("effort", ShippedQuestionnaires.Effort, 1, 7)];

    public static readonly ImportTemplate Template = new("survey-answers", Needed,
    [
        new("order_no", "OLD-2025-0001", "Import.Template.OrderOnRecord"),
        new("answered_at", "2025-11-04 10:00", "Import.Template.Time"),
        new("rating", "5", "Import.Template.Whole", 1, 5),
        new("recommendation", "9", "Import.Template.Whole", 0, 10),
        new("effort", "6", "Import.Template.Whole", 1, 7),
        new("comment", "很满意", "Import.Template.Text", Question.MaxText),
        new("method", "paper", "Import.Template.OneOf", string.Join(' ', Code.All<SurveyMethod>())),
    ]);

    public static Command Verb(VerbRunner verbs) => ImportVerb.Of<ImportAnswers>(verbs, "survey-answers", "Answers of customers from an earlier system.", "CSV or XLSX with the answers about one order per row.",
        (import, path, map, dryRun, report, ct) => import.RunAsync(path, map, dryRun, report, ct), _ => Template);

    /// <exception cref="RuleViolation">The table cannot be read, or names neither order nor time.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, Template.Codes, _ => false, map, company.Zone, text);
        reader.Require(Needed);
        var questionnaire = await ask.QuestionnaireAsync(SurveyKind.Service, ct);
        db.TellsNobody = true;
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            var order = await OrderAsync(reader, ct);
            var (at, said) = (AnsweredAt(reader, order), Said(reader));
            var method = reader.Member<SurveyMethod>("method") ?? SurveyMethod.Paper;
            if (reader.Problems.Count > 0) report.Reject([.. reader.Problems]);
            else if (await db.Set<InvitedOrder>().AnyAsync(o => o.OrderId == order!.Id, ct)) report.Unchanged++;
            else
            {
                report.Accepted++;
                if (dryRun) continue;
                Store(order!, at!.Value, said, method, questionnaire);
                await db.SaveChangesAsync(ct);
                foreach (var stored in db.ChangeTracker.Entries<Invitation>().ToList()) stored.State = EntityState.Detached;
            }
        }
    }

    async Task<OrderInBrief?> OrderAsync(RowReader reader, CancellationToken ct)
    {
        if (reader.Text("order_no", 80) is not { } number)
        {
            reader.Refuse("order_no", "", "Import.Missing");
            return null;
        }
        var order = await orders.ByNumberAsync(number, ct);
        if (order is null) reader.Refuse("order_no", number, "Surveys.Import.NoOrder");
        else if (order.CompletedAt is null) reader.Refuse("order_no", number, "Surveys.Import.NotCompleted");
        else if (Addressee.Of(order) is null) reader.Refuse("order_no", number, "Surveys.Import.Nobody");
        return order;
    }

    DateTime? AnsweredAt(RowReader reader, OrderInBrief? order)
    {
        var at = reader.Instant("answered_at");
        if (at is null && reader.Text("answered_at") is null) reader.Refuse("answered_at", "", "Import.Missing");
        if (at > time.Now()) reader.Refuse("answered_at", reader.Text("answered_at")!, "Surveys.Import.InFuture");
        if (at < order?.CompletedAt) reader.Refuse("answered_at", reader.Text("answered_at")!, "Surveys.Import.BeforeCompletion");
        return at;
    }

    static Dictionary<string, IReadOnlyList<string>> Said(RowReader reader)
    {
        Dictionary<string, IReadOnlyList<string>> said = [];
        foreach (var (column, question, least, most) in Scales)
            if (reader.Number(column, least, most) is { } number) said[question] = [number.ToString(CultureInfo.InvariantCulture)];
        if (reader.Text("comment", Question.MaxText) is { } words) said[ShippedQuestionnaires.Comment] = [words];
        if (said.Count == 0 && reader.Problems.Count == 0) reader.Refuse("rating", "", "Surveys.Import.NothingSaid");
        return said;
    }

    void Store(OrderInBrief order, DateTime at, Dictionary<string, IReadOnlyList<string>> said, SurveyMethod method, Questionnaire questionnaire)
    {
        var (policy, day) = (policies.At<SurveyPolicy>(at), company.LocalDay(at));
        var invitation = Invitation.Of(SurveyKind.Service, questionnaire, Addressee.Of(order)!, at, day, company.CalendarAt(DateTime.UnixEpoch).EndOf(Courtesy.LastDay(day, policy.Value)), company.LocalDay(order.CompletedAt!.Value), policy.Version);
        invitation.Include(order);
        invitation.Answer(said, questionnaire.Current.Questions, new AnswerSource(method, "zh-CN", EnteredBy: Actor.Import), at, day, policy.Value);
        db.Add(invitation);
    }
}
