using AfterSales.Kernel.Pages;
using AfterSales.Service.Fees;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Payments;

/// <summary>A receipt with its number without gaps; printed on A4 or 80 mm.</summary>
[Permission(ServicePermissions.ReadFees)]
internal sealed class ReceiptModel : FeePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    public Payment Payment { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var order = await (from p in Db.Set<Payment>() where p.Number == Number join a in Db.Set<OrderAccount>() on p.AccountId equals a.Id join o in Db.Set<ServiceOrder>() on a.OrderId equals o.Id select o.Number).SingleOrDefaultAsync(ct) ?? throw new NotThere();
        await OrderAsync(order, ct);
        Payment = (await AccountAsync(ct)).Payments.Single(p => p.Number == Number);
    }
}
