using AfterSales.Kernel.Pages;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

[Permission(ServicePermissions.ReadCustomers)]
internal sealed class DetailsModel : CustomerActPage
{
    public IReadOnlyList<string> Appliances { get; private set; } = [];
    public IReadOnlyList<ServiceOrder> Orders { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mergedInto = await (from gone in Db.Set<Customer>().IgnoreQueryFilters() where gone.PublicId == Id && gone.MergedIntoId != null
                             join survivor in Db.Set<Customer>().IgnoreQueryFilters() on gone.MergedIntoId equals survivor.Id orderby survivor.Id select (Guid?)survivor.PublicId).FirstOrDefaultAsync(ct);
        if (mergedInto is { } there) return LocalRedirect($"/Service/Customers/Details/{there}");
        return await base.OnGetAsync(ct);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Appliances = await (from a in Db.Set<Appliance>() where a.CustomerId == Customer.Id orderby a.Id join m in Db.Set<ProductModel>() on a.ModelId equals m.Id into ms from m in ms.DefaultIfEmpty() select (m == null ? "" : m.Name) + " " + a.Serial).ToListAsync(ct);
        Orders = await Db.Set<ServiceOrder>().AsNoTracking().Where(o => o.CustomerId == Customer.Id).OrderByDescending(o => o.ReceivedAt).Take(50).ToListAsync(ct);
    }
}
