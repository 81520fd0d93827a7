using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;

namespace AfterSales.Service.Dispatch;

/// <summary>Visits for which whoever is to go may not go any more.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class ReassignModel(IDispatchRoster roster) : ModulePage
{
    public IReadOnlyList<PlannedVisit> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await roster.ToReassignAsync(ct);
}
