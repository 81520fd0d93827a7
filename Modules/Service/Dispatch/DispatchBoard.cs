using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Staff.Contracts;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Dispatch;

/// <summary>What the board is narrowed to; all of it stands in the URL.</summary>
internal sealed record BoardFilter
{
    /// <summary>Local day; null is today.</summary>
    public DateOnly? Day { get; init; }
    /// <summary>Code of the region. Not called area: routes have a value of that name.</summary>
    public string? Region { get; init; }
    public string? Team { get; init; }
    public ProductType? Type { get; init; }

    public string ToQuery(DateOnly day)
    {
        var query = new QueryBuilder { { "day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } };
        if (!string.IsNullOrEmpty(Region)) query.Add("region", Region);
        if (!string.IsNullOrEmpty(Team)) query.Add("team", Team);
        if (Type is { } type) query.Add("type", type.ToString());
        return query.ToQueryString().Value!;
    }
}

/// <summary>How a visit lies beside the technician's others: apart, too close for the way between, or at the same time.</summary>
internal enum Fit { Apart, Tight, Clash }

/// <summary>A visit as it lies on the board. The person is masked.</summary>
/// <param name="Job">What decides who may be sent: the product type, and the city where known.</param>
/// <param name="Hour">Column in which it stands: the local hour at which its window begins, within the hours of the board.</param>
internal sealed record BoardCard(
    string Number, int Version, string Customer, string? Area, string? Product, ProductType? Type, string Job, OrderStatus Status, DateTime? WindowStart, DateTime? WindowEnd, int Hour, bool IsSafety, ClockStory Clock)
{
    public Fit Fit { get; init; }
    /// <summary>A technician who is on the way or there is not sent elsewhere.</summary>
    public bool MayMove => Status is OrderStatus.Responded or OrderStatus.Scheduled;
}

/// <param name="Away">Why nothing can be given to this technician that day, or null.</param>
/// <param name="Jobs">Of the jobs on the board, those for which the technician holds every certificate that day.</param>
internal sealed record BoardRow(long Id, string Name, string? Team, IReadOnlyList<string> Jobs, IReadOnlyList<BoardCard> Cards, bool IsOverloaded, Away? Away)
{
    public ILookup<int, BoardCard> ByHour { get; } = Cards.ToLookup(c => c.Hour);
}

/// <param name="Waiting">Agreed and nobody sent, up to the end of the day; late ones first.</param>
/// <param name="Unanswered">Received and nobody reached yet, most urgent first.</param>
internal sealed record BoardDay(
    DateOnly Day, IReadOnlyList<int> Hours, IReadOnlyList<BoardRow> Rows, IReadOnlyList<BoardCard> Waiting, IReadOnlyList<BoardCard> Unanswered, IReadOnlyList<string> Teams, IReadOnlyList<string> Areas);

/// <summary>One day of dispatch: a fixed handful of queries, however many technicians and visits there are.</summary>
internal sealed class DispatchBoard(ServiceDbContext db, IStaffDirectory staff, ICompany company, OrderRulebook rulebook, IPolicies policies)
{
    /// <summary>As many as a tray shows; the order list has the rest.</summary>
    public const int TrayMost = 60;

    public async Task<BoardDay> ReadAsync(BoardFilter filter, DateTime now, CancellationToken ct)
    {
        var day = filter.Day ?? company.LocalDay(now);
        var policy = policies.At<DispatchPolicy>(now).Value;
        var calendar = company.CalendarAt(now);
        var (from, to) = (calendar.StartOf(day), calendar.EndOf(day));
        var open = Narrow(db.Set<ServiceOrder>().AsNoTracking().Open(), filter);
        var planned = await ReadAsync(open.Where(o => o.TechnicianId != null && o.WindowStart >= from && o.WindowStart < to).OrderBy(o => o.WindowStart), ct);
        var waiting = await ReadAsync(open.Unassigned().Where(o => o.WindowStart < to).OrderBy(o => o.WindowStart).Take(TrayMost), ct);
        var unanswered = await ReadAsync(open.Where(o => o.Status == OrderStatus.Received).OrderBy(o => o.SortDue).Take(TrayMost), ct);
        var ids = planned.Concat(waiting).Select(o => o.Id).ToList();
        var pauses = (await db.Set<Pause>().AsNoTracking().Where(p => ids.Contains(p.OrderId)).OrderBy(p => p.From).ToListAsync(ct)).ToLookup(p => p.OrderId, p => p.Span);
        var technicians = await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Team).ThenBy(t => t.Name).ToListAsync(ct);
        List<Found> all = [.. planned, .. waiting, .. unanswered];
        var may = await CertifiedAsync(all, day, ct);
        var noon = from + ((to - from) / 2);
        var away = await staff.AwayAsync(noon, noon, ct);
        BoardCard Card(Found o) => this.Card(o, [.. pauses[o.Id]], policy.Hours, now);
        var mine = planned.ToLookup(o => o.TechnicianId);
        var rows = technicians.Where(t => string.IsNullOrEmpty(filter.Team) || t.Team == filter.Team)
            .Select(t => Row(t, [.. mine[t.Id].Select(Card)], [.. may.Where(m => m.Value.Contains(t.Code)).Select(m => m.Key)], away.TryGetValue(t.Code, out var why) ? why : null, policy))
            .Where(r => r.Away != Away.Left || r.Cards.Count > 0).ToList();
        var areas = all.Select(o => o.Region).OfType<string>().Append(filter.Region ?? "").Where(a => a.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        return new BoardDay(day, policy.Hours, rows, [.. waiting.Select(Card)], [.. unanswered.Select(Card)], [.. technicians.Select(t => t.Team).OfType<string>().Distinct()], areas);
    }

    IQueryable<ServiceOrder> Narrow(IQueryable<ServiceOrder> orders, BoardFilter filter)
    {
        if (!string.IsNullOrEmpty(filter.Region)) orders = orders.Where(o => o.Region == filter.Region);
        return filter.Type is { } type ? orders.Where(o => db.Set<ProductModel>().Any(m => m.Id == o.ModelId && m.Type == type)) : orders;
    }

    async Task<List<Found>> ReadAsync(IQueryable<ServiceOrder> orders, CancellationToken ct) =>
        await (from o in orders
               join m in db.Set<ProductModel>() on o.ModelId equals m.Id into models from m in models.DefaultIfEmpty()
               select new Found(o.Id, o.Number, o.Version, o.ContactName, o.Region, o.Address, m == null ? null : m.Name, m == null ? null : m.Type, o.Status, o.WindowStart, o.WindowEnd, o.TechnicianId, o.IsSafety,
                   o.PolicyVersion, o.CalendarVersion, o.Response, o.Handling)).ToListAsync(ct);

    sealed record Found(
        long Id, string Number, int Version, string? Customer, string? Region, string? Address, string? Product, ProductType? Type, OrderStatus Status, DateTime? WindowStart, DateTime? WindowEnd, long? TechnicianId,
        bool IsSafety, int PolicyVersion, string CalendarVersion, SlaClock Response, SlaClock Handling);

    BoardCard Card(Found o, IReadOnlyList<PauseSpan> pauses, IReadOnlyList<int> hours, DateTime now)
    {
        var rules = rulebook.Kept(o.PolicyVersion, o.CalendarVersion);
        var clock = o.Response.IsOpen ? ClockStory.Brief(ClockKind.Response, o.Response, rules, [], now) : ClockStory.Brief(ClockKind.Handling, o.Handling, rules, pauses, now);
        var hour = o.WindowStart is { } start ? Math.Clamp(company.ToLocal(start).Hour, hours[0], hours[^1]) : hours[0];
        return new BoardCard(o.Number, o.Version, PersonalData.Name(o.Customer), Regions.NameOf(o.Region) ?? MaskedAddress.Of(o.Address), o.Product, o.Type, JobOf(o), o.Status, o.WindowStart, o.WindowEnd, hour, o.IsSafety, clock);
    }

    static BoardRow Row(Technician technician, IReadOnlyList<BoardCard> cards, IReadOnlyList<string> jobs, Away? away, DispatchPolicy policy) =>
        new(technician.Id, technician.Name, technician.Team, Clearance.Keeps(away) ? [] : jobs, Fitted(cards, TimeSpan.FromMinutes(policy.TravelMinutes)), cards.Count >= policy.HeavyLoad, away);

    /// <summary>Marks what cannot both be kept: windows that overlap, and windows with less than the way between them.</summary>
    internal static IReadOnlyList<BoardCard> Fitted(IReadOnlyList<BoardCard> cards, TimeSpan travel) =>
        [.. cards.Select(c => c with { Fit = cards.Where(o => o.Number != c.Number).Select(o => Between(c, o, travel)).DefaultIfEmpty(Fit.Apart).Max() })];

    static Fit Between(BoardCard a, BoardCard b, TimeSpan travel) =>
        a.WindowStart < b.WindowEnd && b.WindowStart < a.WindowEnd ? Fit.Clash
        : a.WindowStart < b.WindowEnd + travel && b.WindowStart < a.WindowEnd + travel ? Fit.Tight
        : Fit.Apart;

    static string JobOf(Found o) => $"{Code.Of(o.Type) ?? "any"}@{Regions.CityOf(o.Region)}";

    /// <summary>Who may be sent to which of the jobs that day: one question for each type and city that are on the board.</summary>
    async Task<Dictionary<string, IReadOnlySet<string>>> CertifiedAsync(IEnumerable<Found> orders, DateOnly day, CancellationToken ct)
    {
        Dictionary<string, IReadOnlySet<string>> may = [];
        foreach (var order in orders.DistinctBy(JobOf)) may[JobOf(order)] = await staff.CertifiedAsync(Code.Of(order.Type), day, order.Region, ct);
        return may;
    }
}
