using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;

namespace AfterSales.Service.Dispatch;

/// <summary>What the next shift must know: late, soon late, customers who were promised another call, and visits without anybody.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class HandOverModel(OrderList list, ServiceDbContext db, IPermissions permissions, TimeProvider time) : ModulePage
{
    /// <param name="Name">Last part of the text key.</param>
    internal sealed record Part(string Name, IReadOnlyList<OrderListRow> Rows, bool More);

    static readonly (string Name, string State)[] Asked =
        [("Overdue", "overdue"), ("ResponseAtRisk", "response_at_risk"), ("HandlingAtRisk", "handling_at_risk"), ("CallBack", "call_back"), ("Unassigned", "unassigned")];

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var viewer = await db.ViewerAsync(permissions, User, ct);
        List<Part> parts = [];
        foreach (var (name, state) in Asked)
        {
            var (rows, more) = await list.ReadAsync(new OrderFilter { State = state, Size = 200 }, viewer, time.Now(), ct);
            parts.Add(new Part(name, rows, more));
        }
        Parts = parts;
    }
}
