using AfterSales.Kernel.Data;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk;

/// <summary>A page about one record of the module.</summary>
internal abstract class RiskPage<T>(RiskDbContext db) : ActPage<T> where T : Aggregate
{
    protected RiskDbContext Db => db;

    protected abstract IQueryable<T> Whole(IQueryable<T> records);

    protected override async Task<T> FindAsync(bool toChange, CancellationToken ct)
    {
        var records = Whole(db.Set<T>());
        return await (toChange ? records : records.AsNoTracking()).FirstOrDefaultAsync(r => EF.Property<Guid>(r, "PublicId") == Id, ct) ?? throw new NotThere();
    }

    protected override Task SaveAsync(T acted, CancellationToken ct) => db.SaveChangesAsync(ct);
}
