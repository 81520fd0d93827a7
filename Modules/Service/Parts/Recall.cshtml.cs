using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>One recall with the units it is about, and which of them are done.</summary>
[Permission(ServicePermissions.ReadParts)]
internal sealed class RecallModel : ActPage<Recall>
{
    const int Most = 1000;

    public Recall Shown => Record;
    public IReadOnlyList<Appliance> Units { get; private set; } = [];
    protected override string Home => "/Service/Parts/Recall/" + Id;

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Units = await Ask<ServiceDbContext>().Set<Appliance>().AsNoTracking().InRangeOf(Record).OrderBy(a => a.Serial).Take(Most).ToListAsync(ct);
    }

    protected override async Task<Recall> FindAsync(bool toChange, CancellationToken ct)
    {
        var all = Ask<ServiceDbContext>().Set<Recall>().Include(r => r.Jobs);
        return await (toChange ? all : all.AsNoTracking()).FirstOrDefaultAsync(r => r.PublicId == Id, ct) ?? throw new NotThere();
    }

    protected override Task SaveAsync(Recall acted, CancellationToken ct) => Ask<ServiceDbContext>().SaveChangesAsync(ct);

    public async Task<IActionResult> OnPostDoneAsync(Guid appliance, CancellationToken ct)
    {
        if (!May(ServicePermissions.EditProducts)) return Forbid();
        var unit = await Ask<ServiceDbContext>().Set<Appliance>().AsNoTracking().FirstOrDefaultAsync(a => a.PublicId == appliance, ct) ?? throw new NotThere();
        return await ActAsync((r, now) => r.Done(unit, null, now, Actor), ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) => May(ServicePermissions.EditProducts) ? await ActAsync((r, _) => r.End(Today), ct) : Forbid();
}
