using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Payments;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>Orders, takings and tomorrow's holes for the evening brief.</summary>
internal sealed class DayBrief(ServiceDbContext db, ICompany company) : IBriefPart
{
    /// <summary>Overdue orders told by name; the rest is a number.</summary>
    const int MostByName = 12;

    public int Order => 10;

    public async Task<IReadOnlyList<BriefLine>> LinesAsync(DateOnly day, DateTime nowUtc, CancellationToken ct)
    {
        var calendar = company.CalendarAt(nowUtc);
        var (from, until, after) = (calendar.StartOf(day), calendar.EndOf(day), calendar.EndOf(day.AddDays(1)));
        var orders = db.Set<ServiceOrder>().AsNoTracking();
        var (came, done) = (await orders.CountAsync(o => o.ReceivedAt >= from && o.ReceivedAt < until, ct), await orders.CountAsync(o => o.CompletedAt >= from && o.CompletedAt < until, ct));
        List<BriefLine> lines = [new("Requests.Brief.Day", [Text(came), Text(done)], "/Service/Requests")];
        await OverdueAsync(lines, orders, nowUtc, ct);
        await TakingsAsync(lines, from, until, ct);
        await TomorrowAsync(lines, orders, until, after, ct);
        return lines;
    }

    async Task OverdueAsync(List<BriefLine> lines, IQueryable<ServiceOrder> orders, DateTime now, CancellationToken ct)
    {
        var late = orders.Where(o => o.SortDue != null && o.SortDue < now);
        var count = await late.CountAsync(ct);
        lines.Add(new BriefLine("Requests.Brief.Overdue", [Text(count)], "/Service/Requests?state=overdue", count > 0));
        var named = await (from o in late join t in db.Set<Technician>() on o.TechnicianId equals t.Id into who from t in who.DefaultIfEmpty() orderby o.SortDue select new { o.Number, Due = o.SortDue!.Value, Name = t == null ? null : t.Name }).Take(MostByName).ToListAsync(ct);
        lines.AddRange(named.Select(o => new BriefLine("Requests.Brief.Late", [o.Number, o.Name ?? "Requests.Brief.Nobody", Text((int)Math.Ceiling((now - o.Due).TotalHours))], "/Service/Requests/Details/" + Uri.EscapeDataString(o.Number), true)));
    }

    async Task TakingsAsync(List<BriefLine> lines, DateTime from, DateTime until, CancellationToken ct)
    {
        var taken = await db.Set<Payment>().AsNoTracking().Where(p => p.PaidAt >= from && p.PaidAt < until).Select(p => new { p.Amount, Matched = p.MatchedAt != null }).ToListAsync(ct);
        var (all, matched) = (taken.Aggregate(Money.Zero, (sum, p) => sum + p.Amount), taken.Where(p => p.Matched).Aggregate(Money.Zero, (sum, p) => sum + p.Amount));
        lines.Add(new BriefLine("Requests.Brief.Takings", [all.ToString(), matched.ToString(), (all - matched).ToString()], "/Service/Payments"));
    }

    /// <summary>Visits of tomorrow that nobody has, and technicians with nothing to do.</summary>
    async Task TomorrowAsync(List<BriefLine> lines, IQueryable<ServiceOrder> orders, DateTime from, DateTime until, CancellationToken ct)
    {
        var agreed = await orders.Where(o => o.SortDue != null && o.WindowStart >= from && o.WindowStart < until).Select(o => new { o.TechnicianId }).ToListAsync(ct);
        var open = agreed.Count(o => o.TechnicianId is null);
        var busy = agreed.Select(o => o.TechnicianId).OfType<long>().ToHashSet();
        var free = (await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Code).Select(t => new { t.Id, t.Name }).ToListAsync(ct)).Where(t => !busy.Contains(t.Id)).Select(t => t.Name).ToList();
        lines.Add(new BriefLine("Requests.Brief.Tomorrow", [Text(agreed.Count), Text(open)], "/Service/Dispatch", open > 0));
        if (free.Count > 0 && open > 0) lines.Add(new BriefLine("Requests.Brief.Free", [string.Join("、", free.Take(MostByName))], "/Service/Dispatch"));
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
