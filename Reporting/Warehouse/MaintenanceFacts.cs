using AfterSales.Service.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Offers of regular work, one for each due day.</summary>
internal static class MaintenanceFacts
{
    public static readonly FactTable<MaintenanceFeedRow> Table = new FactTable<MaintenanceFeedRow>("fact_maintenance", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Appliance)
        .Member(Dimension.Product, r => r.ProductModel, r => r.ProductType)
        .Member(Dimension.Region, r => r.Region)
        .Text("work", r => r.Work)
        .Flag("owed", r => r.Owed)
        .Flag("booked", r => r.Booked)
        .Flag("declined", r => r.Declined)
        .Day("offered_day", r => r.OfferedDay)
        .Day("due_day", r => r.DueDay)
        .Day("grace_day", r => r.GraceDay)
        .Day("done_day", r => r.DoneDay);
}
