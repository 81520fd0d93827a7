using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>The prices in force and the announced ones, for everybody (clause 1.9).</summary>
[OpenToAll("Customers must be able to read prices before they are charged.")]
internal sealed class PricesModel(ServiceDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public IReadOnlyList<PriceList> Lists { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        var announced = await db.Set<PriceList>().AsNoTracking().Where(l => l.PublishedAt != null && l.EffectiveFrom > today).OrderBy(l => l.EffectiveFrom).Take(5).ToListAsync(ct);
        Lists = await db.Set<PriceList>().InForceOnAsync(today, ct) is { } current ? [current, .. announced] : announced;
    }
}
