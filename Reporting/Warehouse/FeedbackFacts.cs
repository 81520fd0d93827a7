using AfterSales.Feedback.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>What customers say: invitations with their answers, orders that were asked about, call-backs, complaints. Nothing of it is ever deleted.</summary>
internal static class FeedbackFacts
{
    public static readonly FactTable<SurveyFeedRow> Surveys = new FactTable<SurveyFeedRow>("fact_survey", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Order)
        .Member(Dimension.Contract, r => r.Contract)
        .Member(Dimension.Product, r => r.ProductModel, r => r.ProductType)
        .Member(Dimension.Region, r => r.Region)
        .TeamOfTheDay(r => r.Technician, r => r.Team, r => r.JobDay)
        .Text("kind", r => r.Kind)
        .Text("method", r => r.Method)
        .Day("invited_day", r => r.InvitedDay)
        .Flag("delivered", r => r.Delivered)
        .Day("answered_day", r => r.AnsweredDay)
        .Whole("rating", r => r.Rating)
        .Whole("recommendation", r => r.Recommendation)
        .Whole("effort", r => r.Effort)
        .Flag("counts", r => r.Counts);

    public static readonly FactTable<InvitedOrderFeedRow> InvitedOrders = new FactTable<InvitedOrderFeedRow>("fact_invited_order", r => r.Key, r => r.Change, _ => false).Text("number", r => r.Order);

    public static readonly FactTable<CallBackFeedRow> CallBacks = new FactTable<CallBackFeedRow>("fact_call_back", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Order)
        .TeamOfTheDay(r => r.Technician, r => r.Team, r => r.AnsweredDay)
        .Day("answered_day", r => r.AnsweredDay)
        .Instant("due", r => r.Due)
        .Instant("ended", r => r.Ended)
        .Text("result", r => r.Result);

    public static readonly FactTable<ComplaintFeedRow> Complaints = new FactTable<ComplaintFeedRow>("fact_complaint", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number)
        .Text("order_number", r => r.Order)
        .Member(Dimension.Contract, r => r.Contract)
        .Member(Dimension.Product, r => r.ProductModel, r => r.ProductType)
        .Member(Dimension.Region, r => r.Region)
        .TeamOfTheDay(r => r.Technician, r => r.Team, r => r.ReceivedDay)
        .Text("outside_channel", r => r.Channel)
        .Text("matter", r => r.Matter)
        .Text("severity", r => r.Severity)
        .Text("stage", r => r.Stage)
        .Day("received_day", r => r.ReceivedDay)
        .Day("closed_day", r => r.ClosedDay)
        .Instant("open_due", r => r.OpenDue)
        .Day("open_due_day", r => r.OpenDueDay)
        .Flag("missed", r => r.Missed)
        .Flag("upheld", r => r.Upheld)
        .Flag("has_cause", r => r.HasCause)
        .Flag("has_action", r => r.HasAction)
        .Flag("steps_in_order", r => r.StepsInOrder)
        .Whole("reopened", r => r.Reopened)
        .Whole("settled", r => r.Settled is { } settled ? settled ? 1 : 0 : null)
        .Day("settled_day", r => r.SettledDay);

    public static readonly FactTable<MentionFeedRow> Mentions = new FactTable<MentionFeedRow>("fact_mention", r => r.Key, r => r.Change, _ => false)
        .Text("place", r => r.Place)
        .Member(Dimension.Region, r => r.Region)
        .Day("published_day", r => r.PublishedDay)
        .Text("tone", r => r.Tone)
        .Flag("needs_reply", r => r.NeedsReply)
        .Instant("due", r => r.Due)
        .Instant("answered", r => r.Answered)
        .Flag("in_time", r => r.InTime);

    public static readonly FactTable<PromiseFeedRow> Promises = new FactTable<PromiseFeedRow>("fact_promise", r => r.Key, r => r.Change, _ => false)
        .Text("indicator", r => r.Indicator)
        .Day("last_day", r => r.LastDay)
        .Whole("kept", r => r.Kept is { } kept ? kept ? 1 : 0 : null);

    public static readonly FactTable<AnalysisFeedRow> Analyses = new FactTable<AnalysisFeedRow>("fact_analysis", r => r.Key, r => r.Change, _ => false)
        .Text("kind", r => r.Kind)
        .Day("due_day", r => r.Due)
        .Day("signed_day", r => r.SignedOn);
}
