using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Contracts;
using AfterSales.Service.Visits;

namespace AfterSales.Service.Requests;

internal sealed partial class ServiceOrder
{
    /// <summary>Takes a request. The response clock starts at once, whatever the hour.</summary>
    public static ServiceOrder Receive(Intake intake, OrderRules rules, Actor who)
    {
        var order = new ServiceOrder { PublicId = intake.PublicId ?? Kernel.PublicId.New(intake.ReceivedAt), Number = intake.Number ?? "" };
        order.Begin(intake, rules);
        order.Done("Received", who, intake.ReceivedAt, "OrderChannel." + intake.Channel);
        return order;
    }

    void Begin(Intake intake, OrderRules rules)
    {
        (BrandOrderNumber, ContractId, CustomerId, ApplianceId, ModelId) = (intake.BrandOrderNumber, intake.ContractId, intake.CustomerId, intake.ApplianceId, intake.ModelId);
        Campaign = intake.Campaign;
        (ContactName, ContactPhone, Address, Region) = (intake.ContactName, intake.ContactPhone, intake.Address, intake.Region);
        (Kind, Channel, Description, FaultCode, Complexity, IsSafety) = (intake.Kind, intake.Channel, intake.Description, intake.FaultCode, intake.Complexity, intake.IsSafety);
        (ReceivedAt, RequestedAt, WindowStart, WindowEnd) = (intake.ReceivedAt, intake.RequestedAt, intake.WishedStart, intake.WishedEnd);
        (PolicyVersion, CalendarVersion, AgreementTermsId, _numberYear) = (rules.Policy.Version, rules.Calendar.Version, rules.Terms?.Id, rules.Calendar.DayOf(intake.ReceivedAt).Year);
        (SpecialReason, SpecialMarkedAt) = (intake.SpecialReason, intake.SpecialReason is null ? null : intake.ReceivedAt);
        Response = SlaClock.Of(ResponseLimit(rules.Sla));
        Handling = SlaClock.Of(HandlingLimit(rules.Sla));
        Response.Start(intake.ReceivedAt, ForResponse(rules, intake.ReceivedAt));
        if (!rules.Sla.HandlingStartsAtResponse) Handling.Start(intake.ReceivedAt, ForHandling(rules, intake.ReceivedAt));
    }

    /// <summary>A person reached the customer and confirmed content, place and time (clause 1.4.2). Ends the response clock, starts handling.</summary>
    /// <param name="windowStart">Agreed window; may be absent for enquiries and remote support.</param>
    public void Respond(DateTime at, DateTime? windowStart, DateTime? windowEnd, string content, OrderRules rules, Actor who)
    {
        RequireStatus("Requests.Respond.WrongState", OrderStatus.Received);
        Require(at >= ReceivedAt, "Requests.Respond.BeforeReceipt");
        Require(!string.IsNullOrWhiteSpace(content), "Requests.Respond.ContentMissing");
        CheckWindow(windowStart, windowEnd, at, Kind is OrderKind.Enquiry or OrderKind.TechnicalSupport);
        (RespondedAt, Status, WindowStart, WindowEnd) = (at, OrderStatus.Responded, windowStart, windowEnd);
        Promise(windowStart, windowEnd);
        Response.End(at, ForResponse(rules, at));
        if (Handling.Started is null) Handling.Start(at, ForHandling(rules, at));
        Done("Responded", who, at, content);
    }

    void CheckWindow(DateTime? start, DateTime? end, DateTime now, bool mayBeAbsent)
    {
        if (start is null && end is null && mayBeAbsent) return;
        if (start is not { } from || end is not { } to) throw new RuleViolation("Requests.Window.Missing") { Field = "WindowStart" };
        if (to <= from) throw new RuleViolation("Requests.Window.EndsBeforeStart") { Field = "WindowEnd" };
        if (to <= now) throw new RuleViolation("Requests.Window.InThePast") { Field = "WindowStart" };
    }

    /// <summary>
    /// Records a try to reach the customer. Unanswered tries, far enough apart and within the limit, meet the response clock together with a
    /// delivered message: the customer could have been served, and is counted beside.
    /// </summary>
    public void RecordAttempt(DateTime at, string? phone, ContactResult result, bool messageDelivered, string? note, OrderRules rules, Actor who)
    {
        RequireStatus("Requests.Attempt.WrongState", OrderStatus.Received);
        Require(at >= ReceivedAt, "Requests.Respond.BeforeReceipt");
        Attempts.Add(new ContactAttempt { At = at, Who = who.Name, Phone = phone, Result = result, MessageDelivered = messageDelivered, Note = note });
        if (Response.IsOpen && at <= Response.Due && AttemptsSuffice(rules.Sla)) Response.End(at, ForResponse(rules, at), byAttempts: true);
        Done("Attempted", who, at, "ContactResult." + result, note);
    }

    bool AttemptsSuffice(SlaPolicy policy)
    {
        var unanswered = Attempts.Where(a => a.Result != ContactResult.Reached && a.At <= Response.Due).OrderBy(a => a.At).ToList();
        if (!unanswered.Any(a => a.MessageDelivered)) return false;
        var (counted, last) = (0, DateTime.MinValue);
        foreach (var attempt in unanswered)
            if (counted == 0 || attempt.At - last >= TimeSpan.FromHours(policy.AttemptHoursApart)) (counted, last) = (counted + 1, attempt.At);
        return counted >= policy.AttemptsNeeded;
    }

    /// <summary>Sends a technician within the agreed window. Clause 1.6.2: only one who is certified that day; there is no way around it.</summary>
    /// <param name="reason">Why somebody else goes; kept in the history of a reassignment.</param>
    public void Assign(Technician technician, Clearance clearance, DateTime at, Actor who, string? reason = null)
    {
        RequireStatus("Requests.Assign.WrongState", OrderStatus.Responded, OrderStatus.Scheduled);
        Require(WindowStart is not null, "Requests.Window.Missing");
        if (!clearance.IsCertified) throw new RuleViolation("Requests.Assign.NotCertified", technician.Name, clearance.LackedKey, clearance.Day.ToString("O")) { Field = "Technician" };
        if (!clearance.MayGo) throw new RuleViolation("Requests.Assign.Away", technician.Name, clearance.Day.ToString("O"), clearance.Away) { Field = "Technician" };
        var again = Status == OrderStatus.Scheduled;
        KeepFormer(technician.Id, at);
        if (TechnicianId != technician.Id) AcceptedAt = null;
        (TechnicianId, Team, Status) = (technician.Id, technician.Team, OrderStatus.Scheduled);
        Done(again ? "Reassigned" : "Assigned", who, at, technician.Name, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
    }

    /// <summary>Who had the order before goes on seeing it.</summary>
    void KeepFormer(long? next, DateTime at)
    {
        if (TechnicianId is { } former && former != next) FormerTechnicians.Add(new FormerTechnician { TechnicianId = former, Until = at });
    }

    /// <summary>The customer's record was merged with another one, or taken apart again. What the order says of the customer stays as it was.</summary>
    public void BelongTo(long customerId)
    {
        CustomerId = customerId;
        Acted();
    }

    /// <summary>Moves the window, with who asked for it and why.</summary>
    /// <param name="clearance">Of the technician who is assigned, for the new day; null when nobody is.</param>
    public void Reschedule(DateTime start, DateTime end, bool customerAsked, string reason, Clearance? clearance, DateTime at, Actor who)
    {
        RequireStatus("Requests.Reschedule.WrongState", OrderStatus.Responded, OrderStatus.Scheduled);
        Require(!string.IsNullOrWhiteSpace(reason), "Requests.ReasonMissing");
        CheckWindow(start, end, at, mayBeAbsent: false);
        if (clearance is { IsCertified: false } refused) throw new RuleViolation("Requests.Reschedule.NotCertified", refused.LackedKey, refused.Day.ToString("O"));
        if (clearance is { MayGo: false } away) throw new RuleViolation("Requests.Reschedule.Away", away.Day.ToString("O"), away.Away);
        Reschedules.Add(new Reschedule
        {
            At = at, ActorId = who.Id, Who = who.Name, ByCustomer = customerAsked, Reason = reason.Trim(), OldStart = WindowStart, OldEnd = WindowEnd, NewStart = start, NewEnd = end,
        });
        FollowWindow(start, end, customerAsked, at);
        (WindowStart, WindowEnd) = (start, end);
        Done(customerAsked ? "RescheduledByCustomer" : "RescheduledByCompany", who, at, reason);
    }

    /// <summary>The customer's wish is followed as long as the window was not over; the company's own move is a miss, whatever follows.</summary>
    void FollowWindow(DateTime start, DateTime end, bool customerAsked, DateTime at)
    {
        if ((start, end) == (WindowStart, WindowEnd)) return;
        if (PromisedEnd is null) Promise(start, end);
        else if (at > PromisedEnd || MovedByCompany) return;
        else if (customerAsked) (PromisedStart, PromisedEnd) = (start, end);
        else MovedByCompany = true;
    }

    public void Depart(DateTime at, Actor who)
    {
        RequireStatus("Requests.Depart.WrongState", OrderStatus.Scheduled);
        (DepartedAt, Status) = (at, OrderStatus.EnRoute);
        Done("Departed", who, at);
    }

    /// <param name="visit">The visit that records it: only its finish ends the stay. Null where none is kept (what came before visits were).</param>
    public void Arrive(DateTime at, OrderRules rules, Actor who, Guid? visit = null)
    {
        RequireStatus("Requests.Arrive.WrongState", OrderStatus.Scheduled, OrderStatus.EnRoute);
        (ArrivedAt, Status, Visits, CurrentVisit) = (at, OrderStatus.OnSite, (Visits ?? 0) + 1, visit);
        EndPause(at, who);
        Handling.Update(ForHandling(rules, at));
        Done("Arrived", who, at);
    }

    /// <summary>The visit did not settle it; another one is needed.</summary>
    public void NeedSecondVisit(string reason, DateTime at, Actor who, Visit? visit = null)
    {
        RequireStatus("Requests.SecondVisit.WrongState", OrderStatus.OnSite);
        Require(!string.IsNullOrWhiteSpace(reason), "Requests.ReasonMissing");
        EndStay(visit);
        if (visit?.Outcome == VisitOutcome.NobodyHome) Visits--; // a trip to a closed door is none
        (Status, DepartedAt) = (OrderStatus.Scheduled, null);
        Promise(null, null);
        Done("SecondVisit", who, at, reason);
    }

    /// <summary>The work is done. Enquiries and remote support may complete without a visit. Ends the handling clock.</summary>
    /// <param name="visit">On site: the visit that ended so.</param>
    public void Complete(VisitOutcome outcome, string result, DateTime at, OrderRules rules, Actor who, Visit? visit = null)
    {
        var remote = Kind is OrderKind.Enquiry or OrderKind.TechnicalSupport && Status == OrderStatus.Responded;
        if (!remote) RequireStatus("Requests.Complete.WrongState", OrderStatus.OnSite);
        Require(at >= (ArrivedAt ?? RespondedAt ?? ReceivedAt), "Requests.Complete.TooEarly");
        Require(outcome is not (VisitOutcome.PartNeeded or VisitOutcome.NobodyHome), "Requests.Complete.NeedsAnotherVisit");
        Require(!string.IsNullOrWhiteSpace(result), "Requests.Complete.ResultMissing");
        EndStay(visit);
        EndPause(at, who);
        (CompletedAt, Outcome, Result, Status) = (at, outcome, result, OrderStatus.Completed);
        Visits ??= remote ? 0 : null;
        Handling.End(at, ForHandling(rules, at));
        Raise(new OrderCompleted(PublicId, Number, null, Code.Of(Kind), at));
        Done("Completed", who, at, "VisitOutcome." + outcome, result);
    }

    /// <summary>A stay that a visit records ends with that visit's finish and in no other way.</summary>
    void EndStay(Visit? visit)
    {
        Require(CurrentVisit is null || (visit is { IsOpen: false } && visit.PublicId == CurrentVisit), "Visits.FinishThere");
        CurrentVisit = null;
    }

    /// <summary>The window of the next trip as it is first agreed.</summary>
    void Promise(DateTime? start, DateTime? end) => (PromisedStart, PromisedEnd, MovedByCompany) = (start, end, false);

    /// <summary>The technician takes the job that was given.</summary>
    public void Accept(DateTime at, Actor who)
    {
        RequireStatus("Visits.Accept.WrongState", OrderStatus.Scheduled);
        Require(AcceptedAt is null, "Visits.Accept.Already");
        AcceptedAt = at;
        Done("Accepted", who, at);
    }

    /// <summary>The technician gives the job back, with the reason; somebody else has to be sent.</summary>
    public void Return(string reason, DateTime at, Actor who)
    {
        RequireStatus("Visits.Return.WrongState", OrderStatus.Scheduled);
        Require(!string.IsNullOrWhiteSpace(reason), "Requests.ReasonMissing");
        KeepFormer(null, at);
        (TechnicianId, Team, AcceptedAt, Status) = (null, null, null, OrderStatus.Responded);
        Done("Returned", who, at, reason);
    }

    /// <summary>Closes the books on the order. A missed clock needs a reason.</summary>
    public void Close(string? overrunReason, DateTime at, OrderRules rules, Actor who)
    {
        RequireStatus("Requests.Close.WrongState", OrderStatus.Completed);
        if (HasMissedClock && overrunReason is null) throw new RuleViolation("Requests.Close.OverrunReasonMissing") { Field = "OverrunReason" };
        if (overrunReason is not null && !rules.Sla.OverrunReasons.Contains(overrunReason)) throw new RuleViolation("Requests.UnknownReason", overrunReason) { Field = "OverrunReason" };
        (ClosedAt, Status, OverrunReason) = (at, OrderStatus.Closed, HasMissedClock ? overrunReason : null);
        Raise(new OrderClosed(PublicId, Number, at));
        Done("Closed", who, at, OverrunReason is null ? null : "OverrunReason." + OverrunReason);
    }

    /// <summary>Ends the order before completion. Clocks that had not run out are exempt, the others stay missed.</summary>
    public void Cancel(string reason, string? note, DateTime at, OrderRules rules, Actor who)
    {
        Require(IsOpen, "Requests.Cancel.WrongState", Status);
        if (!rules.Sla.CancelReasons.Contains(reason)) throw new RuleViolation("Requests.UnknownReason", reason) { Field = "Reason" };
        EndPause(at, who);
        (CancelledAt, CancelReason, Status) = (at, reason, OrderStatus.Cancelled);
        Response.End(at, ForResponse(rules, at), withdrawn: true);
        Handling.End(at, ForHandling(rules, at), withdrawn: true);
        Raise(new OrderCancelled(PublicId, Number, reason, at));
        Done("Cancelled", who, at, "CancelReason." + reason, note);
    }

    /// <summary>The fault is back or the work was not done: new clocks start beside the old ones, whose verdicts stay.</summary>
    public void Reopen(string reason, DateTime at, OrderRules rules, Actor who)
    {
        RequireStatus("Requests.Reopen.WrongState", OrderStatus.Completed, OrderStatus.Closed);
        Require(!string.IsNullOrWhiteSpace(reason), "Requests.ReasonMissing");
        Reopened++;
        Keep(ClockKind.Response, Response);
        Keep(ClockKind.Handling, Handling);
        Promise(null, null);
        (CurrentVisit, AcceptedAt) = (null, null);
        (Status, RespondedAt, WindowStart, WindowEnd, DepartedAt, ArrivedAt, CompletedAt, ClosedAt, Outcome) = (OrderStatus.Received, null, null, null, null, null, null, null, null);
        Response = SlaClock.Of(ResponseLimit(rules.Sla));
        Handling = SlaClock.Of(HandlingLimit(rules.Sla));
        Response.Start(at, ForResponse(rules, at));
        if (!rules.Sla.HandlingStartsAtResponse) Handling.Start(at, ForHandling(rules, at));
        Done("Reopened", who, at, reason);
    }

    void Keep(ClockKind kind, SlaClock clock) => FormerClocks.Add(new FormerClock
    {
        Kind = kind, Round = Reopened, Started = clock.Started, Due = clock.Due, Ended = clock.Ended,
        Verdict = clock.Verdict!.Value, GrossVerdict = clock.GrossVerdict,
    });

    /// <summary>Stops the handling clock for a reason of the policy. A safety order never pauses; a clock that has run out stays so.</summary>
    /// <param name="from">Begin; before the present only with a manager's reason.</param>
    public void PauseClock(string reason, DateTime from, string? note, string? backdatedBecause, DateTime now, OrderRules rules, Actor who)
    {
        Require(IsOpen && Status != OrderStatus.Received, "Requests.Pause.WrongState", Status);
        Require(!IsSafety, "Requests.Pause.Safety");
        Require(OpenPause is null, "Requests.Pause.AlreadyPaused");
        var rule = rules.Sla.Pauses.FirstOrDefault(p => p.Code == reason) ?? throw new RuleViolation("Requests.UnknownReason", reason) { Field = "Reason" };
        if (from < now && string.IsNullOrWhiteSpace(backdatedBecause)) throw new RuleViolation("Requests.Pause.Backdated") { Field = "From" };
        Require(from >= Handling.Started, "Requests.Pause.BeforeStart");
        Pauses.Add(new Pause { Reason = reason, From = from, StopsHandling = rule.StopsHandling, LongestDays = rule.LongestDays, Note = note, BackdatedBecause = backdatedBecause, StartedBy = who.Name });
        Handling.Update(ForHandling(rules, now));
        Done("Paused", who, now, "PauseReason." + reason, note);
    }

    public void ResumeClock(DateTime at, OrderRules rules, Actor who)
    {
        Require(OpenPause is not null, "Requests.Resume.NotPaused");
        EndPause(at, who);
        Handling.Update(ForHandling(rules, at));
        Done("Resumed", who, at);
    }

    void EndPause(DateTime at, Actor who)
    {
        if (OpenPause is not { } pause) return;
        pause.To = at < pause.From ? pause.From : at;
        pause.EndedBy = who.Name;
    }

    /// <summary>Marks a special case (48 hours). Marking after the ordinary limit has run out does not help, so it is refused.</summary>
    public void MarkSpecial(string reason, DateTime at, OrderRules rules, Actor who)
    {
        RequireStatus("Requests.Special.WrongState", OrderStatus.Received);
        Require(!IsSafety, "Requests.Special.Safety");
        if (!rules.Sla.SpecialReasons.Contains(reason)) throw new RuleViolation("Requests.UnknownReason", reason) { Field = "Reason" };
        Require(SpecialReason is null, "Requests.Special.Already");
        Require(at <= Response.Due, "Requests.Special.TooLate");
        (SpecialReason, SpecialMarkedAt) = (reason, at);
        Response.Change(ResponseLimit(rules.Sla), ForResponse(rules, at));
        Done("MarkedSpecial", who, at, "SpecialReason." + reason);
    }

    /// <summary>The technician finds another complexity on site; before the old deadline only, with a reason.</summary>
    public void Regrade(Complexity complexity, string reason, DateTime at, OrderRules rules, Actor who)
    {
        RequireStatus("Requests.Regrade.WrongState", OrderStatus.OnSite);
        Require(!string.IsNullOrWhiteSpace(reason), "Requests.ReasonMissing");
        Require(at <= Handling.Due, "Requests.Regrade.TooLate");
        Require(complexity != (Complexity ?? Requests.Complexity.General), "Requests.Regrade.Same");
        (Complexity, RegradedOnSite) = (complexity, true);
        Handling.Change(HandlingLimit(rules.Sla), ForHandling(rules, at));
        Done("Regraded", who, at, "Complexity." + complexity, reason);
    }

    /// <summary>The customer sent a picture with the request; the same one again adds nothing.</summary>
    public void AddPhoto(Guid id, string sha256, int width, int height, DateTime at, Actor who)
    {
        if (Photos.Exists(p => p.Sha256 == sha256)) return;
        Photos.Add(new OrderPhoto { PublicId = id, Sha256 = sha256, Width = width, Height = height, At = at });
        Raise(new AfterSales.Documents.Contracts.FileClaimed(sha256, $"service.order:{PublicId:N}"));
        Done("PhotoAdded", who, at);
    }

    public void TakeUrge(string? note, DateTime at, Actor who)
    {
        Require(IsOpen, "Requests.Urge.WrongState", Status);
        Urged++;
        Urges.Add(new Urge { At = at, TakenBy = who.Name, Note = note });
        Done("Urged", who, at, note);
    }

    /// <summary>Links this request to the earlier repair that it repeats; the earlier one is no first-time fix.</summary>
    public void RepeatOf(ServiceOrder earlier)
    {
        RepeatOfId = earlier.Id;
        if (earlier.RepeatedAt is null || ReceivedAt < earlier.RepeatedAt) earlier.RepeatedAt = ReceivedAt;
        earlier.Acted();
        Acted();
    }

    /// <summary>A quality officer finds that the repeat has nothing to do with the earlier repair; counted beside.</summary>
    /// <param name="nextRepeat">Receipt of the earlier order's next related repeat, if there is one.</param>
    public void MarkUnrelated(ServiceOrder earlier, DateTime? nextRepeat, string reason, DateTime at, Actor who)
    {
        Require(RepeatOfId == earlier.Id && !RepeatUnrelated, "Requests.Unrelated.NoRepeat");
        Require(!string.IsNullOrWhiteSpace(reason), "Requests.ReasonMissing");
        RepeatUnrelated = true;
        earlier.RepeatedAt = nextRepeat;
        earlier.UnrelatedRepeats++;
        earlier.Done("RepeatUnrelated", who, at, Number, reason);
        Done("Unrelated", who, at, earlier.Number, reason);
    }

    /// <summary>Continues the clocks of an order for the same appliance that was cancelled shortly before.</summary>
    public void Continue(ServiceOrder cancelled, OrderRules rules)
    {
        ContinuesId = cancelled.Id;
        Response.Start(cancelled.Response.Started ?? ReceivedAt, ForResponse(rules, ReceivedAt));
        KeepDue();
        Acted();
    }
}
