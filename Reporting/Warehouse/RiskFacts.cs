using AfterSales.Risk.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Risks with the days on which each rating held and their monthly snapshots, reviews, events, tests of controls, spot checks, rounds of corrective actions.</summary>
internal static class RiskFacts
{
    public static readonly FactTable<RatingFeedRow> Ratings = new FactTable<RatingFeedRow>("fact_risk_rating", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Risk).Text("category", r => r.Category).Day("since_day", r => r.Since).Day("until_day", r => r.Until)
        .Whole("inherent", r => r.Inherent).Whole("residual", r => r.Residual).Whole("target", r => r.Target);

    public static readonly FactTable<RiskMonthFeedRow> Months = new FactTable<RiskMonthFeedRow>("fact_risk_month", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Risk).Text("category", r => r.Category).Day("last_day", r => r.LastDay).Whole("inherent", r => r.Inherent).Whole("residual", r => r.Residual).Whole("target", r => r.Target);

    public static readonly FactTable<RiskReviewFeedRow> Reviews = new FactTable<RiskReviewFeedRow>("fact_risk_review", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Risk).Day("due_day", r => r.Due).Day("done_day", r => r.DoneOn).Flag("dropped", r => r.Dropped);

    public static readonly FactTable<RiskEventFeedRow> Events = new FactTable<RiskEventFeedRow>("fact_risk_event", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number).Text("source", r => r.Source).Day("happened_day", r => r.HappenedDay).Whole("foreseen", r => r.Foreseen is { } foreseen ? foreseen ? 1 : 0 : null);

    public static readonly FactTable<ControlTestFeedRow> ControlTests = new FactTable<ControlTestFeedRow>("fact_control_test", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Control).Text("kind", r => r.Kind).Day("due_day", r => r.Due).Day("done_day", r => r.DoneOn).Text("result", r => r.Result).Flag("dropped", r => r.Dropped);

    public static readonly FactTable<CheckFeedRow> Checks = new FactTable<CheckFeedRow>("fact_check", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number).Text("order_number", r => r.Order).Text("method", r => r.Method)
        .Member(Dimension.Contract, r => r.Contract).Member(Dimension.Product, r => r.ProductModel, r => r.ProductType).Member(Dimension.Region, r => r.Region)
        .TeamOfTheDay(r => r.Technician, r => r.Team, r => r.DoneOn ?? r.Due)
        .Day("due_day", r => r.Due).Day("done_day", r => r.DoneOn).Real("score", r => r.Score).Whole("passed", r => r.Passed is { } passed ? passed ? 1 : 0 : null);

    public static readonly FactTable<ActionFeedRow> Actions = new FactTable<ActionFeedRow>("fact_action", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number).Whole("round", r => r.Round).Text("source", r => r.Source).Day("due_day", r => r.Due).Day("done_day", r => r.DoneOn).Day("verified_day", r => r.VerifiedOn)
        .Whole("effective", r => r.Effective is { } effective ? effective ? 1 : 0 : null).Flag("dropped", r => r.Dropped);
}
