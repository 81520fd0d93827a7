using AfterSales.Kernel.Clocks;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>What the order list is narrowed to; all of it stands in the URL.</summary>
internal sealed record OrderFilter
{
    /// <summary>Number, phone, serial number, name or part of an address.</summary>
    public string? Q { get; init; }
    /// <summary>open (default), overdue, unanswered, all, or a state's code.</summary>
    public string State { get; init; } = "open";
    public OrderKind? Kind { get; init; }
    public string? Team { get; init; }
    public long? Technician { get; init; }
    public int PageNo { get; init; } = 1;
    public int Size { get; init; } = 25;
}

internal sealed record OrderListRow(
    string Number, string? Customer, string? Phone, string? Area, string? Product, string? Fault, OrderKind Kind, OrderStatus Status, DateTime ReceivedAt,
    DateTime? WindowStart, DateTime? WindowEnd, string? Technician, bool IsSafety, int Urged, int Version, ClockStory Response, ClockStory Handling);

/// <summary>The dispatcher's list: one query for the page, one for the pauses of the orders on it.</summary>
internal sealed class OrderList(ServiceDbContext db, OrderRulebook rulebook)
{
    public async Task<(IReadOnlyList<OrderListRow> Rows, bool More)> ReadAsync(OrderFilter filter, DateTime now, CancellationToken ct)
    {
        var size = Math.Clamp(filter.Size, 10, 200);
        var page = Math.Clamp(filter.PageNo, 1, 10_000);
        var orders = Narrow(db.Set<ServiceOrder>().AsNoTracking(), filter, now);
        var sorted = filter.State is "open" or "overdue" or "unanswered" ? orders.OrderBy(o => o.NextDue == null).ThenBy(o => o.NextDue).ThenBy(o => o.Id) : orders.OrderByDescending(o => o.ReceivedAt).ThenBy(o => o.Id);
        var found = await (from o in sorted.Skip((page - 1) * size).Take(size + 1)
                           join m in db.Set<ProductModel>() on o.ModelId equals m.Id into models from m in models.DefaultIfEmpty()
                           join t in db.Set<Technician>() on o.TechnicianId equals t.Id into technicians from t in technicians.DefaultIfEmpty()
                           select new { Order = o, Product = m == null ? null : m.Name, Technician = t == null ? null : t.Name }).ToListAsync(ct);
        var paused = found.Where(f => f.Order.Handling.Started != null).Select(f => f.Order.Id).ToList();
        var pauses = (await db.Set<Pause>().AsNoTracking().Where(p => paused.Contains(p.OrderId)).ToListAsync(ct)).ToLookup(p => p.OrderId);
        var rows = found.Take(size).Select(f =>
        {
            f.Order.Pauses.AddRange(pauses[f.Order.Id]);
            var clocks = ClockStory.Brief(f.Order, rulebook.KeptBy(f.Order), now);
            return new OrderListRow(f.Order.Number, f.Order.ContactName, f.Order.ContactPhone, f.Order.Address ?? f.Order.Region, f.Product, f.Order.FaultCode ?? f.Order.Description, f.Order.Kind,
                f.Order.Status, f.Order.ReceivedAt, f.Order.WindowStart, f.Order.WindowEnd, f.Technician, f.Order.IsSafety, f.Order.Urged, f.Order.Version, clocks[0], clocks[1]);
        }).ToList();
        return (rows, found.Count > size);
    }

    IQueryable<ServiceOrder> Narrow(IQueryable<ServiceOrder> orders, OrderFilter filter, DateTime now)
    {
        orders = filter.State switch
        {
            "open" => orders.Open(),
            "overdue" => orders.Open().Overdue(now),
            "unanswered" => orders.Where(o => o.Status == OrderStatus.Received),
            _ when Kernel.Code.TryParse<OrderStatus>(filter.State, out var status) => orders.Where(o => o.Status == status),
            _ => orders,
        };
        if (filter.Kind is { } kind) orders = orders.Where(o => o.Kind == kind);
        if (!string.IsNullOrEmpty(filter.Team)) orders = orders.Where(o => o.Team == filter.Team);
        if (filter.Technician is { } technician) orders = orders.Where(o => o.TechnicianId == technician);
        return string.IsNullOrWhiteSpace(filter.Q) ? orders : Search(orders, filter.Q.Trim());
    }

    IQueryable<ServiceOrder> Search(IQueryable<ServiceOrder> orders, string q)
    {
        if (q.Any(char.IsAsciiDigit) && !q.Any(c => c > 127))
        {
            var phone = PhoneNumber.Normalise(q) ?? q;
            return orders.Where(o => o.Number.StartsWith(q) || o.BrandOrderNumber == q || o.ContactPhone!.StartsWith(phone)
                || db.Set<CustomerPhone>().Any(p => p.CustomerId == o.CustomerId && p.Number.StartsWith(phone))
                || db.Set<Appliance>().Any(a => a.Id == o.ApplianceId && a.Serial!.StartsWith(q)));
        }
        return orders.Where(o => o.ContactName!.Contains(q) || o.Address!.Contains(q) || o.Number.Contains(q));
    }
}
