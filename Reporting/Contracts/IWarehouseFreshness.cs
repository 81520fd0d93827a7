namespace AfterSales.Reporting.Contracts;

/// <summary>How far the numbers lag behind the work.</summary>
public interface IWarehouseFreshness
{
    /// <returns>Instant (UTC) up to which every feed is in the warehouse; null before the first load or while the file cannot be read.</returns>
    Task<DateTime?> AsOfAsync(CancellationToken ct);
}
