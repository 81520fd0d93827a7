using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;

namespace AfterSales.Feedback.Complaints;

internal sealed partial class Complaint
{
    /// <summary>Takes a complaint; all three clocks start at once.</summary>
    public static Complaint Receive(ComplaintIntake intake, ComplaintRules rules, Actor who)
    {
        Require(!string.IsNullOrWhiteSpace(intake.Text), "Complaints.TextMissing", "Input.Text");
        Require(intake.Phone.OrNull() is not null || intake.ContactKey is not null || intake.Order is not null, "Complaints.PhoneMissing", "Input.Phone");
        Require(intake.OutsideDue is null || intake.OutsideDue > intake.ReceivedAt, "Complaints.OutsideDuePast", "Input.OutsideDue");
        var (order, at) = (intake.Order, intake.ReceivedAt);
        var complaint = new Complaint
        {
            PublicId = intake.PublicId ?? Kernel.PublicId.New(at), Channel = intake.Channel, Matter = intake.Matter, OutsideNumber = intake.OutsideNumber.OrNull(), OutsideDue = intake.OutsideDue, EarlierNumber = intake.EarlierNumber,
            ContactName = intake.ContactName.OrNull() ?? order?.ContactName, Phone = intake.Phone.OrNull(), ContactKey = intake.ContactKey ?? order?.CustomerId?.ToString("N") ?? intake.Phone.OrNull() ?? order!.Number, Text = intake.Text.Trim(), Wish = intake.Wish.OrNull(),
            ReceivedAt = at, ReceivedDay = intake.ReceivedDay, PolicyVersion = rules.PolicyVersion, CalendarVersion = rules.Calendar.Version, _year = intake.ReceivedDay.Year,
            Severity = intake.IsSafety ? Severity.Safety : Severity.Normal,
        };
        if (order is not null) complaint.About(order);
        complaint.StartClocks(at, rules);
        complaint.Done("Received", who, at, "ComplaintChannel." + intake.Channel);
        if (intake.IsSafety) complaint.RaiseSafety(at);
        return complaint;
    }

    void StartClocks(DateTime at, ComplaintRules rules)
    {
        var policy = rules.Policy;
        Acknowledging = FeedbackClock.Start(Severity == Severity.Safety ? policy.AcknowledgeSafety : policy.Acknowledge, at, rules.Calendar);
        Deciding = FeedbackClock.Start(policy.Decide, at, rules.Calendar, OutsideDue);
        Closing = FeedbackClock.Start(policy.Close, at, rules.Calendar, OutsideDue);
    }

    void RaiseSafety(DateTime at) => Raise(new SafetyComplaintReceived(PublicId, OrderId, ProductModel, Text, at));

    /// <summary>Gives the customer a link to follow it; the words go away once, their hash stays.</summary>
    public string GiveLink()
    {
        var token = PublicToken.New();
        TokenHash = PublicToken.Hash(token);
        Acted();
        return token;
    }

    /// <summary>The link goes to the customer by message: the event carries it, in the transaction that stores its hash.</summary>
    /// <returns>The words of the link.</returns>
    public string SendLink()
    {
        var token = GiveLink();
        Raise(new ComplaintLinkMade(PublicId, token));
        return token;
    }

    /// <summary>Which order it is about, found out after receipt; whoever did that job is its subject from here on.</summary>
    public void Concern(OrderInBrief order, DateTime at, Actor who)
    {
        Require(Stage < ComplaintStage.Decided, "Complaints.DecidedAlready", "Concerns.Order");
        Require(SubjectAccount is null || SubjectAccount != who.Id, "Complaints.OwnMatter");
        Require(order.TechnicianAccount is null || order.TechnicianAccount != who.Id, "Complaints.OwnMatter");
        About(order);
        if (HandlerId is not null && HandlerId == SubjectAccount) (HandlerId, HandlerName) = (null, null);
        Done("Concerned", who, at, order.Number);
    }

    void About(OrderInBrief order)
    {
        (OrderId, OrderNumber, Contract, ProductModel, ProductType, Region) = (order.Id, order.Number, order.Contract, order.ProductModel, order.ProductType, order.Region);
        (Subject, SubjectName, SubjectAccount, Team) = (order.Technician, order.TechnicianName, order.TechnicianAccount, order.Team);
    }

    /// <summary>A person tells the customer that it has arrived, and handles it from here.</summary>
    public void Acknowledge(string note, ComplaintRules rules, DateTime at, Actor who)
    {
        Step(ComplaintStage.Received, who);
        Need(note, "Complaints.NoteMissing", "Input.Text");
        (Stage, HandlerId, HandlerName) = (ComplaintStage.Acknowledged, who.Id, who.Name);
        Acknowledging.End(at, rules.Calendar);
        Done("Acknowledged", who, at, note.Trim());
    }

    /// <summary>How grave it is, and whether it concerns the service or the product.</summary>
    public void Assess(Severity severity, ComplaintMatter matter, string note, ComplaintRules rules, DateTime at, Actor who)
    {
        Step(ComplaintStage.Acknowledged, who);
        var newlySafety = severity == Severity.Safety && Severity != Severity.Safety;
        (Stage, Severity, Matter) = (ComplaintStage.Assessed, severity, matter);
        Done("Assessed", who, at, "Severity." + severity, note);
        if (newlySafety) RaiseSafety(at);
    }

    public void Investigate(string found, Finding finding, ComplaintRules rules, DateTime at, Actor who)
    {
        Step(ComplaintStage.Assessed, who);
        Need(found, "Complaints.FoundMissing", "Input.Text");
        (Stage, Investigation, Finding) = (ComplaintStage.Investigated, found.Trim(), finding);
        Done("Investigated", who, at, "Finding." + finding, found.Trim());
    }

    /// <summary>What is done for the customer. Upheld needs a cause; a refund is asked of the module that pays it.</summary>
    public void Decide(Remedy remedy, string decision, string? cause, ComplaintRules rules, DateTime at, Actor who)
    {
        Step(ComplaintStage.Investigated, who);
        Need(decision, "Complaints.DecisionMissing", "Input.Text");
        Require(cause is null || rules.Policy.Causes.Contains(cause), "Complaints.CauseUnknown", "Input.Cause");
        Require(remedy == Complaints.Remedy.None || IsUpheld || remedy == Complaints.Remedy.Apology, "Complaints.RemedyWithoutFinding", "Input.Remedy");
        (Stage, Remedy, Decision, Cause) = (ComplaintStage.Decided, remedy, decision.Trim(), cause);
        Deciding.End(at, rules.Calendar);
        Done("Decided", who, at, "Remedy." + remedy, decision.Trim());
        if (IsUpheld && OrderId is { } order)
            Raise(new ComplaintUpheld(PublicId, Number, order, cause, cause is not null && rules.Policy.QualityCauses.Contains(cause), remedy == Complaints.Remedy.Refund, at));
    }

    /// <summary>What is owed back for it, as the module that pays has answered; said once.</summary>
    public void RefundOwed(Money amount, DateTime at)
    {
        if (Events.Exists(e => e.Act is "RefundOwed" or "RefundNothing")) return;
        if (amount > Money.Zero) Noted("RefundOwed", at, amount.ToString());
        else Noted("RefundNothing", at);
    }

    /// <summary>Money went back to the customer.</summary>
    public void RefundPaid(Money amount, DateTime at, DateOnly day)
    {
        (Refunded, RefundedDay) = (Refunded + amount, day);
        Noted("RefundPaid", at, amount.ToString());
    }

    public void Reply(string text, DateTime at, Actor who)
    {
        Step(ComplaintStage.Decided, who);
        Need(text, "Complaints.ReplyMissing", "Input.Text");
        (Stage, ReplyText) = (ComplaintStage.Replied, text.Trim());
        Raise(new ComplaintReplied(PublicId));
        Done("Replied", who, at);
    }

    /// <summary>Ends it. What was upheld needs a cause, and its corrective action is noted.</summary>
    public void Close(string? cause, string? action, ComplaintRules rules, DateTime at, DateOnly day, Actor who)
    {
        Step(ComplaintStage.Replied, who);
        Cause = cause.OrNull() ?? Cause;
        Require(!IsUpheld || Cause is not null, "Complaints.CauseMissing", "Input.Cause");
        Require(Cause is null || rules.Policy.Causes.Contains(Cause), "Complaints.CauseUnknown", "Input.Cause");
        (Stage, ClosedAt, ClosedDay, Action) = (ComplaintStage.Closed, at, day, action.OrNull() ?? Action);
        Closing.End(at, rules.Calendar);
        Done("Closed", who, at, Cause is null ? "" : "Cause." + Cause);
        Raise(new ComplaintClosed(PublicId, Reopened));
        Raise(new ComplaintConcluded(PublicId, Number, Code.Of(Finding), at));
    }

    /// <summary>A corrective action was opened because of it; only what was upheld has a cause to correct (clause 5.5).</summary>
    public void LedTo(string actionNumber, DateTime at, Actor who)
    {
        Require(IsUpheld, "Complaints.NotUpheld");
        if (Action == actionNumber) return;
        Action = actionNumber;
        Done("ActionOpened", who, at, actionNumber);
    }

    /// <summary>The customer is not content: it begins again with new clocks; what was measured stays in the history. The second time the owner takes it.</summary>
    public void Reopen(string why, ComplaintRules rules, DateTime at, Actor who)
    {
        Require(Stage == ComplaintStage.Closed, "Complaints.NotClosed");
        Need(why, "Complaints.NoteMissing", "Input.Text");
        Require(at <= rules.Calendar.EndOf(ClosedDay!.Value.AddDays(rules.Policy.ReopenDays)), "Complaints.TooLateToReopen");
        Done("ClocksKept", Actor.System, at, Word(Acknowledging), Word(Deciding), Word(Closing));
        Reopened++;
        (Stage, ReopenedAt, ClosedAt, HandlerId, HandlerName) = (ComplaintStage.Received, at, null, null, null);
        FirstRoundMissed |= Clocks.Any(c => c.Clock.Verdict == Kernel.Clocks.ClockVerdict.Missed);
        StartClocks(at, rules);
        Done("Reopened", who, at, why.Trim());
    }

    /// <summary>A limit of an earlier round was missed; a reopening does not wash it away.</summary>
    public bool FirstRoundMissed { get; private set; }

    public bool NeedsOwner(ComplaintPolicy policy) => Reopened >= policy.OwnerFromReopening;

    /// <summary>Tells the next level up of each limit that is used up; each level once per limit and round.</summary>
    /// <returns>What is told now, for the bell.</returns>
    public IReadOnlyList<Escalation> Escalate(ComplaintRules rules, DateTime now)
    {
        List<Escalation> told = [];
        foreach (var (name, clock) in OpenClocks)
        {
            var used = clock.UsedShare(now, rules.Calendar);
            foreach (var (level, share) in new[] { ("manager", rules.Policy.ManagerShare), ("owner", rules.Policy.OwnerShare) })
            {
                if (used < share || Escalations.Exists(e => e.Clock == name && e.Level == level && e.Round == Reopened)) continue;
                told.Add(new Escalation { Clock = name, Level = level, Round = Reopened, At = now });
                Noted("Escalated", now, "Complaints.Level." + level, "Complaints.Clock." + name);
            }
        }
        Escalations.AddRange(told);
        return told;
    }

    /// <summary>The customer says whether it is settled; the same word again says nothing new.</summary>
    public void Hear(bool settled, DateTime at, DateOnly day, Actor who)
    {
        Require(Stage == ComplaintStage.Closed, "Complaints.NotClosed");
        if (Settled == settled) return;
        (Settled, SettledDay) = (settled, day);
        Done(settled ? "SaidSettled" : "SaidUnsettled", who, at);
    }

    void Step(ComplaintStage from, Actor who)
    {
        Require(Stage == from, "Complaints.WrongStage");
        Require(SubjectAccount is null || SubjectAccount != who.Id, "Complaints.OwnMatter");
    }

    void Done(string act, Actor who, DateTime at, params string?[] args)
    {
        Acted();
        Write(act, who, at, args);
    }

    /// <summary>Something happened by itself. It is no act on what a person sees, so whoever is writing a reply meanwhile is not sent back.</summary>
    void Noted(string act, DateTime at, params string?[] args) => Write(act, Actor.System, at, args);

    void Write(string act, Actor who, DateTime at, string?[] args) =>
        Events.Add(new ComplaintEvent { Version = Version, At = at, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args) });

    static string Word(FeedbackClock clock) => "ClockVerdict." + (clock.Verdict ?? Kernel.Clocks.ClockVerdict.Running);
    static void Need(string? text, string key, string field) => Require(!string.IsNullOrWhiteSpace(text), key, field);
}
