using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Loading;

/// <inheritdoc cref="IWarehouseFreshness"/>
internal sealed class WarehouseFreshness(IWarehouse warehouse) : IWarehouseFreshness
{
    public async Task<DateTime?> AsOfAsync(CancellationToken ct) => warehouse.IsUsable ? (await warehouse.ReadAsync(Ledger.AsOf, ct)).Instant : null;
}
