using System.CommandLine;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>
/// <c>import complaints FILE</c>: complaints of an earlier system with their past, one per row, known by the number that they had there. They go through the
/// same steps as live ones, under the policy and calendar of their day, so their clocks and verdicts are the same; nobody is notified and nothing is refunded.
/// </summary>
internal sealed class ImportComplaints(FeedbackDbContext db, ComplaintRulebook rulebook, IOrderLookup orders, ICompany company, TimeProvider time, Texts text)
{
    static readonly string[] Required = ["complaint_no", "received_at", "text"];

    public static readonly ImportTemplate Template = new("complaints", Required,
    [
        new("complaint_no", "TS-2025-001", "Import.Template.Number"),
        new("order_no", "", "Import.Template.OrderOnRecord"),
        new("channel", "phone", "Import.Template.OneOf", string.Join(' ', Code.All<ComplaintChannel>())),
        new("outside_no", "", "Import.Template.Text", 80),
        new("outside_due", "", "Import.Template.TimeToCome"),
        new("customer_name", "张伟", "Import.Template.Text", 80),
        new("phone", "13800138000", "Import.Template.Phone"),
        new("text", "修了两次还是点不着火", "Import.Template.Text", MostWords),
        new("wish", "重新维修", "Import.Template.Text", MostWords),
        new("severity", "normal", "Import.Template.OneOf", string.Join(' ', Code.All<Severity>())),
        new("matter", "service", "Import.Template.OneOf", string.Join(' ', Code.All<ComplaintMatter>())),
        new("received_at", "2025-11-03 09:12", "Import.Template.Time"),
        new("acknowledged_at", "2025-11-03 10:00", "Import.Template.Time"),
        new("decided_at", "2025-11-05 15:00", "Import.Template.Time"),
        new("closed_at", "2025-11-06 09:00", "Import.Template.Time"),
        new("finding", "upheld", "Import.Template.OneOf", string.Join(' ', Code.All<Finding>())),
        new("investigation", "点火针未更换", "Import.Template.Text", MostWords),
        new("cause", new ComplaintPolicy().Causes[0], "Import.Template.OneOf", string.Join(' ', new ComplaintPolicy().Causes)),
        new("remedy", "redo", "Import.Template.OneOf", string.Join(' ', Code.All<Remedy>())),
        new("decision", "上门返修并致歉", "Import.Template.Text", MostWords),
        new("reply", "已为您返修，非常抱歉。", "Import.Template.Text", MostWords),
        new("action", "复训点火系统", "Import.Template.Text", 400),
        new("settled", "yes", "Import.Template.OneOf", string.Join(' ', Code.All<SaidSettled>())),
    ]);

    public static Command Verb(VerbRunner verbs) => ImportVerb.Of<ImportComplaints>(verbs, "complaints", "Complaints of an earlier system with their past.", "CSV or XLSX with one complaint per row.",
        (import, path, map, dryRun, report, ct) => import.RunAsync(path, map, dryRun, report, ct), _ => Template);

    /// <exception cref="RuleViolation">The table cannot be read, or a column that every row needs is missing.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, Template.Codes, _ => false, map, company.Zone, text);
        reader.Require(Required);
        db.TellsNobody = true;
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            var past = await PastOfAsync(reader, ct);
            if (reader.Problems.Count > 0) report.Reject([.. reader.Problems]);
            else if (await db.Set<Complaint>().AnyAsync(c => c.EarlierNumber == past.Intake.EarlierNumber, ct)) report.Unchanged++;
            else
            {
                report.Accepted++;
                if (dryRun) continue;
                db.Add(Live(past));
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What a row tells. Times that it leaves open are those of the next step that it knows: at the latest then it had happened.</summary>
    sealed record Past(ComplaintIntake Intake, Severity Severity, DateTime? Acknowledged, DateTime? Decided, DateTime? Closed)
    {
        public Finding? Finding { get; init; }
        public Remedy Remedy { get; init; }
        public string? Investigation { get; init; }
        public string? Cause { get; init; }
        public string? Decision { get; init; }
        public string? Reply { get; init; }
        public string? Action { get; init; }
        public bool? Settled { get; init; }
    }

    async Task<Past> PastOfAsync(RowReader reader, CancellationToken ct)
    {
        foreach (var column in Required.Where(c => reader.Text(c, MostWords) is null)) reader.Refuse(column, "", "Import.Missing");
        var (order, received) = (await OrderAsync(reader, ct), reader.Instant("received_at"));
        var (phone, severity) = (reader.Text("phone", 40), reader.Member<Severity>("severity") ?? Severity.Normal);
        if (phone is null && order is null) reader.Refuse("phone", "", "Complaints.PhoneMissing");
        var (acknowledged, decided, closed) = (reader.Instant("acknowledged_at"), reader.Instant("decided_at"), reader.Instant("closed_at"));
        InOrder(reader, received, "acknowledged_at", "decided_at", "closed_at");
        var at = received ?? DateTime.UnixEpoch;
        var intake = new ComplaintIntake
        {
            EarlierNumber = reader.Text("complaint_no", 80), ReceivedAt = at, ReceivedDay = company.LocalDay(at), Channel = reader.Member<ComplaintChannel>("channel") ?? ComplaintChannel.Phone,
            Matter = reader.Member<ComplaintMatter>("matter") ?? ComplaintMatter.Service, OutsideNumber = reader.Text("outside_no", 80), OutsideDue = OutsideDue(reader, at), ContactName = reader.Text("customer_name", 80),
            Phone = phone, Text = reader.Text("text", MostWords) ?? "", Wish = reader.Text("wish", MostWords), IsSafety = severity == Severity.Safety, Order = order,
        };
        decided ??= closed;
        var past = new Past(intake, severity, acknowledged ?? decided, decided, closed)
        {
            Finding = reader.Member<Finding>("finding"), Remedy = reader.Member<Remedy>("remedy") ?? Remedy.None, Investigation = reader.Text("investigation", MostWords), Cause = reader.Text("cause", 60),
            Decision = reader.Text("decision", MostWords), Reply = reader.Text("reply", MostWords), Action = reader.Text("action", 400), Settled = reader.Member<SaidSettled>("settled") is { } said ? said == SaidSettled.Yes : null,
        };
        Check(reader, past);
        return past;
    }

    const int MostWords = 4000;

    async Task<OrderInBrief?> OrderAsync(RowReader reader, CancellationToken ct)
    {
        if (reader.Text("order_no", 80) is not { } number) return null;
        var order = await orders.ByNumberAsync(number, ct);
        if (order is null) reader.Refuse("order_no", number, "Complaints.NoSuchOrder", number);
        return order;
    }

    static DateTime? OutsideDue(RowReader reader, DateTime received)
    {
        var due = reader.Instant("outside_due");
        if (due <= received) reader.Refuse("outside_due", reader.Text("outside_due")!, "Complaints.OutsideDuePast");
        return due;
    }

    /// <summary>Each time must not lie before the one before it, nor in the future.</summary>
    void InOrder(RowReader reader, DateTime? last, params string[] columns)
    {
        if (last > time.Now()) reader.Refuse("received_at", reader.Text("received_at")!, "Complaints.Import.InFuture");
        foreach (var column in columns)
        {
            if (reader.Instant(column) is not { } at) continue;
            if (at > time.Now()) reader.Refuse(column, reader.Text(column)!, "Complaints.Import.InFuture");
            else if (at < last) reader.Refuse(column, reader.Text(column)!, "Complaints.Import.BeforeLastStep");
            last = at;
        }
    }

    /// <summary>What the steps themselves would refuse, said at the cell that lacks it.</summary>
    void Check(RowReader reader, Past past)
    {
        var causes = rulebook.InForceAt(past.Intake.ReceivedAt).Policy.Causes;
        if (past.Cause is { } cause && !causes.Contains(cause)) reader.Refuse("cause", cause, "Import.NotOneOf", string.Join(", ", causes));
        if (past.Decided is not null && past.Finding is null) reader.Refuse("finding", "", "Complaints.Import.FindingMissing");
        if (past.Closed is not null && past is { Finding: Finding.Upheld or Finding.Partly, Cause: null }) reader.Refuse("cause", "", "Complaints.CauseMissing");
        if (past is { Finding: Finding.NotUpheld, Remedy: not (Remedy.None or Remedy.Apology) }) reader.Refuse("remedy", reader.Text("remedy")!, "Complaints.RemedyWithoutFinding");
        if (past is { Settled: not null, Closed: null }) reader.Refuse("settled", reader.Text("settled")!, "Complaints.NotClosed");
    }

    Complaint Live(Past past)
    {
        var (rules, who, unknown) = (rulebook.InForceAt(past.Intake.ReceivedAt), Actor.Import, text["Complaints.Import.Unknown"]);
        var complaint = Complaint.Receive(past.Intake, rules, who);
        if (past.Acknowledged is not { } acknowledged) return complaint;
        complaint.Acknowledge(unknown, rules, acknowledged, who);
        if (past.Decided is not { } decided) return complaint;
        complaint.Assess(past.Severity, past.Intake.Matter, "", rules, decided, who);
        complaint.Investigate(past.Investigation ?? unknown, past.Finding!.Value, rules, decided, who);
        complaint.Decide(past.Remedy, past.Decision ?? unknown, past.Cause, rules, decided, who);
        if (past.Closed is not { } closed) return complaint;
        complaint.Reply(past.Reply ?? unknown, closed, who);
        complaint.Close(past.Cause, past.Action, rules, closed, company.LocalDay(closed), who);
        if (past.Settled is { } settled) complaint.Hear(settled, closed, company.LocalDay(closed), who);
        return complaint;
    }

    enum SaidSettled { Yes, No }
}
