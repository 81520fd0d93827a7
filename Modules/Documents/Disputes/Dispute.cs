using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;

namespace AfterSales.Documents.Disputes;

/// <summary>Where a dispute is being settled. Arbitration shuts the way to the court, and the court the way to arbitration.</summary>
internal enum DisputeStage { Negotiation, Mediation, Arbitration, Court }

internal enum DisputeOutcome { Settled, Won, PartlyWon, Lost, Withdrawn }

internal enum PositionSide { Ours, Theirs }

/// <summary>
/// A dispute with the other side of an agreement or with a customer (clauses 6.4, 13.3): stages with their steps, each with its day and paper, what both
/// sides say, and how it ended.
/// </summary>
internal sealed class Dispute : Aggregate, INumbered
{
    public Guid PublicId { get; private init; }
    public string? Code { get; private set; }
    public string Subject { get; private init; } = "";
    public string OtherParty { get; private init; } = "";
    /// <summary>What is asked for, by whomever; null where it is not about money.</summary>
    public Money? Claimed { get; private init; }
    public DateOnly OpenedOn { get; private init; }
    public DisputeStage Stage { get; private set; }
    public DateOnly StageSince { get; private set; }
    public DisputeOutcome? Outcome { get; private set; }
    public string? OutcomeText { get; private set; }
    public Money? OutcomeAmount { get; private set; }
    /// <summary>Document that holds the settlement, award or judgment.</summary>
    public Guid? OutcomePaperId { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string NumberSeries => "DSP";
    public int NumberYear => OpenedOn.Year;
    public bool NeedsNumber => Code is null;
    public List<DisputeStep> Steps { get; } = [];
    public List<DisputePosition> Positions { get; } = [];
    public List<DisputeLink> Links { get; } = [];
    public List<DisputeEvent> Events { get; } = [];

    Dispute() { }

    public void GiveNumber(long sequence) => Code = string.Create(CultureInfo.InvariantCulture, $"DSP-{NumberYear}-{sequence:000000}");

    public bool IsOpen => ClosedOn is null;
    /// <summary>Steps that wait to be done, the earliest first.</summary>
    public IEnumerable<DisputeStep> Waiting => Steps.Where(s => s.IsOpen).OrderBy(s => s.DueOn).ThenBy(s => s.Id);

    /// <param name="links">Agreement, orders, customer, complaint that it is about.</param>
    public static Dispute Open(string subject, string otherParty, Money? claimed, IEnumerable<DisputeLink> links, DateOnly openedOn, DisputePolicy policy, WorkingCalendar calendar, DateTime now, Actor who, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(subject), "Disputes.SubjectMissing", "Input.Subject");
        Require(!string.IsNullOrWhiteSpace(otherParty), "Disputes.PartyMissing", "Input.OtherParty");
        Require(openedOn <= calendar.DayOf(now), "Disputes.OpenedLater", "Input.OpenedOn");
        Require(claimed is null || claimed.Value.Fen >= 0, "Disputes.AmountNegative", "Input.Claimed");
        var dispute = new Dispute { PublicId = publicId ?? Kernel.PublicId.New(now), Subject = subject.Trim(), OtherParty = otherParty.Trim(), Claimed = claimed, OpenedOn = openedOn };
        dispute.Links.AddRange(links);
        dispute.Enter(DisputeStage.Negotiation, openedOn, policy, calendar);
        dispute.Done("Opened", who, now, subject.Trim());
        return dispute;
    }

    void Enter(DisputeStage stage, DateOnly on, DisputePolicy policy, WorkingCalendar calendar)
    {
        (Stage, StageSince) = (stage, on);
        foreach (var rule in policy.Steps.Where(r => r.Stage == Kernel.Code.Of(stage)))
            Steps.Add(DisputeStep.Of(stage, rule.Step, rule.Within.LastDay(on, calendar, rolls: true)));
    }

    public void AddStep(string what, DateOnly dueOn, DateOnly today, DateTime now, Actor who)
    {
        RequireOpen();
        Require(!string.IsNullOrWhiteSpace(what), "Disputes.StepMissing", "Input.What");
        Require(dueOn >= today, "Disputes.DueBeforeToday", "Input.DueOn");
        Steps.Add(DisputeStep.Of(Stage, what.Trim(), dueOn));
        Done("StepAdded", who, now, what.Trim(), Day(dueOn));
    }

    public void FinishStep(long step, DateOnly on, string result, Guid? paper, DateOnly today, DateTime now, Actor who)
    {
        var waiting = StepThatWaits(step);
        Require(on <= today, "Disputes.DoneLater", "Input.On");
        Require(on >= OpenedOn, "Disputes.DoneBeforeOpened", "Input.On");
        Require(!string.IsNullOrWhiteSpace(result), "Disputes.ResultMissing", "Input.Result");
        waiting.Finish(on, result.Trim(), paper);
        Done("StepDone", who, now, waiting.TextKey, result.Trim());
    }

    /// <summary>Another day, set by a court, or agreed, before the first is over: what is late stays late.</summary>
    public void MoveStep(long step, DateOnly dueOn, string reason, DateOnly today, DateTime now, Actor who)
    {
        var waiting = StepThatWaits(step);
        Require(waiting.DueOn >= today, "Disputes.DayIsOver");
        Require(dueOn >= today, "Disputes.DueBeforeToday", "Input.DueOn");
        Require(!string.IsNullOrWhiteSpace(reason), "Disputes.ReasonMissing", "Input.Reason");
        waiting.MoveTo(dueOn);
        Done("StepMoved", who, now, waiting.TextKey, Day(dueOn), reason.Trim());
    }

    /// <summary>The step is not needed. Once its day is over it counts as missed and stays.</summary>
    public void DropStep(long step, string reason, DateOnly today, DateTime now, Actor who)
    {
        var waiting = StepThatWaits(step);
        Require(waiting.DueOn >= today, "Disputes.DayIsOver");
        Require(!string.IsNullOrWhiteSpace(reason), "Disputes.ReasonMissing", "Input.Reason");
        waiting.Drop(today, reason.Trim());
        Done("StepDropped", who, now, waiting.TextKey, reason.Trim());
    }

    public void TakePosition(PositionSide side, DateOnly on, string text, Guid? paper, DateOnly today, DateTime now, Actor who)
    {
        RequireOpen();
        Require(on <= today, "Disputes.DoneLater", "Input.On");
        Require(!string.IsNullOrWhiteSpace(text), "Disputes.PositionMissing", "Input.Text");
        Positions.Add(new DisputePosition { Side = side, Stage = Stage, On = on, Text = text.Trim(), PaperId = paper });
        Done("PositionTaken", who, now, $"PositionSide.{side}");
    }

    /// <summary>Goes on to the next stage. What still waits of this one and is not late falls away; what is late stays missed.</summary>
    public void MoveOn(DisputeStage stage, DateOnly on, string reason, DateOnly today, DisputePolicy policy, WorkingCalendar calendar, DateTime now, Actor who)
    {
        RequireOpen();
        Require(stage > Stage, "Disputes.StageBack", "Input.Stage");
        Require(Stage != DisputeStage.Arbitration, "Disputes.ArbitrationIsFinal", "Input.Stage");
        Require(on <= today, "Disputes.DoneLater", "Input.On");
        Require(on >= StageSince, "Disputes.StageBeforeLast", "Input.On");
        Require(!string.IsNullOrWhiteSpace(reason), "Disputes.ReasonMissing", "Input.Reason");
        foreach (var step in Steps.Where(s => s.IsOpen)) step.Drop(today, reason.Trim());
        Enter(stage, on, policy, calendar);
        Done("MovedOn", who, now, $"DisputeStage.{stage}", reason.Trim());
    }

    /// <summary>How it ended. Whatever binds the two sides needs its paper on file; only a dispute that was withdrawn has none.</summary>
    public void Resolve(DisputeOutcome outcome, DateOnly on, string text, Money? amount, Guid? paper, DateOnly today, DateTime now, Actor who)
    {
        RequireOpen();
        Require(on <= today, "Disputes.DoneLater", "Input.On");
        Require(on >= StageSince, "Disputes.StageBeforeLast", "Input.On");
        Require(!string.IsNullOrWhiteSpace(text), "Disputes.OutcomeMissing", "Input.Text");
        Require(amount is null || amount.Value.Fen >= 0, "Disputes.AmountNegative", "Input.Amount");
        Require(paper is not null || outcome == DisputeOutcome.Withdrawn, "Disputes.OutcomePaperMissing", "Paper");
        foreach (var step in Steps.Where(s => s.IsOpen)) step.Drop(today, text.Trim());
        (Outcome, OutcomeText, OutcomeAmount, OutcomePaperId, ClosedOn) = (outcome, text.Trim(), amount, paper, on);
        Done("Resolved", who, now, $"DisputeOutcome.{outcome}", text.Trim());
    }

    DisputeStep StepThatWaits(long step)
    {
        RequireOpen();
        return Steps.Find(s => s.Id == step && s.IsOpen) ?? throw new RuleViolation("Disputes.StepGone");
    }

    void RequireOpen() => Require(IsOpen, "Disputes.IsClosed");

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    void Done(string act, Actor who, DateTime at, params string[] args)
    {
        Acted();
        Events.Add(new DisputeEvent { At = at, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args) });
    }
}
