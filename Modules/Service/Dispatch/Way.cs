using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Dispatch;

/// <summary>What the division codes of two places tell about the way between them.</summary>
internal enum Reach { SameDistrict, SameCity, SameProvince, OtherProvince }

/// <param name="Latitude">Degrees, as phones give them (WGS 84).</param>
internal readonly record struct Position(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the earth, IUGG.</summary>
    const double EarthKm = 6371.0088;

    /// <summary>Straight line over the ground, by the haversine formula.</summary>
    public double KmTo(Position other)
    {
        static double Half(double from, double to) => Math.Sin(double.DegreesToRadians(to - from) / 2);
        var (south, east) = (Half(Latitude, other.Latitude), Half(Longitude, other.Longitude));
        var across = south * south + Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * east * east;
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(across)));
    }
}

/// <param name="Region">Division code; own words tell nothing about a way.</param>
/// <param name="Position">From a stamp of a visit there; null where no phone gave one.</param>
internal readonly record struct Place(string? Region, Position? Position);

/// <summary>How far a job is from the technician's visit before: in kilometres where both positions are known, else by what the division codes tell.</summary>
/// <param name="Km">Straight line, whole kilometres.</param>
internal sealed record Way(Reach? Reach, int? Km)
{
    /// <returns>Null where nothing is known: no word about it then.</returns>
    public static Way? Between(Place from, Place to)
    {
        int? km = from.Position is { } a && to.Position is { } b ? (int)Math.Round(a.KmTo(b), MidpointRounding.AwayFromZero) : null;
        var reach = ReachOf(from.Region, to.Region);
        return km is null && reach is null ? null : new Way(reach, km);
    }

    /// <summary>Text key of what is known, with <see cref="Km"/> as its argument.</summary>
    public string Key => "Technicians.Way." + (Km is 0 ? "Near" : Km is not null ? "Km" : Reach.ToString());

    /// <summary>Kilometres to rank by.</summary>
    public int Far(DispatchPolicy policy) => Km ?? Reach switch
    {
        Dispatch.Reach.SameDistrict => policy.SameDistrictKm,
        Dispatch.Reach.SameCity => policy.SameCityKm,
        Dispatch.Reach.SameProvince => policy.SameProvinceKm,
        _ => int.MaxValue,
    };

    static Reach? ReachOf(string? from, string? to) =>
        !Regions.IsCode(from) || !Regions.IsCode(to) ? null
        : from == to && !from.EndsWith("00", StringComparison.Ordinal) ? Dispatch.Reach.SameDistrict
        : Regions.CityOf(from) is { } city && city == Regions.CityOf(to) ? Dispatch.Reach.SameCity
        : from[..2] == to[..2] ? Dispatch.Reach.SameProvince : Dispatch.Reach.OtherProvince;
}

/// <summary>How far each technician comes from: the place of the last visit before the window, planned or already stamped that day.</summary>
internal sealed class FindWays(ServiceDbContext db)
{
    sealed record Before(long Order, long Technician, DateTime At, string? Region, long? Appliance, Position? Seen = null);

    /// <param name="start">Beginning of the window.</param>
    /// <returns>By technician; whoever has no visit before that day is absent.</returns>
    public async Task<IReadOnlyDictionary<long, Way>> ToAsync(ServiceOrder order, DateTime start, DateTime dayStart, DateTime dayEnd, CancellationToken ct)
    {
        var planned = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.Id != order.Id && o.TechnicianId != null && o.Status != OrderStatus.Cancelled && o.WindowStart >= dayStart && o.WindowStart < start)
            .Select(o => new Before(o.Id, o.TechnicianId!.Value, o.WindowStart!.Value, o.Region, o.ApplianceId, null)).ToListAsync(ct);
        var stamped = (await (from visit in db.Set<Visit>().AsNoTracking()
                              from stamp in visit.Stamps
                              where visit.OrderId != order.Id && stamp.Kind != StampKind.Depart && stamp.Latitude != null && stamp.Longitude != null && stamp.At >= dayStart && stamp.At < dayEnd
                              select new { visit.OrderId, visit.TechnicianId, stamp.At, visit.Order.Region, visit.Order.ApplianceId, Latitude = stamp.Latitude!.Value, Longitude = stamp.Longitude!.Value }).ToListAsync(ct))
            .ConvertAll(s => new Before(s.OrderId, s.TechnicianId, s.At, s.Region, s.ApplianceId, new Position(s.Latitude, s.Longitude)));
        var seen = stamped.OrderBy(s => s.At).GroupBy(s => (s.Technician, s.Order)).ToDictionary(g => g.Key, g => g.Last().Seen);
        var last = planned.Concat(stamped).OrderBy(b => b.At).ThenBy(b => b.Order).GroupBy(b => b.Technician).Select(g => g.Last()).ToList();
        var homes = await HomesAsync([.. last.Select(b => b.Appliance).Append(order.ApplianceId).OfType<long>().Distinct()], ct);
        Position? Home(long? appliance) => appliance is { } unit && homes.TryGetValue(unit, out var home) ? home : null;
        var to = new Place(order.Region, Home(order.ApplianceId));
        Dictionary<long, Way> ways = [];
        foreach (var before in last)
            if (Way.Between(new Place(before.Region, seen.GetValueOrDefault((before.Technician, before.Order)) ?? Home(before.Appliance)), to) is { } way) ways[before.Technician] = way;
        return ways;
    }

    /// <summary>Where appliances are, by the last stamp that somebody made there.</summary>
    async Task<Dictionary<long, Position>> HomesAsync(IReadOnlyList<long> appliances, CancellationToken ct)
    {
        if (appliances.Count == 0) return [];
        var stamps = await (from visit in db.Set<Visit>().AsNoTracking()
                            from stamp in visit.Stamps
                            where visit.Order.ApplianceId != null && appliances.Contains(visit.Order.ApplianceId.Value) && stamp.Kind != StampKind.Depart && stamp.Latitude != null && stamp.Longitude != null
                            orderby stamp.At
                            select new { Appliance = visit.Order.ApplianceId!.Value, Latitude = stamp.Latitude!.Value, Longitude = stamp.Longitude!.Value }).ToListAsync(ct);
        return stamps.GroupBy(s => s.Appliance).ToDictionary(g => g.Key, g => new Position(g.Last().Latitude, g.Last().Longitude));
    }
}
