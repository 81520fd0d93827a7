using AfterSales.Service.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Trips to customers, and their stamps.</summary>
internal static class VisitFacts
{
    public static readonly FactTable<VisitFeedRow> Table = new FactTable<VisitFeedRow>("fact_visit", r => r.Key, r => r.Change, r => r.Deleted)
        .Text("number", r => r.Number)
        .Whole("trip", r => r.Trip)
        .Member(Dimension.Contract, r => r.Contract)
        .Member(Dimension.Product, r => r.ProductModel, r => r.ProductType)
        .Member(Dimension.Region, r => r.Region)
        .Member(Dimension.Fault, r => r.FaultCode)
        .TeamOfTheDay(r => r.Technician, r => r.Team, r => r.ArrivedDay ?? r.WindowDay)
        .Text("kind", r => r.Kind)
        .Instant("window_end", r => r.WindowEnd)
        .Day("window_day", r => r.WindowDay)
        .Instant("arrived_at", r => r.ArrivedAt)
        .Day("arrived_day", r => r.ArrivedDay)
        .Instant("finished_at", r => r.FinishedAt)
        .Day("finished_day", r => r.FinishedDay)
        .Flag("arrived", r => r.ArrivedAt is not null)
        .Flag("on_time", r => r.OnTime == true)
        .Flag("certified", r => r.Certified == true)
        .Text("outcome", r => r.Outcome)
        .Flag("check_passed", r => r.CheckPassed == true)
        .Flag("first_completion", r => r.FirstCompletion);

    public static readonly FactTable<VisitStampFeedRow> Stamps = new FactTable<VisitStampFeedRow>("fact_visit_stamp", r => r.Key, r => r.Change, r => r.Deleted)
        .Text("number", r => r.Number)
        .Member(Dimension.Contract, r => r.Contract)
        .Member(Dimension.Product, r => r.ProductModel, r => r.ProductType)
        .Member(Dimension.Region, r => r.Region)
        .TeamOfTheDay(r => r.Technician, r => r.Team, r => r.Day)
        .Text("kind", r => r.Kind)
        .Instant("stamped_at", r => r.At)
        .Day("day", r => r.Day)
        .Flag("late", r => r.Late)
        .Flag("by_doer", r => r.ByDoer);
}
