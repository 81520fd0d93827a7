using AfterSales.Feedback.Brand;
using AfterSales.Feedback.Contracts.Feed;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;

namespace AfterSales.Feedback.Feed;

internal sealed class MentionFeed(FeedbackDbContext db) : TableFeed<Mention, Mention, MentionFeedRow>(db)
{
    public override string Name => "feedback.mentions";

    protected override IQueryable<Mention> Read(IQueryable<Mention> stored) => stored;

    protected override MentionFeedRow Row(Mention stored) => new()
    {
        Key = stored.Id, Change = stored.Change, Place = Code.Of(stored.Place), Region = stored.Region, PublishedDay = stored.PublishedDay,
        Tone = Code.Of(stored.Tone), NeedsReply = stored.NeedsReply, Due = stored.Answering.Due, Answered = stored.Answering.Ended, InTime = stored.Answering.Verdict == ClockVerdict.Met,
    };
}

internal sealed class PromiseFeed(FeedbackDbContext db) : TableFeed<PromiseMonth, PromiseMonth, PromiseFeedRow>(db)
{
    public override string Name => "feedback.promises";

    protected override IQueryable<PromiseMonth> Read(IQueryable<PromiseMonth> stored) => stored;

    protected override PromiseFeedRow Row(PromiseMonth stored) => new() { Key = stored.Id, Change = stored.Change, Indicator = stored.Indicator, LastDay = stored.LastDay, Kept = stored.Kept };
}

internal sealed class AnalysisFeed(FeedbackDbContext db) : TableFeed<Analysis, Analysis, AnalysisFeedRow>(db)
{
    public override string Name => "feedback.analyses";

    protected override IQueryable<Analysis> Read(IQueryable<Analysis> stored) => stored;

    protected override AnalysisFeedRow Row(Analysis stored) => new() { Key = stored.Id, Change = stored.Change, Kind = Code.Of(stored.Kind), Due = stored.Due, SignedOn = stored.SignedOn };
}
