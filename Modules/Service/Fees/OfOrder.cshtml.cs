using AfterSales.Kernel.Pages;
using AfterSales.Service.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>All money of one order: quotes, fee notes, payments, refunds, claims, invoices. The order page shows it as a fragment.</summary>
[Permission(ServicePermissions.ReadFees)]
internal sealed class OfOrderModel : FeePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    public IReadOnlyList<Quote> Quotes { get; private set; } = [];
    public IReadOnlyList<FeeNote> Notes { get; private set; } = [];
    public OrderAccount? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_OfOrder", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await OrderAsync(Number, ct);
        Quotes = await Db.Set<Quote>().AsNoTracking().Where(q => q.OrderId == Order.Id).OrderByDescending(q => q.Id).ToListAsync(ct);
        Notes = await Db.Set<FeeNote>().AsNoTracking().Where(n => n.OrderId == Order.Id).OrderByDescending(n => n.Id).ToListAsync(ct);
        Account = await Db.Set<OrderAccount>().AsNoTracking().WholeAsync(a => a.OrderId == Order.Id, ct);
    }

    /// <summary>Chargeable work can still be quoted or noted.</summary>
    public bool MayMake => May(ServicePermissions.MakeFees) && Order.Status is not (Requests.OrderStatus.Cancelled or Requests.OrderStatus.Received);
}
