using AfterSales.Reporting.Indicators.Catalogue;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The indicators of documents and agreements, worked by hand over a few rows; the data is of 10 March 2026.</summary>
public sealed class NumbersOfDocuments
{
    [Fact]
    public void record_completeness_counts_closed_orders_whose_papers_are_all_there() => HandWorked.Ask(new RecordCompletenessRate(),
        "CREATE TABLE fact_order AS SELECT * FROM (VALUES ('a', 'repair', DATE '2026-01-05'), ('b', 'repair', DATE '2026-01-06'), ('c', 'removal', DATE '2026-02-01'), ('d', 'enquiry', DATE '2026-02-01'), ('e', 'repair', NULL), ('f', 'installation', DATE '2026-03-01')) t(number, kind, closed_day)",
        "CREATE TABLE fact_order_file AS SELECT * FROM (VALUES ('a', ',repair,removal,'), ('b', ',removal,'), ('c', ',removal,'), ('e', ',repair,')) t(number, complete_for)").ShouldBe((2, 4, 0)); // a and c of a, b, c, f

    [Fact]
    public void dual_form_needs_file_and_paper_by_the_day() => HandWorked.Ask(new DualFormRate(),
        "CREATE TABLE fact_document AS SELECT * FROM (VALUES (DATE '2026-01-31', true, DATE '2026-01-31'), (DATE '2026-01-31', true, DATE '2026-02-01'), (DATE '2026-02-10', false, DATE '2026-02-01'), (DATE '2026-03-09', true, NULL), (DATE '2026-03-10', true, DATE '2026-03-01'), (NULL, true, NULL)) t(both_forms_due, has_file, placed_day)").ShouldBe((1, 4, 0)); // due today is not over yet

    [Fact]
    public void loans_are_back_by_their_day() => HandWorked.Ask(new LoanReturnRate(),
        "CREATE TABLE fact_loan AS SELECT * FROM (VALUES (DATE '2026-01-10', DATE '2026-01-10'), (DATE '2026-01-10', DATE '2026-01-11'), (DATE '2026-03-09', NULL), (DATE '2026-03-10', NULL), (DATE '2026-03-20', DATE '2026-03-01')) t(due_day, returned_day)").ShouldBe((1, 3, 0));

    [Fact]
    public void signed_copies_are_counted_on_the_last_day() => HandWorked.Ask(new SignedCopyRate(),
        "CREATE TABLE fact_agreement AS SELECT * FROM (VALUES (1, DATE '2026-01-01', NULL, DATE '2026-01-02'), (2, DATE '2026-01-01', DATE '2026-03-10', DATE '2026-01-02'), (3, DATE '2026-01-01', DATE '2026-03-11', NULL), (4, DATE '2026-03-11', NULL, DATE '2026-03-01'), (5, NULL, NULL, NULL)) t(key, effective_day, over_day, copy_day)").ShouldBe((1, 2, 0)); // on the 10th: the first and the third

    [Fact]
    public void changes_need_notice_and_paper() => HandWorked.Ask(new ContractPaperRate(),
        "CREATE TABLE fact_agreement_change AS SELECT * FROM (VALUES (DATE '2026-01-01', DATE '2025-12-01', true), (DATE '2026-01-02', NULL, true), (DATE '2026-01-03', DATE '2026-01-01', false)) t(act_day, notice_day, has_paper)").ShouldBe((1, 3, 0));

    [Fact]
    public void ends_are_decided_thirty_days_before() => HandWorked.Ask(new ExpiryDecidedRate(),
        "CREATE TABLE fact_agreement_end AS SELECT * FROM (VALUES (DATE '2026-01-10', DATE '2026-01-10', false), (DATE '2026-01-10', DATE '2026-01-11', false), (DATE '2026-02-10', NULL, false), (DATE '2026-02-10', NULL, true), (DATE '2026-03-10', NULL, false)) t(decide_day, decided_day, terminated)").ShouldBe((1, 3, 1));

    [Fact]
    public void dispute_steps_are_done_by_their_day_and_what_fell_away_before_is_left_out() => HandWorked.Ask(new DisputeStepRate(),
        "CREATE TABLE fact_dispute_step AS SELECT * FROM (VALUES (DATE '2026-01-10', DATE '2026-01-10', NULL), (DATE '2026-01-10', DATE '2026-01-11', NULL), (DATE '2026-02-10', NULL, NULL), (DATE '2026-02-10', NULL, DATE '2026-02-10'), (DATE '2026-02-10', NULL, DATE '2026-02-11'), (DATE '2026-03-10', NULL, NULL)) t(due_day, done_day, dropped_day)").ShouldBe((1, 4, 1)); // due today is not over yet

    [Fact]
    public void items_after_a_termination_are_counted_on_the_last_day() => HandWorked.Ask(new PostTerminationOpen(),
        "CREATE TABLE fact_termination_item AS SELECT * FROM (VALUES (1, DATE '2026-01-01', DATE '2026-03-10'), (2, DATE '2026-01-01', DATE '2026-03-11'), (3, DATE '2026-01-01', NULL), (4, DATE '2026-03-11', NULL)) t(key, since_day, done_day)").ShouldBe((2, 2, 0)); // on the 10th: the second and the third
}
