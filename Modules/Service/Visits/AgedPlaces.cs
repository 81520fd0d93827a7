using AfterSales.Kernel.Persons;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>Positions of stamps and photos: of the technician who was there, and of the home it was at.</summary>
internal sealed class AgedPlaces(ServiceDbContext db) : IAgedData
{
    public AgedClass Class => AgedClass.Places;

    IQueryable<VisitStamp> Stamps(DateTime before) => db.Set<VisitStamp>().Where(s => s.At < before && s.Latitude != null);
    IQueryable<VisitPhoto> Photos(DateTime before) => db.Set<VisitPhoto>().Where(p => p.At < before && p.Latitude != null);

    public async Task<int> CountAsync(DateTime before, CancellationToken ct) => await Stamps(before).CountAsync(ct) + await Photos(before).CountAsync(ct);

    public async Task<int> EndAsync(DateTime before, int most, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var stamps = Stamps(before).OrderBy(s => s.Id).Select(s => s.Id).Take(most);
        var ended = await db.Set<VisitStamp>().Where(s => stamps.Contains(s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Latitude, (double?)null).SetProperty(s => s.Longitude, (double?)null), ct);
        var photos = Photos(before).OrderBy(p => p.Id).Select(p => p.Id).Take(most);
        ended += await db.Set<VisitPhoto>().Where(p => photos.Contains(p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Latitude, (double?)null).SetProperty(p => p.Longitude, (double?)null), ct);
        await write.CommitAsync(ct);
        return ended;
    }
}
