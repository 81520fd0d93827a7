using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Stickers;

/// <summary>Stickers to print: three by eight on an A4 sheet, each with its QR code.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class SheetModel(ServiceDbContext db, ICompany company) : ModulePage
{
    const int Most = 240;

    [BindProperty(SupportsGet = true, Name = "first")] public long First { get; set; }
    [BindProperty(SupportsGet = true, Name = "last")] public long Last { get; set; }

    public IReadOnlyList<(QrCode Qr, string? Model)> Stickers { get; private set; } = [];
    public string Company => company.Name;
    public bool HasPublicAddress => company.PublicUrl is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var home = company.PublicUrl ?? new Uri($"{Request.Scheme}://{Request.Host}");
        var rows = await (from s in db.Set<Sticker>().AsNoTracking() where s.Id >= First && s.Id <= Last orderby s.Id join m in db.Set<ProductModel>() on s.ModelId equals m.Id into ms from m in ms.DefaultIfEmpty() select new { s.Code, Name = m == null ? null : m.Name }).Take(Most).ToListAsync(ct);
        if (rows.Count == 0) throw new NotThere();
        Stickers = [.. rows.Select(r => (QrCode.Of(new Uri(home, "/r/" + r.Code).ToString()), r.Name))];
    }
}
