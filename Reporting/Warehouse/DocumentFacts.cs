using AfterSales.Documents.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Documents, loans, what is on file for an order, agreements with their ends and changes.</summary>
internal static class DocumentFacts
{
    public static readonly FactTable<DocumentFeedRow> Records = new FactTable<DocumentFeedRow>("fact_document", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Code).Text("class", r => r.Class).Text("paper", r => r.Paper).Text("state", r => r.State)
        .Day("archived_day", r => r.ArchivedDay).Day("both_forms_due", r => r.BothFormsDue).Flag("has_file", r => r.HasFile).Day("placed_day", r => r.PlacedDay);

    public static readonly FactTable<LoanFeedRow> Loans = new FactTable<LoanFeedRow>("fact_loan", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Code).Day("lent_day", r => r.LentDay).Day("due_day", r => r.DueDay).Day("returned_day", r => r.ReturnedDay);

    public static readonly FactTable<OrderPapersFeedRow> OrderFiles = new FactTable<OrderPapersFeedRow>("fact_order_file", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.OrderNumber).Text("papers", r => r.Papers).Text("complete_for", r => r.CompleteFor);

    public static readonly FactTable<AgreementFeedRow> Agreements = new FactTable<AgreementFeedRow>("fact_agreement", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Code).Text("kind", r => r.Kind).Day("effective_day", r => r.EffectiveDay).Day("over_day", r => r.OverDay).Day("copy_day", r => r.CopyDay);

    public static readonly FactTable<AgreementEndFeedRow> Ends = new FactTable<AgreementEndFeedRow>("fact_agreement_end", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Code).Day("end_day", r => r.EndDay).Day("decide_day", r => r.EndDay.AddDays(-DecideDaysBefore)).Day("decided_day", r => r.DecidedDay).Flag("terminated", r => r.Terminated);

    public static readonly FactTable<AgreementChangeFeedRow> Changes = new FactTable<AgreementChangeFeedRow>("fact_agreement_change", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Code).Text("kind", r => r.Kind).Day("act_day", r => r.ActDay).Day("notice_day", r => r.NoticeDay).Flag("has_paper", r => r.HasPaper);

    public static readonly FactTable<DisputeStepFeedRow> DisputeSteps = new FactTable<DisputeStepFeedRow>("fact_dispute_step", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Code).Text("stage", r => r.Stage).Text("step", r => r.Step).Day("due_day", r => r.DueDay).Day("done_day", r => r.DoneDay).Day("dropped_day", r => r.DroppedDay);

    public static readonly FactTable<TerminationItemFeedRow> TerminationItems = new FactTable<TerminationItemFeedRow>("fact_termination_item", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Code).Text("item", r => r.Item).Day("since_day", r => r.SinceDay).Day("done_day", r => r.DoneDay);

    public static readonly FactTable<GroundMonthFeedRow> GroundMonths = new FactTable<GroundMonthFeedRow>("fact_ground_month", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Code).Text("indicator", r => r.Indicator).Day("month_day", r => r.MonthDay).Flag("has_value", r => r.HasValue).Flag("broken", r => r.Broken).Flag("met", r => r.Met);

    /// <summary>Part of the definition of the indicator for clause 14.1: decided 30 days before the end.</summary>
    const int DecideDaysBefore = 30;
}
