using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Offers of maintenance as indicators ask them; their page is the appliance's.</summary>
internal static class MaintenanceSource
{
    public static readonly FactSource Offers = FactSource.Of("fact_maintenance", [Dimension.Product, Dimension.Region],
        [("number", "f.number"), ("work", "f.work"), ("dueDay", "f.due_day"), ("doneDay", "f.done_day")], appliance => $"/Service/Products/Appliance/{Uri.EscapeDataString(appliance)}");
}
