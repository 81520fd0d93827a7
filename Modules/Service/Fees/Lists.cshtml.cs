using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>All price lists, with how many customers were told in time.</summary>
[Permission(ServicePermissions.ReadFees)]
internal sealed class ListsModel(ServiceDbContext db) : ModulePage
{
    public sealed record Row(PriceList List, int Concerned, int Delivered, int InTime);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Rows = await db.Set<PriceList>().AsNoTracking().OrderByDescending(l => l.Id).Take(200)
        .Select(l => new Row(l, db.Set<PriceNotice>().Count(n => n.PriceListId == l.Id), db.Set<PriceNotice>().Count(n => n.PriceListId == l.Id && n.DeliveredAt != null), db.Set<PriceNotice>().Count(n => n.PriceListId == l.Id && n.InTime))).ToListAsync(ct);
}
