using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Staff.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Dispatch;

/// <summary>Whether somebody may be sent to a job (clause 1.6.2): certified for the product type on the local day of the visit.</summary>
/// <param name="LackedKey">Text key of the product type, or of the outside certificate that is lacking, for the sentence that refuses; null where nothing is.</param>
/// <param name="Away">Why the technician cannot come in the window, or null.</param>
internal readonly record struct Clearance(bool IsCertified, string? LackedKey, DateOnly Day, Away? Away = null)
{
    /// <summary>Whoever left or is on leave is not sent; hours of work only warn, since they can be asked.</summary>
    public static bool Keeps(Away? away) => away is Staff.Contracts.Away.Left or Staff.Contracts.Away.OnLeave;

    public bool MayGo => IsCertified && !Keeps(Away);

    /// <summary>Text key of what somebody who is not certified lacks: an outside certificate, or else one for the product type.</summary>
    public static async Task<string> LackedAsync(IStaffDirectory staff, string technician, ProductType? type, DateOnly day, string? region, CancellationToken ct) =>
        await staff.LacksAsync(technician, Code.Of(type), day, region, ct) ?? (type is { } known ? "ProductType." + known : "Technicians.AnyType");
}

/// <summary>Somebody who could be sent, with the reasons for and against.</summary>
/// <param name="KnowsArea">Was at a job in the same region within the last <see cref="Candidates.AreaDays"/> days.</param>
/// <param name="IsFree">No other open visit overlaps the window.</param>
/// <param name="Load">Open visits on the local day of the window.</param>
/// <param name="Away">Why they cannot come in the window, or null.</param>
/// <param name="CameLast">Was at this appliance, or else this customer, the last time.</param>
/// <param name="Way">From the visit before on that day; null where nothing is known of it.</param>
internal sealed record Candidate(long Id, string Code, string Name, string? Team, bool IsCertified, bool KnowsArea, bool IsFree, int Load, bool CameLast, Away? Away, Way? Way)
{
    public bool MayGo => IsCertified && !Clearance.Keeps(Away);
}

/// <summary>Who may be sent to an order, best first: certified, knows the area, free in the window, load of the day, the same as last time, the shortest way.</summary>
internal sealed class Candidates(ServiceDbContext db, IStaffDirectory staff, ICompany company, IPolicies policies, TimeProvider time)
{
    public const int AreaDays = 60;

    /// <summary>Whether one technician may go, on the day on which the window begins.</summary>
    public async Task<Clearance> ClearAsync(ServiceOrder order, Technician technician, DateTime windowStart, CancellationToken ct)
    {
        var (type, day) = (await TypeAsync(order, ct), company.LocalDay(windowStart));
        var length = order is { WindowStart: { } from, WindowEnd: { } to } ? to - from : TimeSpan.Zero;
        var away = await staff.AwayAsync(windowStart, windowStart + length, ct);
        var certified = (await CertifiedAsync(type, day, order.Region, ct)).Contains(technician.Code);
        var lacked = certified ? null : await Clearance.LackedAsync(staff, technician.Code, type, day, order.Region, ct);
        return new Clearance(certified, lacked, day, away.TryGetValue(technician.Code, out var why) ? why : null);
    }

    public Task<IReadOnlyList<Candidate>> RankAsync(ServiceOrder order, CancellationToken ct) => RankAsync(order, order.WindowStart, order.WindowEnd, ct);

    /// <summary>The same for a window that is being thought of.</summary>
    public async Task<IReadOnlyList<Candidate>> RankAsync(ServiceOrder order, DateTime? from, DateTime? to, CancellationToken ct)
    {
        var (start, end) = (from ?? time.Now(), to ?? time.Now());
        var day = company.LocalDay(start);
        var certified = await CertifiedAsync(await TypeAsync(order, ct), day, order.Region, ct);
        var away = await staff.AwayAsync(start, end, ct);
        var calendar = company.CalendarAt(start);
        var (dayStart, dayEnd) = (calendar.StartOf(day), calendar.EndOf(day));
        var visits = (await db.Set<ServiceOrder>().AsNoTracking().Open().Where(o => o.Id != order.Id && o.TechnicianId != null && o.WindowStart >= dayStart && o.WindowStart < dayEnd)
            .Select(o => new { o.TechnicianId, o.WindowStart, o.WindowEnd }).ToListAsync(ct)).ToLookup(v => v.TechnicianId!.Value);
        var local = order.Region is null ? [] : await InRegionAsync(order.Region, start.AddDays(-AreaDays), ct);
        var last = await LastAsync(order, ct);
        var ways = await new FindWays(db).ToAsync(order, start, dayStart, dayEnd, ct);
        var policy = policies.At<DispatchPolicy>(time.Now()).Value;
        var technicians = await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Team).ThenBy(t => t.Name).ToListAsync(ct);
        return [.. technicians.Select(t => new Candidate(t.Id, t.Code, t.Name, t.Team, certified.Contains(t.Code), local.Contains(t.Id),
                visits[t.Id].All(v => v.WindowEnd <= start || v.WindowStart >= end), visits[t.Id].Count(), t.Id == last, away.TryGetValue(t.Code, out var why) ? why : null, ways.GetValueOrDefault(t.Id)))
            .Where(c => c.Away != Away.Left)
            .OrderByDescending(c => c.MayGo).ThenBy(c => c.Away == Away.OffShift).ThenByDescending(c => c.KnowsArea).ThenByDescending(c => c.IsFree).ThenBy(c => c.Load).ThenByDescending(c => c.CameLast)
            .ThenBy(c => c.Way is null).ThenBy(c => c.Way?.Far(policy))];
    }

    /// <summary>Null where the model is unknown or not described yet.</summary>
    async Task<ProductType?> TypeAsync(ServiceOrder order, CancellationToken ct) =>
        order.ModelId is { } model ? await db.Set<ProductModel>().AsNoTracking().Where(m => m.Id == model).Select(m => m.Type).SingleOrDefaultAsync(ct) : null;

    Task<IReadOnlySet<string>> CertifiedAsync(ProductType? type, DateOnly day, string? region, CancellationToken ct) => staff.CertifiedAsync(Code.Of(type), day, region, ct);

    async Task<HashSet<long>> InRegionAsync(string region, DateTime since, CancellationToken ct) =>
        await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.ReceivedAt >= since && o.Region == region && o.TechnicianId != null).Select(o => o.TechnicianId!.Value).Distinct().ToHashSetAsync(ct);

    async Task<long?> LastAsync(ServiceOrder order, CancellationToken ct)
    {
        if (order.ApplianceId is null && order.CustomerId is null) return null;
        var earlier = db.Set<ServiceOrder>().AsNoTracking().Where(o => o.Id != order.Id && o.CompletedAt != null && o.TechnicianId != null);
        earlier = order.ApplianceId is { } appliance ? earlier.Where(o => o.ApplianceId == appliance) : earlier.Where(o => o.CustomerId == order.CustomerId);
        return await earlier.OrderByDescending(o => o.CompletedAt).Select(o => o.TechnicianId).FirstOrDefaultAsync(ct);
    }
}

/// <summary>Sends a technician to an order; for the page, for many orders at once, and for whatever sends next.</summary>
internal sealed class AssignTechnician(ServiceDbContext db, Candidates candidates)
{
    /// <exception cref="RuleViolation">Nobody of that id, not certified that day, no window, or the order cannot be assigned.</exception>
    public async Task ActAsync(ServiceOrder order, long? technicianId, DateTime now, Actor who, CancellationToken ct, string? reason = null)
    {
        var technician = await db.Set<Technician>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == technicianId, ct) ?? throw new RuleViolation("Requests.Assign.UnknownTechnician") { Field = "Technician" };
        order.Assign(technician, await candidates.ClearAsync(order, technician, order.WindowStart ?? now, ct), now, who, reason);
    }

    /// <summary>The window moved: whoever is assigned must be certified on the new day too.</summary>
    /// <param name="next">Somebody else who is sent at the same time.</param>
    public async Task<Clearance?> ClearAgainAsync(ServiceOrder order, DateTime windowStart, CancellationToken ct, long? next = null) =>
        (next ?? order.TechnicianId) is { } id && await db.Set<Technician>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct) is { } technician ? await candidates.ClearAsync(order, technician, windowStart, ct) : null;
}
