using System.Globalization;
using AfterSales.Documents.Agreements;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;

namespace AfterSales.Documents.Disputes;

/// <summary>Steps of the procedure in their order (clause 14.3); then what is left to settle, and the end.</summary>
internal enum TerminationStage { Notice, Objection, Settlement, Confirmation, After, Closed, Withdrawn }

internal enum TerminationSide { Ours, Theirs }

/// <summary>
/// The termination of an agreement or contract (clauses 14.2 to 14.4): notice, objection period, settlement, confirmation, each with its day and paper; then
/// a checklist that must be empty before it is closed. The agreement itself ends when the termination is confirmed.
/// </summary>
internal sealed class Termination : Aggregate, INumbered
{
    public Guid PublicId { get; private init; }
    public string? Code { get; private set; }
    public long AgreementId { get; private init; }
    public TerminationSide Side { get; private init; }
    public string Ground { get; private init; } = "";
    public DateOnly StartedOn { get; private init; }
    /// <summary>First day on which the agreement is to count no more.</summary>
    public DateOnly EndsOn { get; private init; }
    public TerminationStage Stage { get; private set; }
    public DateOnly? NoticeOn { get; private set; }
    public bool Objected { get; private set; }
    public Money? Settled { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string NumberSeries => "TRM";
    public int NumberYear => StartedOn.Year;
    public bool NeedsNumber => Code is null;
    public List<TerminationStep> Steps { get; } = [];
    public List<TerminationItem> Items { get; } = [];
    public List<TerminationEvent> Events { get; } = [];

    Termination() { }

    public void GiveNumber(long sequence) => Code = string.Create(CultureInfo.InvariantCulture, $"TRM-{NumberYear}-{sequence:000000}");

    /// <summary>The step that waits; null when the procedure is over.</summary>
    public TerminationStep? Current => Steps.Find(s => s.Stage == Stage);
    public bool IsOver => Stage is TerminationStage.Closed or TerminationStage.Withdrawn;
    public IEnumerable<TerminationItem> OpenItems => Items.Where(i => i.DoneOn is null);

    public static Termination Start(Agreement agreement, TerminationSide side, string ground, DateOnly endsOn, DateOnly today, DisputePolicy policy, WorkingCalendar calendar, DateTime now, Actor who, Guid? publicId = null)
    {
        Require(agreement.StartsOn is not null, "Agreements.NotSigned");
        Require(agreement.TerminatedOn is null, "Agreements.IsTerminated");
        Require(!string.IsNullOrWhiteSpace(ground), "Disputes.GroundMissing", "Input.Ground");
        Require(endsOn >= today, "Disputes.EndsBeforeToday", "Input.EndsOn");
        Require(endsOn >= agreement.StartsOn, "Agreements.EndsBeforeStart", "Input.EndsOn");
        var termination = new Termination { PublicId = publicId ?? Kernel.PublicId.New(now), AgreementId = agreement.Id, Side = side, Ground = ground.Trim(), StartedOn = today, EndsOn = endsOn };
        termination.Await(TerminationStage.Notice, policy.NoticeWithin.LastDay(today, calendar, rolls: true));
        termination.Done("Started", who, now, ground.Trim());
        return termination;
    }

    void Await(TerminationStage stage, DateOnly due)
    {
        Stage = stage;
        Steps.Add(new TerminationStep { Stage = stage, DueOn = due });
    }

    /// <summary>Notice to the other side: the paper begins the objection period.</summary>
    public void GiveNotice(DateOnly on, string words, Guid? paper, DateOnly today, DisputePolicy policy, WorkingCalendar calendar, DateTime now, Actor who)
    {
        Finish(TerminationStage.Notice, on, words, paper, today);
        NoticeOn = on;
        Await(TerminationStage.Objection, policy.ObjectionPeriod.LastDay(on, calendar, rolls: true));
        Done("NoticeGiven", who, now, words.Trim());
    }

    /// <summary>The objection period is over, or the other side wrote that it has none to make.</summary>
    /// <param name="objected">The other side objected; what became of it stands in the words.</param>
    public void EndObjection(DateOnly on, bool objected, string words, Guid? paper, DateOnly today, DisputePolicy policy, WorkingCalendar calendar, DateTime now, Actor who)
    {
        if (Stage == TerminationStage.Objection && paper is null && on <= Current!.DueOn) throw new RuleViolation("Disputes.ObjectionRuns", Day(Current.DueOn)) { Field = "Input.On" };
        Finish(TerminationStage.Objection, on, words, paper, today, needsPaper: objected);
        Objected = objected;
        Await(TerminationStage.Settlement, policy.SettleWithin.LastDay(on, calendar, rolls: true));
        Done(objected ? "Objected" : "NoObjection", who, now, words.Trim());
    }

    /// <summary>Who owes whom what, in writing.</summary>
    public void Settle(DateOnly on, Money? amount, string words, Guid? paper, DateOnly today, DisputePolicy policy, WorkingCalendar calendar, DateTime now, Actor who)
    {
        Finish(TerminationStage.Settlement, on, words, paper, today);
        Settled = amount;
        Await(TerminationStage.Confirmation, policy.ConfirmWithin.LastDay(on, calendar, rolls: true));
        Done("Settled", who, now, words.Trim());
    }

    /// <summary>Confirmed by both: the agreement ends, and what is left to settle is on the list.</summary>
    public void Confirm(Agreement agreement, DateOnly on, string words, Guid? paper, DateOnly today, DisputePolicy policy, WorkingCalendar calendar, DateTime now, Actor who)
    {
        Require(agreement.Id == AgreementId, "Disputes.StepGone");
        Finish(TerminationStage.Confirmation, on, words, paper, today);
        agreement.Terminate(Ground, NoticeOn, EndsOn, paper, today, now, who);
        Stage = TerminationStage.After;
        var from = EndsOn > today ? EndsOn : today;
        foreach (var rule in policy.AfterTermination) Items.Add(new TerminationItem { What = rule.Item, OpenedOn = from, DueOn = rule.Within.LastDay(from, calendar, rolls: true) });
        Done("Confirmed", who, now, words.Trim());
    }

    public void AddItem(string what, DateOnly dueOn, DateOnly today, DateTime now, Actor who)
    {
        Require(Stage == TerminationStage.After, "Disputes.NotConfirmed");
        Require(!string.IsNullOrWhiteSpace(what), "Disputes.ItemMissing", "Input.What");
        Require(dueOn >= today, "Disputes.DueBeforeToday", "Input.DueOn");
        Items.Add(new TerminationItem { What = what.Trim(), OpenedOn = today, DueOn = dueOn });
        Done("ItemAdded", who, now, what.Trim());
    }

    public void FinishItem(long item, string note, Guid? paper, DateOnly today, DateTime now, Actor who)
    {
        Require(Stage == TerminationStage.After, "Disputes.NotConfirmed");
        var open = Items.Find(i => i.Id == item && i.DoneOn is null) ?? throw new RuleViolation("Disputes.StepGone");
        Require(!string.IsNullOrWhiteSpace(note), "Disputes.ResultMissing", "Input.Note");
        open.Finish(today, note.Trim(), paper);
        Done("ItemDone", who, now, open.TextKey, note.Trim());
    }

    /// <summary>Over, when nothing is left on the list.</summary>
    public void Close(DateOnly today, DateTime now, Actor who)
    {
        Require(Stage == TerminationStage.After, "Disputes.NotConfirmed");
        if (OpenItems.Count() is > 0 and var open) throw new RuleViolation("Disputes.ItemsOpen", open);
        (Stage, ClosedOn) = (TerminationStage.Closed, today);
        Done("Closed", who, now);
    }

    /// <summary>Taken back before it was confirmed: the agreement goes on.</summary>
    public void Withdraw(string reason, DateOnly today, DateTime now, Actor who)
    {
        Require(Stage < TerminationStage.After, "Disputes.IsConfirmed");
        Require(!string.IsNullOrWhiteSpace(reason), "Disputes.ReasonMissing", "Input.Reason");
        (Stage, ClosedOn) = (TerminationStage.Withdrawn, today);
        Done("Withdrawn", who, now, reason.Trim());
    }

    void Finish(TerminationStage stage, DateOnly on, string words, Guid? paper, DateOnly today, bool needsPaper = true)
    {
        if (Stage != stage) throw new RuleViolation("Disputes.OtherStage", Stage);
        Require(on <= today, "Disputes.DoneLater", "Input.On");
        Require(on >= (Steps.Where(s => s.DoneOn is not null).Max(s => s.DoneOn) ?? StartedOn), "Disputes.StageBeforeLast", "Input.On");
        Require(!string.IsNullOrWhiteSpace(words), "Disputes.ResultMissing", "Input.Words");
        Require(paper is not null || !needsPaper, "Disputes.PaperMissing", "Paper");
        Current!.Finish(on, words.Trim(), paper);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    void Done(string act, Actor who, DateTime at, params string[] args)
    {
        Acted();
        Events.Add(new TerminationEvent { At = at, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args) });
    }
}
