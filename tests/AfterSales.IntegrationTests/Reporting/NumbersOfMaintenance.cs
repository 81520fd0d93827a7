using AfterSales.Reporting.Indicators.Catalogue;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>Clause 1.2, worked by hand over a few offers; the data is of 10 March 2026.</summary>
public sealed class NumbersOfMaintenance
{
    const string Offers = """
        CREATE TABLE fact_maintenance AS SELECT * FROM (VALUES
            (true, false, true, DATE '2026-01-01', DATE '2026-01-05', DATE '2026-02-04', DATE '2026-02-04'),
            (true, false, true, DATE '2026-01-01', DATE '2026-01-06', DATE '2026-02-05', DATE '2026-02-06'),
            (true, false, false, DATE '2026-01-01', DATE '2026-01-07', DATE '2026-02-06', NULL),
            (true, true, false, DATE '2026-01-02', DATE '2026-01-08', DATE '2026-02-07', NULL),
            (false, false, true, DATE '2026-01-02', DATE '2026-01-09', DATE '2026-02-08', NULL),
            (true, false, false, DATE '2026-01-10', DATE '2026-02-08', DATE '2026-03-10', NULL)) t(owed, declined, booked, offered_day, due_day, grace_day, done_day)
        """;

    [Fact]
    public void maintenance_owed_is_done_by_thirty_days_after_its_due_day() =>
        HandWorked.Ask(new MaintenanceCompletionRate(), Offers).ShouldBe((1, 3, 1)); // the first of the first three; the fourth was declined, the fifth only offered, the sixth has until today

    [Fact]
    public void uptake_counts_the_offers_that_became_an_order() => HandWorked.Ask(new MaintenanceUptakeRate(), Offers).ShouldBe((3, 6, 0));
}
