using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;

namespace AfterSales.Service.Requests;

/// <summary>What another system recorded about an order. Missing facts are unknown, never invented.</summary>
internal sealed record OrderHistory
{
    public required Intake Intake { get; init; }
    /// <summary>False when the source has no column for the response at all: the response clock is then not measured.</summary>
    public required bool ResponseIsRecorded { get; init; }
    public DateTime? RespondedAt { get; init; }
    public DateTime? WindowStart { get; init; }
    public DateTime? WindowEnd { get; init; }
    public DateTime? ArrivedAt { get; init; }
    public DateTime? CompletedAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public DateTime? CancelledAt { get; init; }
    public long? TechnicianId { get; init; }
    public string? Team { get; init; }
    public int? Visits { get; init; }
    public VisitOutcome? Outcome { get; init; }
    public IReadOnlyList<Pause> Pauses { get; init; } = [];
    /// <summary>Hash of the row as it was read: the same row again changes nothing.</summary>
    public string? Fingerprint { get; init; }
    /// <summary>Answers, fees and payments of the row, as JSON, for the modules they belong to.</summary>
    public string? Extras { get; init; }
}

internal sealed partial class ServiceOrder
{
    /// <summary>
    /// Takes an order over with its past: the same clocks, policy and calendar as a live one. The rules that guard people at work do not refuse
    /// it. An empty response cell means reached at arrival or completion at the latest (marked as inferred), and handling then starts at receipt.
    /// </summary>
    public static ServiceOrder FromHistory(OrderHistory history, OrderRules rules, DateTime now)
    {
        var order = new ServiceOrder { PublicId = Kernel.PublicId.New(now), Number = history.Intake.Number!, Imported = true };
        order.TakeOver(history, rules, now);
        return order;
    }

    /// <summary>Takes the order over again, from a row that changed at its source. Refused once somebody worked on the order here.</summary>
    public void TakeOver(OrderHistory history, OrderRules rules, DateTime now)
    {
        Require(Imported && Events.All(e => e.Act is "Imported"), "Import.WorkedOnHere", Number);
        Begin(history.Intake, rules);
        Pauses.Clear();
        Pauses.AddRange(history.Pauses);
        (WindowStart, WindowEnd, ArrivedAt, CancelledAt, ClosedAt) = (history.WindowStart, history.WindowEnd, history.ArrivedAt, history.CancelledAt, history.ClosedAt);
        Promise(history.WindowStart, history.WindowEnd);
        KeepFormer(history.TechnicianId, now);
        (TechnicianId, Team, Visits, Outcome, Fingerprint, Extras) = (history.TechnicianId, history.Team, history.Visits, history.Outcome, history.Fingerprint, history.Extras);
        CompletedAt = history.CompletedAt ?? (history.CancelledAt is null ? history.ClosedAt : null);
        RespondFromHistory(history, CompletedAt, rules, now);
        HandleFromHistory(history, CompletedAt, rules, now);
        Status = StatusFromStamps();
        Done("Imported", Actor.Import, now);
    }

    void RespondFromHistory(OrderHistory history, DateTime? completed, OrderRules rules, DateTime now)
    {
        if (!history.ResponseIsRecorded)
        {
            Response = SlaClock.Unmeasured(Response.Limit);
            return;
        }
        var latest = history.RespondedAt ?? history.ArrivedAt ?? completed;
        RespondedAt = latest;
        if (latest is { } responded) Response.End(responded, ForResponse(rules, now), inferred: history.RespondedAt is null);
        else if (history.CancelledAt is { } cancelled) Response.End(cancelled, ForResponse(rules, now), withdrawn: true);
    }

    void HandleFromHistory(OrderHistory history, DateTime? completed, OrderRules rules, DateTime now)
    {
        var start = rules.Sla.HandlingStartsAtResponse && history.RespondedAt is { } responded ? responded
            : !rules.Sla.HandlingStartsAtResponse || !history.ResponseIsRecorded || RespondedAt is not null ? ReceivedAt : (DateTime?)null;
        if (start is { } from && Handling.Started is null) Handling.Start(from, ForHandling(rules, now));
        if (completed is { } end) Handling.End(end, ForHandling(rules, now), inferred: history.CompletedAt is null);
        else if (history.CancelledAt is { } cancelled) Handling.End(cancelled, ForHandling(rules, now), withdrawn: true);
    }

    OrderStatus StatusFromStamps() =>
        CancelledAt is not null ? OrderStatus.Cancelled
        : ClosedAt is not null ? OrderStatus.Closed
        : CompletedAt is not null ? OrderStatus.Completed
        : ArrivedAt is not null ? OrderStatus.OnSite
        : RespondedAt is null ? OrderStatus.Received
        : TechnicianId is not null && WindowStart is not null ? OrderStatus.Scheduled
        : OrderStatus.Responded;
}
