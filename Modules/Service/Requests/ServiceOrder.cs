using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;

namespace AfterSales.Service.Requests;

/// <summary>
/// A service order (clause 1.4): received, responded, scheduled, visited, completed, closed. It keeps the policy and calendar versions of its
/// receipt for life. Acts are in <c>ServiceOrder.Acts.cs</c>; here is what an order is and how its clocks are kept.
/// </summary>
internal sealed partial class ServiceOrder : Aggregate, IInFeed, INumbered
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    public string? BrandOrderNumber { get; private set; }
    /// <summary>The brand's contract; null when the order is outside any contract and so outside the scorecard.</summary>
    public long? ContractId { get; private set; }
    public long? CustomerId { get; private set; }
    public long? ApplianceId { get; private set; }
    public long? ModelId { get; private set; }
    public string? ContactName { get; private set; }
    public string? ContactPhone { get; private set; }
    public string? Address { get; private set; }
    /// <summary>Six-digit district code, or the region's own words.</summary>
    public string? Region { get; private set; }
    public OrderKind Kind { get; private set; }
    public OrderChannel Channel { get; private set; }
    public string? Description { get; private set; }
    public string? FaultCode { get; private set; }
    /// <summary>Null is unknown and counts as general.</summary>
    public Complexity? Complexity { get; private set; }
    public bool RegradedOnSite { get; private set; }
    public bool IsSafety { get; private set; }
    public string? SpecialReason { get; private set; }
    public DateTime? SpecialMarkedAt { get; private set; }

    public OrderStatus Status { get; private set; }
    public DateTime? RequestedAt { get; private set; }
    public DateTime ReceivedAt { get; private set; }
    public DateTime? RespondedAt { get; private set; }
    public DateTime? WindowStart { get; private set; }
    public DateTime? WindowEnd { get; private set; }
    public DateTime? DepartedAt { get; private set; }
    public DateTime? ArrivedAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public DateTime? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }
    public string? OverrunReason { get; private set; }
    public VisitOutcome? Outcome { get; private set; }
    public string? Result { get; private set; }
    /// <summary>Visits that took place; null when the source of an import did not say.</summary>
    public int? Visits { get; private set; }
    /// <summary>The window that was first agreed for the next trip, or the one to which the customer moved it; arrivals are judged by it.</summary>
    public DateTime? PromisedStart { get; private set; }
    public DateTime? PromisedEnd { get; private set; }
    /// <summary>The company moved that window: the trip is not on time, whatever the arrival.</summary>
    public bool MovedByCompany { get; private set; }
    /// <summary>The visit that is on site now, by its public id.</summary>
    public Guid? CurrentVisit { get; private set; }
    /// <summary>When the assigned technician took the job.</summary>
    public DateTime? AcceptedAt { get; private set; }
    public long? TechnicianId { get; private set; }
    /// <summary>Team of the technician at the time, kept for the numbers of that month.</summary>
    public string? Team { get; private set; }
    public int Urged { get; private set; }
    public int Reopened { get; private set; }

    /// <summary>The earlier repair of the same appliance that this request repeats.</summary>
    public long? RepeatOfId { get; private set; }
    /// <summary>A quality officer found that the two have nothing to do with each other.</summary>
    public bool RepeatUnrelated { get; private set; }
    /// <summary>On the earlier repair: receipt of its first repeat.</summary>
    public DateTime? RepeatedAt { get; private set; }
    public int UnrelatedRepeats { get; private set; }
    /// <summary>The cancelled order whose clocks this one continues.</summary>
    public long? ContinuesId { get; private set; }

    public int PolicyVersion { get; private set; }
    public string CalendarVersion { get; private set; } = "";
    /// <summary>Signed version of the agreement that it was received under.</summary>
    public long? AgreementTermsId { get; private set; }
    public bool Imported { get; private set; }
    /// <summary>Hash of the imported row, so that importing it again changes nothing.</summary>
    public string? Fingerprint { get; private set; }
    /// <summary>Parts of an imported row that belong to other capabilities (answers, fees, payments), as JSON.</summary>
    public string? Extras { get; private set; }
    public SlaClock Response { get; private set; } = null!;
    public SlaClock Handling { get; private set; } = null!;
    /// <summary>Earliest deadline of the clocks still open. Null when none is open.</summary>
    public DateTime? NextDue => SortDue == Never ? null : SortDue;
    /// <summary>The same for the list of open orders: <see cref="Never"/> when no clock runs, null as soon as the order is not open, so that its index holds open orders only.</summary>
    public DateTime? SortDue { get; private set; }
    static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public List<Pause> Pauses { get; } = [];
    public List<ContactAttempt> Attempts { get; } = [];
    public List<Urge> Urges { get; } = [];
    public List<OrderEvent> Events { get; } = [];
    public List<FormerClock> FormerClocks { get; } = [];
    public List<FormerTechnician> FormerTechnicians { get; } = [];
    public List<Reschedule> Reschedules { get; } = [];
    public List<OrderPhoto> Photos { get; } = [];

    ServiceOrder() { }

    string INumbered.NumberSeries => "SO";
    int INumbered.NumberYear => _numberYear;
    bool INumbered.NeedsNumber => Number.Length == 0;
    /// <summary>Only what is received here gets a number, so this is where others are told of it.</summary>
    void INumbered.GiveNumber(long sequence)
    {
        Number = $"SO-{_numberYear}-{sequence:000000}";
        Raise(new OrderReceived(PublicId, Number, Code.Of(Kind), Code.Of(Channel), ReceivedAt));
    }

    int _numberYear;

    public bool IsOpen => Status is not (OrderStatus.Completed or OrderStatus.Closed or OrderStatus.Cancelled);
    public Pause? OpenPause => Pauses.FirstOrDefault(p => p.To is null);
    public bool HasMissedClock => Response.Verdict == ClockVerdict.Missed || Handling.Verdict == ClockVerdict.Missed;

    public IReadOnlyList<PauseSpan> HandlingPauses => Pauses.Count == 0 ? [] : [.. Pauses.OrderBy(p => p.From).Select(p => p.Span)];

    TimeLimit HandlingLimit(SlaPolicy policy) => Complexity == Requests.Complexity.Complex ? policy.ComplexHandling : policy.GeneralHandling;
    TimeLimit ResponseLimit(SlaPolicy policy) => SpecialReason is null ? policy.Response : policy.SpecialResponse;

    ClockContext ForHandling(OrderRules rules, DateTime now) => new(rules.Calendar, HandlingPauses, rules.Sla.WarnShare, now);
    static ClockContext ForResponse(OrderRules rules, DateTime now) => new(rules.Calendar, [], rules.Sla.WarnShare, now);

    /// <summary>Both clocks as they stand at an instant.</summary>
    public ClockReading ReadResponse(OrderRules rules, DateTime now) => Response.Read(rules.Calendar, [], rules.Sla.WarnShare, now);
    public ClockReading ReadHandling(OrderRules rules, DateTime now) => Handling.Read(rules.Calendar, HandlingPauses, rules.Sla.WarnShare, now);

    /// <summary>Writes the act into the history and keeps what lists and sorting need up to date. Every act ends with it.</summary>
    void Done(string act, Actor who, DateTime at, params string?[] args)
    {
        Acted();
        Events.Add(new OrderEvent
        {
            Version = Version, At = at, ActorId = who.Id, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args.Select(a => a?.Replace('\u001f', ' ') ?? "")),
        });
        KeepDue();
    }

    void KeepDue()
    {
        var (response, handling) = (Response.IsOpen ? Response.Due : null, Handling.IsOpen ? Handling.Due : null);
        SortDue = IsOpen ? (response < handling ? response : handling ?? response) ?? Never : null;
    }

    void Require(bool condition, string key, params object?[] args)
    {
        if (!condition) throw new RuleViolation(key, args);
    }

    void RequireStatus(string key, params OrderStatus[] allowed)
    {
        if (!allowed.Contains(Status)) throw new RuleViolation(key, Status);
    }
}

/// <summary>The rules an order lives under: those in force at its receipt.</summary>
/// <param name="Terms">The agreement it was received under, whose own limits take the place of the standard ones.</param>
internal sealed record OrderRules(PolicyVersion<SlaPolicy> Policy, WorkingCalendar Calendar, AgreementTerms? Terms = null)
{
    public SlaPolicy Sla => Terms is null ? Policy.Value : Terms.Over(Policy.Value);
}
