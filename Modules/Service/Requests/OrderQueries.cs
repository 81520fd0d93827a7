using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>How orders are found.</summary>
internal static class OrderQueries
{
    /// <summary>An order with what its acts need; tracked.</summary>
    /// <exception cref="NotThere">No such order.</exception>
    public static async Task<ServiceOrder> OneAsync(this IQueryable<ServiceOrder> orders, string number, CancellationToken ct) =>
        await orders.Include(o => o.Pauses).Include(o => o.Attempts).AsSplitQuery().FirstOrDefaultAsync(o => o.Number == number, ct) ?? throw new NotThere();

    /// <summary>An order with everything that is known about it; for reading.</summary>
    /// <inheritdoc cref="OneAsync"/>
    public static async Task<ServiceOrder> WholeAsync(this IQueryable<ServiceOrder> orders, string number, CancellationToken ct) =>
        await orders.AsNoTracking().Include(o => o.Pauses).Include(o => o.Attempts).Include(o => o.Urges).Include(o => o.Events).Include(o => o.FormerClocks).Include(o => o.Reschedules)
            .AsSplitQuery().FirstOrDefaultAsync(o => o.Number == number, ct) ?? throw new NotThere();

    public static IQueryable<ServiceOrder> Open(this IQueryable<ServiceOrder> orders) =>
        orders.Where(o => o.SortDue != null);

    /// <summary>Orders of which one clock is open and has run out.</summary>
    public static IQueryable<ServiceOrder> Breached(this IQueryable<ServiceOrder> orders, ClockKind clock, DateTime now) => clock == ClockKind.Response
        ? orders.Open().Where(o => o.Response.Verdict == null && o.Response.Due < now)
        : orders.Open().Where(o => o.Handling.Verdict == null && o.Handling.Due < now);

    /// <summary>A window is agreed and nobody is sent.</summary>
    public static IQueryable<ServiceOrder> Unassigned(this IQueryable<ServiceOrder> orders) => orders.Open().Where(o => o.Status == OrderStatus.Responded && o.TechnicianId == null && o.WindowStart != null);

    /// <summary>Done, late, and not yet closed: closing asks for the reason.</summary>
    public static IQueryable<ServiceOrder> NeedingReason(this IQueryable<ServiceOrder> orders) =>
        orders.Where(o => o.Status == OrderStatus.Completed && (o.Response.Verdict == ClockVerdict.Missed || o.Handling.Verdict == ClockVerdict.Missed));

    /// <summary>Open orders with a clock that has run out.</summary>
    public static IQueryable<ServiceOrder> Overdue(this IQueryable<ServiceOrder> orders, DateTime now) => orders.Where(o => o.SortDue < now);
}
