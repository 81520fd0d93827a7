using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>What the order list is narrowed to; all of it stands in the URL.</summary>
internal sealed record OrderFilter
{
    public static readonly string[] States =
        ["open", "overdue", "unanswered", "call_back", "unassigned", "response_at_risk", "response_breached", "handling_at_risk", "handling_breached", "needs_reason", "all", .. Code.All<OrderStatus>()];

    public static readonly string[] Sorts = ["due", "window", "oldest", "newest"];

    /// <summary>Number, phone, serial number, name or part of an address.</summary>
    public string? Q { get; init; }
    /// <summary>open (default), overdue, one of <see cref="States"/>, or a state's code.</summary>
    public string State { get; init; } = "open";
    public OrderKind? Kind { get; init; }
    public string? Team { get; init; }
    public long? Technician { get; init; }
    /// <summary>Local day on which the agreed window begins.</summary>
    public DateOnly? Day { get; init; }
    /// <summary>What lists of work are sorted by, one of <see cref="Sorts"/>; they are short enough for any of them.</summary>
    public string? Sort { get; init; }
    public int PageNo { get; init; } = 1;
    public int Size { get; init; } = 25;

    /// <summary>Lists of work are sorted by what is due first, others by what came last.</summary>
    public bool IsWork => State is not ("all" or "needs_reason") && !Code.TryParse<OrderStatus>(State, out _);

    /// <summary>The filter as it stands in the URL, without its question mark.</summary>
    public string ToQuery() => ToQuery(PageNo);

    public string ToQuery(int page)
    {
        var query = new QueryBuilder { { "state", State } };
        if (!string.IsNullOrEmpty(Q)) query.Add("q", Q);
        if (Kind is { } kind) query.Add("kind", kind.ToString());
        if (Technician is { } technician) query.Add("technician", technician.ToString(CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(Team)) query.Add("team", Team);
        if (Day is { } day) query.Add("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(Sort) && Sort != Sorts[0]) query.Add("sort", Sort);
        if (Size != 25) query.Add("size", Size.ToString(CultureInfo.InvariantCulture));
        if (page > 1) query.Add("pageNo", page.ToString(CultureInfo.InvariantCulture));
        return query.ToQueryString().Value!.TrimStart('?');
    }
}

internal sealed record OrderListRow(
    long Id, string Number, string? Customer, string? Phone, string? Area, string? Product, string? Fault, OrderKind Kind, OrderStatus Status, DateTime ReceivedAt,
    DateTime? WindowStart, DateTime? WindowEnd, string? Technician, bool IsSafety, int Urged, int Version, ClockStory Response, ClockStory Handling);

/// <summary>The dispatcher's list: one query for the page, one for the pauses of the orders on it.</summary>
internal sealed class OrderList(ServiceDbContext db, OrderRulebook rulebook, ClocksAtRisk atRisk, FindOrders find, ICompany company)
{
    /// <summary>How many orders a filter finds: the numbers of the morning summary.</summary>
    public async Task<long> CountAsync(OrderFilter filter, DateTime now, CancellationToken ct) => await (await NarrowAsync(db.Set<ServiceOrder>().AsNoTracking(), filter, Viewer.Everything, now, ct)).LongCountAsync(ct);

    public async Task<(IReadOnlyList<OrderListRow> Rows, bool More)> ReadAsync(OrderFilter filter, Viewer viewer, DateTime now, CancellationToken ct)
    {
        var size = Math.Clamp(filter.Size, 10, 200);
        var rows = await ReadAsync(filter, viewer, (Math.Clamp(filter.PageNo, 1, 10_000) - 1) * size, size + 1, now, ct);
        return ([.. rows.Take(size)], rows.Count > size);
    }

    /// <summary>Every row that the filter finds, to be taken away.</summary>
    /// <exception cref="RuleViolation">There are more than a spreadsheet is read for.</exception>
    public async Task<IReadOnlyList<OrderListRow>> ReadAllAsync(OrderFilter filter, Viewer viewer, DateTime now, CancellationToken ct)
    {
        var rows = await ReadAsync(filter, viewer, 0, MostTakenAway + 1, now, ct);
        return rows.Count <= MostTakenAway ? rows : throw new RuleViolation("Requests.Export.TooMany", MostTakenAway);
    }

    async Task<IReadOnlyList<OrderListRow>> ReadAsync(OrderFilter filter, Viewer viewer, int skip, int take, DateTime now, CancellationToken ct)
    {
        var orders = await NarrowAsync(db.Set<ServiceOrder>().AsNoTracking().VisibleTo(viewer), filter, viewer, now, ct);
        var sorted = (filter.IsWork ? filter.Sort : "newest") switch
        {
            "newest" => orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id),
            "oldest" => orders.OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id),
            "window" => orders.OrderBy(o => o.WindowStart == null).ThenBy(o => o.WindowStart).ThenBy(o => o.Id),
            _ => orders.OrderBy(o => o.SortDue).ThenBy(o => o.Id),
        };
        return await ShowAsync(sorted.Skip(skip).Take(take), now, ct);
    }

    /// <summary>The newest orders that come after one of them, for programs: a page costs the same however far down it lies.</summary>
    /// <param name="from">Received from this instant on, UTC.</param>
    /// <param name="until">Received before this instant, UTC.</param>
    /// <param name="after">Number of the order that the page before ended with.</param>
    public async Task<IReadOnlyList<OrderListRow>> ReadAfterAsync(OrderFilter filter, DateTime? from, DateTime? until, string? after, int take, DateTime now, CancellationToken ct)
    {
        var orders = await NarrowAsync(db.Set<ServiceOrder>().AsNoTracking(), filter, Viewer.Everything, now, ct);
        if (from is not null) orders = orders.Where(o => o.ReceivedAt >= from);
        if (until is not null) orders = orders.Where(o => o.ReceivedAt < until);
        if (after is not null)
        {
            var last = await db.Set<ServiceOrder>().Where(o => o.Number == after).Select(o => new { o.ReceivedAt, o.Id }).FirstOrDefaultAsync(ct) ?? throw new RuleViolation("Requests.NoSuchOrder", after);
            orders = orders.Where(o => o.ReceivedAt < last.ReceivedAt || (o.ReceivedAt == last.ReceivedAt && o.Id < last.Id));
        }
        return await ShowAsync(orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(take), now, ct);
    }

    async Task<IReadOnlyList<OrderListRow>> ShowAsync(IQueryable<ServiceOrder> page, DateTime now, CancellationToken ct)
    {
        var found = await (from o in page
                           join m in db.Set<ProductModel>() on o.ModelId equals m.Id into models from m in models.DefaultIfEmpty()
                           join t in db.Set<Technician>() on o.TechnicianId equals t.Id into technicians from t in technicians.DefaultIfEmpty()
                           select new
                           {
                               o.Id, o.Number, o.ContactName, o.ContactPhone, Area = o.Address ?? o.Region, Fault = o.FaultCode ?? o.Description, o.Kind, o.Status, o.ReceivedAt, o.WindowStart, o.WindowEnd,
                               o.IsSafety, o.Urged, o.Version, o.PolicyVersion, o.CalendarVersion, o.Response, o.Handling, Product = m == null ? null : m.Name, Technician = t == null ? null : t.Name,
                           }).ToListAsync(ct);
        var handled = found.Where(o => o.Handling.Started != null).Select(o => o.Id).ToList();
        var pauses = handled.Count == 0 ? null : (await db.Set<Pause>().AsNoTracking().Where(p => handled.Contains(p.OrderId)).OrderBy(p => p.From).ToListAsync(ct)).ToLookup(p => p.OrderId, p => p.Span);
        return [.. found.Select(o =>
        {
            var rules = rulebook.Kept(o.PolicyVersion, o.CalendarVersion);
            return new OrderListRow(o.Id, o.Number, o.ContactName, o.ContactPhone, o.Area, o.Product, o.Fault, o.Kind, o.Status, o.ReceivedAt, o.WindowStart, o.WindowEnd, o.Technician, o.IsSafety, o.Urged, o.Version,
                ClockStory.Brief(ClockKind.Response, o.Response, rules, [], now), ClockStory.Brief(ClockKind.Handling, o.Handling, rules, [.. pauses?[o.Id] ?? []], now));
        })];
    }

    async Task<IQueryable<ServiceOrder>> NarrowAsync(IQueryable<ServiceOrder> orders, OrderFilter filter, Viewer viewer, DateTime now, CancellationToken ct)
    {
        orders = filter.State switch
        {
            "open" => orders.Open(),
            "overdue" => orders.Open().Overdue(now),
            "unanswered" => orders.Where(o => o.Status == OrderStatus.Received),
            "call_back" => orders.Where(o => o.Status == OrderStatus.Received && o.Attempts.Any()),
            "unassigned" => orders.Unassigned(),
            "response_at_risk" => Among(orders, await atRisk.OrdersAsync(ClockKind.Response, now, ct)),
            "response_breached" => orders.Breached(ClockKind.Response, now),
            "handling_at_risk" => Among(orders, await atRisk.OrdersAsync(ClockKind.Handling, now, ct)),
            "handling_breached" => orders.Breached(ClockKind.Handling, now),
            "needs_reason" => orders.NeedingReason(),
            _ when Code.TryParse<OrderStatus>(filter.State, out var status) => orders.Where(o => o.Status == status),
            _ => orders,
        };
        if (filter.Kind is { } kind) orders = orders.Where(o => o.Kind == kind);
        if (!string.IsNullOrEmpty(filter.Team)) orders = orders.Where(o => o.Team == filter.Team);
        if (filter.Technician is { } technician) orders = orders.Where(o => o.TechnicianId == technician);
        if (filter.Day is { } day)
        {
            var (from, to) = (company.CalendarAt(now).StartOf(day), company.CalendarAt(now).EndOf(day));
            orders = orders.Where(o => o.WindowStart >= from && o.WindowStart < to);
        }
        return string.IsNullOrWhiteSpace(filter.Q) ? orders : await SearchAsync(orders, filter.Q.Trim(), viewer, ct);
    }

    static IQueryable<ServiceOrder> Among(IQueryable<ServiceOrder> orders, long[] ids) => orders.Where(o => ids.Contains(o.Id));

    /// <summary>What the indexes find; only words that they do not know are looked for in the addresses, which reads the orders through.</summary>
    async Task<IQueryable<ServiceOrder>> SearchAsync(IQueryable<ServiceOrder> orders, string typed, Viewer viewer, CancellationToken ct)
    {
        var ids = await find.IdsAsync(new SearchWords(typed), viewer, MostFound, ct);
        return ids.Count > 0 ? orders.Where(o => ids.Contains(o.Id)) : orders.Where(o => o.Address!.Contains(typed));
    }

    const int MostFound = 500;
    const int MostTakenAway = 10_000;
}
