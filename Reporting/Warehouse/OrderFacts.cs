using AfterSales.Service.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Service orders with both clocks. Whether an open clock is running or breached is decided by the question, from its instant.</summary>
internal static class OrderFacts
{
    static readonly string[] Verdicts = ["met", "missed", "exempt", "not_measured"];

    public static readonly FactTable<OrderFeedRow> Table = Clock(Clock(
        new FactTable<OrderFeedRow>("fact_order", r => r.Key, r => r.Change, r => r.Deleted)
            .Text("number", r => r.Number)
            .Member(Dimension.Contract, r => r.Contract)
            .Member(Dimension.Product, r => r.ProductModel, r => r.ProductType)
            .Member(Dimension.Region, r => r.Region)
            .Member(Dimension.Fault, r => r.FaultCode)
            .TeamOfTheDay(r => r.Technician, r => r.Team, r => r.CompletedDay ?? r.RespondedDay ?? r.ReceivedDay)
            .Member(Dimension.Channel, r => r.Channel)
            .Member(Dimension.SlaPolicy, r => r.SlaPolicy?.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Key("customer", r => r.Customer)
            .Text("kind", r => r.Kind)
            .Text("state", r => r.State)
            .Text("complexity", r => r.Complexity)
            .Text("special_reason", r => r.SpecialReason)
            .Text("outcome", r => r.Outcome)
            .Flag("regraded_to_complex", r => r.RegradedToComplex)
            .Flag("refused_in_scope", r => r.RefusedInScope)
            .Flag("received_off_hours", r => r.ReceivedOffHours)
            .Flag("confirmed", r => r.Confirmed)
            .Flag("survey_held_back", r => r.SurveyHeldBack)
            .Flag("imported", r => r.Imported)
            .Whole("visits", r => r.Visits)
            .Whole("reopened", r => r.Reopened)
            .Whole("unrelated_repeats", r => r.UnrelatedRepeats)
            .Instant("received_at", r => r.ReceivedAt)
            .Day("received_day", r => r.ReceivedDay)
            .Instant("responded_at", r => r.RespondedAt)
            .Day("responded_day", r => r.RespondedDay)
            .Instant("completed_at", r => r.CompletedAt)
            .Day("completed_day", r => r.CompletedDay)
            .Instant("closed_at", r => r.ClosedAt)
            .Day("closed_day", r => r.ClosedDay)
            .Instant("cancelled_at", r => r.CancelledAt)
            .Day("cancelled_day", r => r.CancelledDay)
            .Instant("repeated_at", r => r.RepeatedAt)
            .Real("response_hours", r => (r.RespondedAt - r.ReceivedAt)?.TotalHours),
        "response", r => r.Response), "handling", r => r.Handling);

    static FactTable<OrderFeedRow> Clock(FactTable<OrderFeedRow> table, string name, Func<OrderFeedRow, ClockFeed> clock) => table
        .Instant(name + "_started", r => clock(r).Started)
        .Instant(name + "_due", r => clock(r).Due)
        .Day(name + "_due_day", r => clock(r).DueDay)
        .Instant(name + "_ended", r => clock(r).Ended)
        .Day(name + "_ended_day", r => clock(r).EndedDay)
        .Instant(name + "_gross_due", r => clock(r).GrossDue)
        .Day(name + "_gross_due_day", r => clock(r).GrossDueDay)
        .Code(name + "_verdict", Verdicts, r => clock(r).Verdict)
        .Code(name + "_gross_verdict", Verdicts, r => clock(r).GrossVerdict)
        .Real(name + "_net_hours", r => clock(r).NetHours)
        .Real(name + "_paused_hours", r => clock(r).PausedHours)
        .Flag(name + "_by_attempts", r => clock(r).MetByAttempts)
        .Flag(name + "_inferred", r => clock(r).Inferred)
        .Day(name + "_day", r => DayOf(r, clock(r)));

    /// <summary>
    /// Day to which a clock is dated: ended or due, whichever is first (an act at exactly 24:00 belongs to the day that ends). One that does not
    /// count is dated by its end, or else by receipt. Null while it has not started.
    /// </summary>
    internal static DateOnly? DayOf(OrderFeedRow order, ClockFeed clock) => clock.Verdict is "exempt" or "not_measured"
        ? clock.EndedDay ?? order.ReceivedDay
        : clock.EndedDay < clock.DueDay || clock.DueDay is null ? clock.EndedDay : clock.DueDay;
}
