using AfterSales.Reporting.Indicators.Catalogue;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>Clause 1.4, worked by hand: the first of each kind does everything right, each of the others lacks one step.</summary>
public sealed class NumbersOfTheProcess
{
    /// <summary>Orders of which the named step is wrong.</summary>
    const string Orders = """
        CREATE TABLE fact_order AS SELECT *, TIMESTAMP '2026-02-02 01:00:00' AS received_at, TIMESTAMP '2026-02-03 09:00:00' AS closed_at FROM (VALUES
            ('all right', 'repair', true, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', 1, false, false, NULL, DATE '2026-02-03'),
            ('answered without a visit', 'enquiry', true, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 03:00:00', 'fixed', 0, false, false, NULL, DATE '2026-02-03'),
            ('took the consent back', 'repair', true, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', 1, true, false, NULL, DATE '2026-02-03'),
            ('nobody confirmed', 'repair', false, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', 1, false, false, NULL, DATE '2026-02-03'),
            ('late at the second trip', 'repair', true, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', 2, false, false, NULL, DATE '2026-02-03'),
            ('no outcome', 'repair', true, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', NULL, 1, false, false, NULL, DATE '2026-02-03'),
            ('not asked', 'repair', true, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', 1, false, false, NULL, DATE '2026-02-03'),
            ('arrived before the answer', 'repair', true, TIMESTAMP '2026-02-02 07:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', 1, false, false, NULL, DATE '2026-02-03'),
            ('no visit on record', 'repair', true, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', 0, false, false, NULL, DATE '2026-02-03'),
            ('taken over', 'repair', false, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', NULL, false, true, NULL, DATE '2026-02-03'),
            ('not closed', 'repair', true, TIMESTAMP '2026-02-02 02:00:00', TIMESTAMP '2026-02-02 08:00:00', 'fixed', 1, false, false, NULL, NULL))
            t(number, kind, confirmed, responded_at, completed_at, outcome, visits, survey_held_back, imported, cancelled_at, closed_day)
        """;

    const string Visits = """
        CREATE TABLE fact_visit AS SELECT number, outcome, arrived_at IS NOT NULL AS arrived, arrived_at, TIMESTAMP '2026-02-02 08:00:00' AS finished_at, on_time FROM (
            SELECT number, outcome, TIMESTAMP '2026-02-02 06:00:00' AS arrived_at, true AS on_time FROM fact_order WHERE kind = 'repair' AND number NOT IN ('no visit on record', 'taken over')
            UNION ALL SELECT 'late at the second trip', 'part_needed', TIMESTAMP '2026-02-02 05:00:00', false) trips
        """;

    const string Asked = "CREATE TABLE fact_invited_order AS SELECT number FROM fact_order WHERE number NOT IN ('not asked', 'took the consent back')";

    [Fact]
    public void closed_orders_conform_when_all_five_steps_are_on_record_in_the_order_of_time() =>
        HandWorked.Ask(new ProcessConformanceRate(), Orders, Visits, Asked).ShouldBe((3, 9, 1)); // the first three of nine; the tenth is of an earlier system, the last is not closed
}
