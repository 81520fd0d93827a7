using System.Data.Common;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Audits;

/// <summary>What can be drawn for an audit, and what the warehouse knows of one order, without names.</summary>
internal sealed class DrawOrders(IWarehouse warehouse)
{
    /// <summary>Numbers of the orders of a contract that were completed in a month.</summary>
    public async Task<IReadOnlyList<string>> CompletedAsync(string contract, DateOnly month, CancellationToken ct) => !warehouse.IsUsable ? [] : await warehouse.ReadAsync(c => c.Rows("""
        SELECT f.number FROM fact_order f JOIN dim_contract d ON d.contract_id = f.contract_id WHERE d.code = $1 AND f.completed_day BETWEEN $2 AND $3 ORDER BY f.number
        """, [contract, month, month.AddMonths(1).AddDays(-1)], r => r.GetString(0)), ct);

    /// <summary>The facts of one order; null when the warehouse does not know it.</summary>
    public Task<OrderFactsShown?> OfAsync(string number, CancellationToken ct) => warehouse.ReadAsync(c => Of(c, number), ct);

    static OrderFactsShown? Of(DbConnection c, string number) => c.Rows("""
        SELECT f.kind, f.state, f.complexity, f.outcome, h.code, p.model, r.code, x.code, m.code, f.received_at, f.responded_at, f.completed_at, f.response_due, CAST(f.response_verdict AS varchar),
            f.handling_due, CAST(f.handling_verdict AS varchar), CAST(f.handling_gross_verdict AS varchar), f.handling_paused_hours, f.visits, f.repeated_at, f.key
        FROM fact_order f JOIN dim_channel h ON h.channel_id = f.channel_id JOIN dim_product p ON p.product_id = f.product_id JOIN dim_region r ON r.region_id = f.region_id
        JOIN dim_fault x ON x.fault_id = f.fault_id JOIN dim_team m ON m.team_id = f.team_id WHERE f.number = $1
        """, [number], r => new OrderFactsShown(number, r.Text(0), r.Text(1), r.Text(2), r.Text(3), r.Text(4), r.Text(5), r.Text(6), r.Text(7), r.Text(8), r.Instant(9), r.Instant(10), r.Instant(11), r.Instant(12), r.Text(13),
            r.Instant(14), r.Text(15), r.Text(16), r.Real(17), r.IsDBNull(18) ? null : r.GetInt32(18), r.Instant(19)) { Key = r.GetInt64(20) }).SingleOrDefault() is not { } found ? null : found with
        {
            Visits = c.Rows("SELECT trip, window_end, arrived_at, finished_at, on_time, certified, check_passed, outcome FROM fact_visit WHERE number = $1 ORDER BY trip", [number],
                v => new VisitShown(v.GetInt32(0), v.Instant(1), v.Instant(2), v.Instant(3), v.GetBoolean(4), v.GetBoolean(5), v.GetBoolean(6), v.Text(7))),
            Notes = c.Rows("SELECT coalesce(notes, 0), coalesce(signed_notes, 0), coalesce(paid, 0), coalesce(refunded, 0) FROM fact_account WHERE key = $1", [found.Key], n => new MoneyShown(n.GetInt32(0), n.GetInt32(1), n.GetDouble(2), n.GetDouble(3))).FirstOrDefault(),
            Invited = c.Scalar<long>("SELECT CAST(count(*) AS bigint) FROM fact_invited_order WHERE number = $1", number) > 0,
            Ratings = c.Rows("SELECT rating FROM fact_survey WHERE number = $1 AND rating IS NOT NULL", [number], s => s.GetInt32(0)),
            Complaints = c.Rows("SELECT number FROM fact_complaint WHERE order_number = $1 ORDER BY number", [number], s => s.GetString(0)),
            Papers = c.Rows("SELECT papers FROM fact_order_file WHERE number = $1", [number], s => s.Text(0)).FirstOrDefault(),
        };
}

internal sealed record VisitShown(int Trip, DateTime? WindowEnd, DateTime? ArrivedAt, DateTime? FinishedAt, bool OnTime, bool Certified, bool CheckPassed, string? Outcome);

internal sealed record MoneyShown(int Notes, int Signed, double Paid, double Refunded);

/// <summary>One order as an auditor sees it: codes and times, no persons.</summary>
internal sealed record OrderFactsShown(string Number, string? Kind, string? State, string? Complexity, string? Outcome, string? Channel, string? Product, string? Region, string? Fault, string? Team,
    DateTime? ReceivedAt, DateTime? RespondedAt, DateTime? CompletedAt, DateTime? ResponseDue, string? ResponseVerdict, DateTime? HandlingDue, string? HandlingVerdict, string? HandlingGrossVerdict,
    double? PausedHours, int? Trips, DateTime? RepeatedAt)
{
    public long Key { get; init; }
    public IReadOnlyList<VisitShown> Visits { get; init; } = [];
    public MoneyShown? Notes { get; init; }
    public bool Invited { get; init; }
    public IReadOnlyList<int> Ratings { get; init; } = [];
    public IReadOnlyList<string> Complaints { get; init; } = [];
    public string? Papers { get; init; }

    /// <summary>What the system would say of each clause, so that the auditor checks instead of typing; null where the order shows nothing about it.</summary>
    public TickResult? Suggested(string clause) => clause switch
    {
        "1.3.1" => OfVerdict(ResponseVerdict),
        "1.3.2" => OfVerdict(HandlingVerdict),
        "1.3.3" => Kind != "repair" || Outcome != "fixed" ? TickResult.NotApplicable : RepeatedAt is null && (Visits.Count == 0 || Visits[^1].CheckPassed) ? TickResult.Conforms : TickResult.Deviates,
        "1.4" => Visits.Count == 0 ? TickResult.NotApplicable : Of(Visits.All(v => v.OnTime || v.WindowEnd is null)),
        "1.6" => Visits.Count == 0 ? TickResult.NotApplicable : Of(Visits.Where(v => v.ArrivedAt is not null).All(v => v.Certified)),
        "1.7" => Notes is null ? TickResult.NotApplicable : Of(Notes.Notes > 0),
        "1.8.2" => Visits.Count == 0 ? TickResult.NotApplicable : Of(Notes is { Notes: > 0 } n && n.Signed == n.Notes),
        "3.1" => Of(Invited),
        _ => null,
    };

    static TickResult Of(bool keeps) => keeps ? TickResult.Conforms : TickResult.Deviates;

    static TickResult? OfVerdict(string? verdict) => verdict switch { "met" => TickResult.Conforms, "missed" => TickResult.Deviates, "exempt" or "not_measured" => TickResult.NotApplicable, _ => null };
}
