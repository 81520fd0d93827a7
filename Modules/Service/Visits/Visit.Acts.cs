using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;

namespace AfterSales.Service.Visits;

internal sealed partial class Visit
{
    /// <summary>A trip to an order that somebody is assigned to. The window is the one agreed at the time.</summary>
    public static Visit Begin(ServiceOrder order, int trip, int policyVersion, DateTime now, Guid? publicId = null)
    {
        var technician = order.TechnicianId ?? throw new RuleViolation("Visits.NobodyAssigned");
        return new Visit
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), Order = order, Trip = trip, TechnicianId = technician, PolicyVersion = policyVersion,
            WindowStart = order.PromisedStart, WindowEnd = order.PromisedEnd, MovedByCompany = order.MovedByCompany,
        };
    }

    /// <summary>Sets out. Not before the order was confirmed with the customer.</summary>
    public void Depart(Moment when, VisitRules rules, Actor who)
    {
        Require(DepartedAt is null && ArrivedAt is null, "Visits.Depart.Already");
        RequireAfter(Order.RespondedAt, when);
        Order.Depart(when.At, who);
        DepartedAt = when.At;
        Put(StampKind.Depart, when, rules, who);
    }

    /// <summary>Is there. Certification is asked now and stays as it was answered; so does the edition of the check list.</summary>
    public void Arrive(Moment when, bool earlyConsent, Qualification qualification, VisitRules rules, Actor who)
    {
        Require(ArrivedAt is null, "Visits.Arrive.Already");
        RequireAfter(DepartedAt ?? Order.RespondedAt, when);
        Order.Arrive(when.At, rules.Order, who, PublicId);
        (ArrivedAt, EarlyConsent, Certified, CertificateNumber, CheckListId) = (when.At, earlyConsent, qualification.IsCertified, qualification.CertificateNumber, rules.List?.Id);
        OnTime = WindowEnd is null ? null : !MovedByCompany && when.At <= WindowEnd && (earlyConsent || when.At >= WindowStart!.Value.AddMinutes(-rules.Order.Sla.EarlyMinutes));
        FaultCode = Order.FaultCode;
        Put(StampKind.Arrive, when, rules, who);
    }

    void RequireAfter(DateTime? earlier, Moment when) => Require(earlier is null || when.At >= earlier, "Visits.Time.BeforeEarlier");

    void RequireOnSite()
    {
        Require(IsOpen, "Visits.IsFinished");
        Require(ArrivedAt is not null, "Visits.NotArrived");
    }

    void Put(StampKind kind, Moment when, VisitRules rules, Actor who)
    {
        Stamps.Add(new VisitStamp
        {
            Kind = kind, At = when.At, ReceivedAt = when.ReceivedAt, Late = when.ReceivedAt - when.At > TimeSpan.FromMinutes(rules.Policy.LateMinutes),
            ByDoer = when.ByDoer, EnteredBy = who.Name, Latitude = when.Latitude, Longitude = when.Longitude,
        });
        Done(when);
    }

    /// <summary>What is wrong and why. Misuse needs evidence in words here and a picture at the finish.</summary>
    /// <param name="known">Fault codes of the model; none: the model is not described.</param>
    public void Find(string? faultCode, string? cause, bool misuse, string? evidence, IReadOnlyCollection<string> known, Moment when)
    {
        RequireOnSite();
        var code = faultCode.OrNull();
        if (code is not null && known.Count > 0 && !known.Contains(code)) throw new RuleViolation("Visits.Find.UnknownFault", code) { Field = "FaultCode" };
        if (misuse && evidence.OrNull() is null) throw new RuleViolation("Visits.Find.EvidenceMissing") { Field = "MisuseEvidence" };
        (FaultCode, Cause, Misuse, MisuseEvidence) = (code, cause.OrNull(), misuse, misuse ? evidence.OrNull() : null);
        Done(when);
    }

    /// <summary>The fault is of another complexity than thought; before the old deadline only.</summary>
    public void Regrade(Complexity complexity, string reason, Moment when, VisitRules rules, Actor who)
    {
        RequireOnSite();
        RequireAfter(ArrivedAt, when);
        Order.Regrade(complexity, reason, when.At, rules.Order, who);
        Done(when);
    }

    /// <param name="work">Line of the catalogue.</param>
    /// <param name="day">Local day of the visit.</param>
    public void AddWork(WorkCode work, DateOnly day, VisitRules rules, Moment when)
    {
        RequireOnSite();
        if (day < work.From || day >= work.Until || (work.Type is { } type && rules.Type is { } own && type != own)) throw new RuleViolation("Visits.Work.NotInForce", work.Code) { Field = "Code" };
        if (Work.Any(w => w.Code == work.Code)) throw new RuleViolation("Visits.Work.Twice", work.Code) { Field = "Code" };
        Work.Add(new VisitWork { Code = work.Code, NameZh = work.NameZh, NameEn = work.NameEn, Hours = work.Hours });
        Done(when);
    }

    public void RemoveWork(string code, Moment when)
    {
        RequireOnSite();
        Work.Remove(Work.FirstOrDefault(w => w.Code == code) ?? throw new RuleViolation("Visits.Work.NotThere", code));
        Done(when);
    }

    /// <param name="day">Local day of the visit.</param>
    public void UsePart(ModelPart part, int quantity, string? faultySerial, string? newSerial, bool dueBack, DateOnly day, Moment when)
    {
        RequireOnSite();
        if (quantity <= 0) throw new RuleViolation("Visits.Part.Quantity", quantity) { Field = "Quantity" };
        if (day >= part.EndedOn) throw new RuleViolation("Visits.Part.Ended", part.Number) { Field = "Part" };
        Parts.Add(new UsedPart
        {
            Number = part.Number, NameZh = part.NameZh, NameEn = part.NameEn, Quantity = quantity, FaultySerial = faultySerial.OrNull(), NewSerial = newSerial.OrNull(),
            OldPartDueBack = dueBack || part.DueBack, At = when.At,
        });
        Done(when);
    }

    public UsedPart RemovePart(long id, Moment when)
    {
        RequireOnSite();
        var removed = Parts.FirstOrDefault(p => p.Id == id) ?? throw new RuleViolation("Visits.Part.NotThere");
        Parts.Remove(removed);
        Done(when);
        return removed;
    }

    /// <summary>A replaced part that the brand wants came back to the office.</summary>
    public void TakeBack(long part, DateTime at, Actor who)
    {
        var used = Parts.Find(p => p.Id == part && p.OldPartDueBack) ?? throw new RuleViolation("Visits.Part.NotThere");
        if (used.BackAt is not null) throw new RuleViolation("Parts.Old.Already", used.Number);
        used.TakeBack(at, who);
        Acted();
    }

    /// <summary>Enters or corrects a value; the list is the one of the arrival.</summary>
    public void Measure(string item, decimal value, VisitRules rules, Moment when, MeasuredWith with = default)
    {
        RequireOnSite();
        var line = rules.List?.Item(item) ?? throw new RuleViolation("Visits.Check.NoSuchItem", item) { Field = "Item" };
        Values.RemoveAll(v => v.Item == item);
        Values.Add(new MeasuredValue { Item = item, Value = value, Passes = line.Passes(value), At = when.At, Instrument = with.Instrument, InstrumentOverdue = with.Overdue });
        (ReleasedBy, ReleaseReason) = (null, null); // a release speaks of the values that it saw
        Done(when);
    }

    /// <summary>A manager lets a visit end as fixed although a value lies outside its limits.</summary>
    public void Release(string reason, Moment when, Actor who)
    {
        RequireOnSite();
        Require(Values.Any(v => !v.Passes), "Visits.Release.NothingFailed");
        Require(reason.OrNull() is not null, "Requests.ReasonMissing");
        (ReleasedBy, ReleaseReason) = (who.Name, reason.Trim());
        Done(when);
    }

    public void AddPhoto(string shot, Guid id, string sha256, int width, int height, Moment when)
    {
        RequireOnSite();
        RequireShot(shot);
        Photos.Add(new VisitPhoto { PublicId = id, Shot = shot, Sha256 = sha256, Width = width, Height = height, At = when.At, ReceivedAt = when.ReceivedAt, Latitude = when.Latitude, Longitude = when.Longitude });
        Raise(new FileClaimed(sha256, FileOwner));
        Done(when);
    }

    /// <summary>A needed shot cannot be taken, and why.</summary>
    public void ExcuseShot(string shot, Guid id, string reason, Moment when)
    {
        RequireOnSite();
        RequireShot(shot);
        if (reason.OrNull() is null) throw new RuleViolation("Requests.ReasonMissing") { Field = "Missing" };
        Photos.Add(new VisitPhoto { PublicId = id, Shot = shot, Missing = reason.Trim(), At = when.At, ReceivedAt = when.ReceivedAt });
        Done(when);
    }

    static void RequireShot(string shot)
    {
        if (!VisitPhoto.Shots.Contains(shot)) throw new RuleViolation("Visits.Photo.UnknownShot", shot) { Field = "Shot" };
    }

    /// <summary>The customer signs on the glass, or the refusal is recorded.</summary>
    /// <param name="sha256">Picture of the strokes; null with a refusal.</param>
    public void Sign(string? name, string? relation, string? sha256, string? refusal, Moment when)
    {
        RequireOnSite();
        var refused = refusal.OrNull();
        if (refused is null && sha256 is null) throw new RuleViolation("Visits.Sign.NothingGiven") { Field = "Refusal" };
        if (refused is null && name.OrNull() is null) throw new RuleViolation("Visits.Sign.NameMissing") { Field = "Name" };
        var signed = refused is null;
        (SignedBy, SignedAs, SignatureSha256, RefusedToSign, SignedAt) = (signed ? name.OrNull() : null, signed ? relation.OrNull() : null, signed ? sha256 : null, refused, when.At);
        if (SignatureSha256 is { } strokes) Raise(new FileClaimed(strokes, FileOwner));
        Done(when);
    }

    /// <summary>The hazard is written down and read to the customer, who signs; without a name the refusal is shown by a photo.</summary>
    public void WarnOfHazard(string hazard, string? signedBy, Moment when)
    {
        RequireOnSite();
        if (hazard.OrNull() is null) throw new RuleViolation("Visits.Hazard.TextMissing") { Field = "Hazard" };
        (Hazard, HazardSignedBy, HazardAt) = (hazard.Trim(), signedBy.OrNull(), when.At);
        Done(when);
    }

    /// <summary>Ends the visit, and with it the order or the wait for the next trip. What each outcome needs is asked here, whichever way the form came.</summary>
    public void Finish(VisitOutcome outcome, string? report, string? reason, string? nextStep, Moment when, VisitRules rules, Actor who)
    {
        RequireOnSite();
        RequireAfter(ArrivedAt, when);
        (Report, Reason, NextStep) = (report.OrNull(), reason.OrNull(), nextStep.OrNull());
        if (Misuse) Require(Photos.Any(p => p.Shot == "misuse"), "Visits.Finish.MisusePhoto");
        if (outcome == VisitOutcome.Fixed) RequireFixed(rules);
        else RequireReasons(outcome, rules);
        CheckPassed = rules.List is { Items.Count: > 0 } list && MissingValues(list).Count == 0 && Values.TrueForAll(v => v.Passes);
        (Outcome, FinishedAt) = (outcome, when.At);
        if (outcome is VisitOutcome.PartNeeded or VisitOutcome.NobodyHome) Order.NeedSecondVisit(Reason!, when.At, who, this);
        else Order.Complete(outcome, Report ?? Reason!, when.At, rules.Order, who, this);
        if (outcome is VisitOutcome.Condemned) Raise(new ApplianceCondemned(Order.PublicId, Order.Number, PublicId, Hazard!, HazardSignedBy is null, when.At));
        Raise(new VisitFinished(PublicId));
        Put(StampKind.Finish, when, rules, who);
    }

    void RequireFixed(VisitRules rules)
    {
        if (Report is null) throw new RuleViolation("Visits.Finish.ReportMissing") { Field = "Report" };
        var missing = MissingValues(rules.List);
        if (missing.Count > 0) throw new RuleViolation("Visits.Finish.ValuesMissing", string.Join(" · ", missing.Select(i => i.Name)));
        var failed = rules.List?.Items.Where(i => ValueOf(i.Code) is { Passes: false }).ToList() ?? [];
        if (failed.Count > 0 && ReleasedBy is null) throw new RuleViolation("Visits.Finish.ValueFailed", string.Join(" · ", failed.Select(i => i.Name)));
        var shots = MissingShots(rules);
        if (shots.Count > 0) throw new RuleViolation("Visits.Finish.ShotMissing", "Visits.Shot." + shots[0]);
    }

    void RequireReasons(VisitOutcome outcome, VisitRules rules)
    {
        if (Reason is null) throw new RuleViolation("Visits.Finish.ReasonMissing", "VisitOutcome." + outcome) { Field = "Reason" };
        if (outcome == VisitOutcome.PartNeeded && NextStep is null) throw new RuleViolation("Visits.Finish.NextStepMissing") { Field = "NextStep" };
        Require(Photos.Count(p => p.Sha256 is not null) >= rules.Policy.PhotosOfReason, "Visits.Finish.PhotoMissing", null, "VisitOutcome." + outcome, rules.Policy.PhotosOfReason);
        if (rules.Policy.SignedOutcomes.Contains(Kernel.Code.Of(outcome))) Require(SignatureSha256 is not null || RefusedToSign is not null, "Visits.Finish.SignatureMissing", null, "VisitOutcome." + outcome);
        if (outcome != VisitOutcome.Condemned) return;
        Require(Hazard is not null, "Visits.Finish.HazardMissing");
        Require(HazardSignedBy is not null || Photos.Any(p => p is { Shot: "hazard_refused", Sha256: not null }), "Visits.Finish.HazardRefusalPhoto");
    }

    /// <summary>The office ends a trip that did not settle the order, with what it was told.</summary>
    public void CloseByOffice(string reason, Moment when, VisitRules rules, Actor who)
    {
        RequireOnSite();
        RequireAfter(ArrivedAt, when);
        (Reason, Outcome, FinishedAt, CheckPassed, ClosedByOffice) = (reason.OrNull(), VisitOutcome.PartNeeded, when.At, false, true);
        Order.NeedSecondVisit(reason, when.At, who, this);
        Put(StampKind.Finish, when, rules, who);
    }
}
