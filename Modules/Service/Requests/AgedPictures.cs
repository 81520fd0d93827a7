using AfterSales.Kernel.Persons;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>Pictures of orders that ended long ago. The file store drops their contents itself once nobody claims them.</summary>
internal sealed class AgedPictures(ServiceDbContext db) : IAgedData
{
    public AgedClass Class => AgedClass.Pictures;

    IQueryable<OrderPhoto> Aged(DateTime before) => db.Set<OrderPhoto>().Where(p => db.Set<ServiceOrder>().Any(o => o.Id == p.OrderId && (o.ClosedAt ?? o.CancelledAt) < before));

    public Task<int> CountAsync(DateTime before, CancellationToken ct) => Aged(before).CountAsync(ct);

    public async Task<int> EndAsync(DateTime before, int most, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var some = Aged(before).OrderBy(p => p.Id).Select(p => p.Id).Take(most);
        var ended = await db.Set<OrderPhoto>().Where(p => some.Contains(p.Id)).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return ended;
    }
}
