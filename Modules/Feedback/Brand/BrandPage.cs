using AfterSales.Feedback.Data;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>A page about one record of the brand's upkeep.</summary>
internal abstract class BrandPage<T>(FeedbackDbContext db) : ActPage<T> where T : Aggregate
{
    protected FeedbackDbContext Db => db;

    protected virtual IQueryable<T> Whole(IQueryable<T> records) => records;

    protected override async Task<T> FindAsync(bool toChange, CancellationToken ct)
    {
        var records = Whole(db.Set<T>());
        return await (toChange ? records : records.AsNoTracking()).FirstOrDefaultAsync(r => EF.Property<Guid>(r, "PublicId") == Id, ct) ?? throw new NotThere();
    }

    protected override Task SaveAsync(T acted, CancellationToken ct) => db.SaveChangesAsync(ct);
}
