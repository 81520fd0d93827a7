using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>One indicator over a few rows typed in by hand: the first quarter of 2026, seen on 10 March.</summary>
internal static class HandWorked
{
    static readonly Moment At = new(new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 10), 1);

    /// <param name="sql">Statements that make the facts.</param>
    public static (double Hits, double Of, double LeftOut) Ask(Indicator indicator, params string[] sql)
    {
        using var db = EmptyWarehouse.Open();
        db.Execute("CREATE TABLE dim_date AS SELECT CAST(d AS date) AS day FROM generate_series(DATE '2025-12-01', DATE '2026-12-31', INTERVAL '1 day') t(d)");
        foreach (var statement in sql) db.Execute(statement);
        Question question = new(indicator, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Grain.Quarter, null, []);
        var number = new Asking(db, new AnswerMemory(), question, At).Numbers(periods: true, sliced: false).Single().Number;
        return (number.Numerator!.Value, number.Denominator, number.Excluded);
    }
}
