using AfterSales.Kernel.Data;
using AfterSales.Reporting.Contracts.Feed;
using AfterSales.Reporting.Data;

namespace AfterSales.Reporting.Signals;

internal sealed class SignalFeed(ReportingDbContext db) : TableFeed<Signal, Signal, SignalFeedRow>(db)
{
    public override string Name => "reporting.signals";

    protected override IQueryable<Signal> Read(IQueryable<Signal> stored) => stored;

    protected override SignalFeedRow Row(Signal stored) => new()
    {
        Key = stored.Id, Change = stored.Change, Indicator = stored.Indicator, Rule = stored.Rule, Period = stored.Period, FoundDay = stored.FoundDay, DueDay = stored.DueDay, ExplainedDay = stored.ExplainedDay,
    };
}
