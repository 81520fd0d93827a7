using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Briefs;

/// <summary>An order whose clock has run out and still stands open.</summary>
/// <param name="Clock">response or handling.</param>
internal sealed record OverdueOrder(string Number, string Technician, string Clock, DateTime Due);

/// <summary>The day in numbers, for the owner at 20:00.</summary>
/// <param name="Open">Orders open at the end of the day.</param>
/// <param name="Billed">Payable lines of notes issued on the day, CNY.</param>
/// <param name="Taken">Payments of the day by method, CNY.</param>
/// <param name="Unmatched">Payments that no bill row or hand-in has been found for, past their two days.</param>
/// <param name="LowScores">Orders whose customer gave 1 or 2 on the day.</param>
/// <param name="Holes">Visits agreed for the next day that nobody is sent to.</param>
internal sealed record Brief(DateOnly Day, DateTime AsOf, long In, long Done, long Open, IReadOnlyList<OverdueOrder> Overdue, double Billed, IReadOnlyList<(string Method, double Amount)> Taken, long Unmatched, double UnmatchedAmount,
    IReadOnlyList<(string Order, int Rating)> LowScores, IReadOnlyList<string> Holes, IReadOnlyList<(DateOnly Day, long Open)> Backlog)
{
    public double TakenTotal => Taken.Sum(t => t.Amount);
}

/// <summary>Reads the day from the warehouse, two minutes behind the work.</summary>
internal sealed class ReadBrief(DuckWarehouse warehouse, ICompany company)
{
    const int BacklogDays = 30;

    /// <param name="day">Null: the day of the data.</param>
    /// <exception cref="RuleViolation">The warehouse is not loaded, or the day has not come.</exception>
    public Task<Brief> ReadAsync(DateOnly? day, CancellationToken ct) => warehouse.ReadAsync(c =>
    {
        var asOf = Ledger.AsOf(c).Instant ?? throw new RuleViolation("Warehouse.NotLoaded");
        var today = company.LocalDay(asOf);
        var asked = day ?? today;
        if (asked > today) throw new RuleViolation("Briefs.NotYet", asked.ToString("yyyy-MM-dd"));
        var until = company.CalendarAt(asOf).EndOf(asked) is var end && end < asOf ? end : asOf; // how it stood at the end of the day
        long Count(string sql, params object?[] values) => c.Scalar<long>($"SELECT CAST(count(*) AS bigint) FROM {sql}", values);
        return new Brief(asked, asOf, Count("fact_order WHERE received_day = $1", asked), Count("fact_order WHERE completed_day = $1", asked), Count("fact_backlog WHERE day = $1", asked),
            c.Rows("""
                SELECT f.number, t.code, o.clock, o.due FROM (
                    SELECT key, 'response' AS clock, response_due AS due FROM fact_order WHERE response_due < $1 AND (response_ended IS NULL OR response_ended > $1) AND response_verdict IS NULL AND (cancelled_at IS NULL OR cancelled_at > $1)
                    UNION ALL SELECT key, 'handling', handling_due FROM fact_order WHERE handling_due < $1 AND (handling_ended IS NULL OR handling_ended > $1) AND handling_verdict IS NULL AND (cancelled_at IS NULL OR cancelled_at > $1)) o
                JOIN fact_order f ON f.key = o.key JOIN dim_technician t ON t.technician_id = f.technician_id ORDER BY o.due, f.number
                """, [until], r => new OverdueOrder(r.GetString(0), r.GetString(1), r.GetString(2), r.Instant(3)!.Value)),
            c.Scalar<double>("SELECT CAST(coalesce(sum(amount), 0) AS double precision) FROM fact_fee_line WHERE issued_day = $1 AND NOT covered", asked),
            c.Rows("SELECT method, CAST(sum(amount) AS double precision) FROM fact_payment WHERE paid_day = $1 GROUP BY 1 ORDER BY 2 DESC", [asked], r => (r.GetString(0), r.GetDouble(1))),
            Count("fact_payment WHERE matched_at IS NULL AND match_due < $1", until),
            c.Scalar<double>("SELECT CAST(coalesce(sum(amount), 0) AS double precision) FROM fact_payment WHERE matched_at IS NULL AND match_due < $1", until),
            c.Rows("SELECT number, rating FROM fact_survey WHERE answered_day = $1 AND rating <= 2 AND number IS NOT NULL ORDER BY rating, number", [asked], r => (r.GetString(0), r.GetInt32(1))),
            c.Rows("SELECT DISTINCT number FROM fact_visit WHERE window_day = $1 AND technician_id = 0 AND NOT arrived ORDER BY 1", [asked.AddDays(1)], r => r.GetString(0)),
            c.Rows("SELECT day, CAST(count(*) AS bigint) FROM fact_backlog WHERE day BETWEEN $1 AND $2 GROUP BY 1 ORDER BY 1", [asked.AddDays(1 - BacklogDays), asked], r => (r.Day(0)!.Value, r.GetInt64(1))));
    }, ct);
}
