using System.Security.Claims;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>
/// Whose orders a person sees: all, or those that are or were given to the technician who signs in with the account. Absent and somebody else's
/// look the same.
/// </summary>
/// <param name="Technician">Null: no technician signs in with this account, so there are no own orders.</param>
/// <param name="Former">Orders that were the technician's before somebody else got them.</param>
internal sealed record Viewer(bool SeesAll, long? Technician, IReadOnlyList<long> Former)
{
    public static readonly Viewer Everything = new(true, null, []);
}

internal static class Viewers
{
    /// <summary>What a signed-in person may see of the orders.</summary>
    public static async Task<Viewer> ViewerAsync(this ServiceDbContext db, IPermissions permissions, ClaimsPrincipal user, CancellationToken ct)
    {
        if (permissions.Has(user, ServicePermissions.ReadAllOrders)) return Viewer.Everything;
        if (await db.TechnicianOfAsync(user, ct) is not { } id) return new Viewer(false, null, []);
        return new Viewer(false, id, await db.Set<FormerTechnician>().Where(f => f.TechnicianId == id).Select(f => f.OrderId).Distinct().ToListAsync(ct));
    }

    /// <summary>The technician who signs in with the account; null when nobody does.</summary>
    public static async Task<long?> TechnicianOfAsync(this ServiceDbContext db, ClaimsPrincipal user, CancellationToken ct)
    {
        var (account, name) = (user.FindFirstValue(ClaimTypes.NameIdentifier), user.FindFirstValue(ClaimTypes.Name));
        if (account is null) return null;
        return await db.Set<Technician>().Where(t => t.AccountId == account).Select(t => (long?)t.Id).SingleOrDefaultAsync(ct)
            ?? await db.Set<Technician>().Where(t => t.AccountId == null && t.Code == name).Select(t => (long?)t.Id).SingleOrDefaultAsync(ct);
    }

    /// <summary>Only what the person may see.</summary>
    public static IQueryable<ServiceOrder> VisibleTo(this IQueryable<ServiceOrder> orders, Viewer viewer)
    {
        if (viewer.SeesAll) return orders;
        if (viewer.Technician is not { } technician) return orders.Where(o => false);
        return viewer.Former.Count == 0 ? orders.Where(o => o.TechnicianId == technician) : orders.Where(o => o.TechnicianId == technician || viewer.Former.Contains(o.Id));
    }
}
