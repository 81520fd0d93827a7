namespace AfterSales.Service.Contracts.Feed;

/// <summary>
/// One service order as the warehouse takes it: flat, in codes, without names, phones or addresses. Instants are UTC, days are local days of
/// the company, hours are elapsed hours. Feed name: <c>service.orders</c>.
/// </summary>
public sealed record OrderFeedRow
{
    public required long Key { get; init; }
    /// <summary>Strictly increasing with every change of the order.</summary>
    public required long Change { get; init; }
    public required bool Deleted { get; init; }
    public required string Number { get; init; }
    /// <summary>Code of the contract (brand); null when the order is outside any contract.</summary>
    public string? Contract { get; init; }
    /// <summary>repair, maintenance, troubleshooting, technical_support, enquiry, installation, removal, other.</summary>
    public required string Kind { get; init; }
    /// <summary>phone, web, wechat, email, walk_in, dealer, other.</summary>
    public required string Channel { get; init; }
    /// <summary>received, responded, scheduled, en_route, on_site, completed, closed, cancelled.</summary>
    public required string State { get; init; }
    /// <summary>general or complex, as it counts for the handling clock.</summary>
    public required string Complexity { get; init; }
    public string? ProductModel { get; init; }
    public string? ProductType { get; init; }
    /// <summary>Six-digit code of the district, or the region's own text where no code is known.</summary>
    public string? Region { get; init; }
    public string? FaultCode { get; init; }
    /// <summary>Employee code of the technician who did (or will do) the job.</summary>
    public string? Technician { get; init; }
    /// <summary>Team the job counts for: the technician's team at the time, kept on the order.</summary>
    public string? Team { get; init; }
    /// <summary>Reason code when the order is marked special.</summary>
    public string? SpecialReason { get; init; }
    /// <summary>The fault was found to be more complex on site, before the deadline.</summary>
    public bool RegradedToComplex { get; init; }
    /// <summary>A request within a contract that the company, not the customer, ended.</summary>
    public bool RefusedInScope { get; init; }
    /// <summary>Received outside the hours of the desk, or on an off day.</summary>
    public bool ReceivedOffHours { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public required DateOnly ReceivedDay { get; init; }
    public DateTime? RespondedAt { get; init; }
    public DateOnly? RespondedDay { get; init; }
    public DateTime? CompletedAt { get; init; }
    public DateOnly? CompletedDay { get; init; }
    public DateTime? ClosedAt { get; init; }
    public DateOnly? ClosedDay { get; init; }
    public DateTime? CancelledAt { get; init; }
    public DateOnly? CancelledDay { get; init; }
    /// <summary>Key of the customer, to tell customers apart and nothing else; null when unknown.</summary>
    public long? Customer { get; init; }
    /// <summary>Version of the SLA policy under which the order runs.</summary>
    public int? SlaPolicy { get; init; }
    /// <summary>fixed, no_fault, declined, condemned, safety_stop, exchange, part_needed, nobody_home; null when unknown.</summary>
    public string? Outcome { get; init; }
    /// <summary>Visits that took place; null when unknown (imported without).</summary>
    public int? Visits { get; init; }
    public required ClockFeed Response { get; init; }
    public required ClockFeed Handling { get; init; }
    /// <summary>Receipt of the first repeat within the repeat window after this order's completion, unless marked unrelated.</summary>
    public DateTime? RepeatedAt { get; init; }
    /// <summary>Repeats that a quality officer marked as unrelated: not counted, shown beside.</summary>
    public required int UnrelatedRepeats { get; init; }
    /// <summary>Times the order was reopened after completion.</summary>
    public required int Reopened { get; init; }
    /// <summary>A person confirmed content, place and, for what needs a visit, the window; not inferred from later stamps.</summary>
    public bool Confirmed { get; init; }
    /// <summary>Nobody may be asked how it went: no number to ask at, or the customer took the consent back.</summary>
    public bool SurveyHeldBack { get; init; }
    /// <summary>Taken over from an earlier system: what its source lacks is unknown.</summary>
    public bool Imported { get; init; }
}

/// <summary>One clock of an order. Whether an open clock is running or breached is decided at query time from <see cref="Due"/>.</summary>
public sealed record ClockFeed
{
    /// <summary>Null while the clock has not started.</summary>
    public DateTime? Started { get; init; }
    public DateTime? Due { get; init; }
    /// <summary>Local day to which the deadline is dated (a deadline at 24:00 belongs to the day that ends).</summary>
    public DateOnly? DueDay { get; init; }
    public DateTime? Ended { get; init; }
    public DateOnly? EndedDay { get; init; }
    /// <summary>Deadline without any pause taken out.</summary>
    public DateTime? GrossDue { get; init; }
    public DateOnly? GrossDueDay { get; init; }
    /// <summary>met, missed, exempt, not_measured once decided; null while the clock is open.</summary>
    public string? Verdict { get; init; }
    public string? GrossVerdict { get; init; }
    /// <summary>Hours from start to end with stopping pauses out; null while open.</summary>
    public double? NetHours { get; init; }
    /// <summary>Hours taken out by stopping pauses.</summary>
    public required double PausedHours { get; init; }
    /// <summary>True when the response was met by three contact attempts and a delivered message.</summary>
    public required bool MetByAttempts { get; init; }
    /// <summary>True when the ending was inferred by the import (no own time stamp in the source).</summary>
    public required bool Inferred { get; init; }
}
