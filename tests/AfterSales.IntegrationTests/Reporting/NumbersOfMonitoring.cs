using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Indicators.Catalogue;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The indicators about the contract's keeping and the product itself, worked by hand over a few rows; the data is of 10 March 2026, 12:00 in Shanghai.</summary>
public sealed class NumbersOfMonitoring
{
    [Fact]
    public void signals_are_explained_in_time_late_or_never_and_those_still_running_wait_beside() => HandWorked.Ask(new SignalExplainedRate(), """
        CREATE TABLE fact_signal AS SELECT * FROM (VALUES
        (DATE '2026-02-02', DATE '2026-02-09', DATE '2026-02-09'), (DATE '2026-02-02', DATE '2026-02-09', DATE '2026-02-10'), (DATE '2026-02-02', DATE '2026-02-09', NULL),
        (DATE '2026-03-09', DATE '2026-03-16', DATE '2026-03-10'), (DATE '2026-03-03', DATE '2026-03-10', NULL)) t(found_day, due_day, explained_day)
        """).ShouldBe((2, 4, 1)); // on the last day; a day late; never; early; its last day is today

    [Fact]
    public void a_clause_without_a_case_is_not_judged_and_missing_data_is_not_kept() => HandWorked.Ask(new ClauseKeptRate(), """
        CREATE TABLE fact_clause_month AS SELECT DATE '2026-02-28' AS last_day, * FROM (VALUES ('kept'), ('kept'), ('watch'), ('broken'), ('no_data'), ('no_case'), ('not_measured')) t(state)
        """).ShouldBe((2, 5, 2));

    [Fact]
    public void a_ground_is_watched_when_its_month_has_a_number() => HandWorked.Ask(new GroundWatchedRate(), """
        CREATE TABLE fact_ground_month AS SELECT * FROM (VALUES (DATE '2026-01-31', true), (DATE '2026-01-31', false), (DATE '2026-02-28', true)) t(month_day, has_value)
        """).ShouldBe((2, 3, 0));

    [Fact]
    public void a_day_counts_by_its_verified_backup() => HandWorked.Ask(new BackupDayRate(), """
        CREATE TABLE fact_backup_day AS SELECT * FROM (VALUES (DATE '2026-03-07', true), (DATE '2026-03-08', false), (DATE '2026-03-09', true)) t(day, verified)
        """).ShouldBe((2, 3, 0));

    [Fact]
    public void slots_add_up_over_jobs_and_days() => HandWorked.Ask(new JobSuccessRate(), """
        CREATE TABLE fact_job_day AS SELECT * FROM (VALUES (DATE '2026-03-07', 720, 718), (DATE '2026-03-08', 720, 720), (DATE '2026-03-08', 5, 4)) t(day, slots, succeeded)
        """).ShouldBe((1442, 1445, 0));
}
