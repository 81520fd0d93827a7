using AfterSales.Kernel.Clocks;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>
/// Finds open orders of which a clock has used the warning share of its limit. The share depends on calendar, pauses and the policy that each order
/// kept, so the clocks that still run are read one by one; there are as many as there is open work.
/// </summary>
internal sealed class ClocksAtRisk(ServiceDbContext db, OrderRulebook rulebook)
{
    public async Task<long[]> OrdersAsync(ClockKind kind, DateTime now, CancellationToken ct)
    {
        var open = db.Set<ServiceOrder>().AsNoTracking().Open();
        var running = kind == ClockKind.Response
            ? open.Where(o => o.Response.Verdict == null && o.Response.Due >= now).Select(o => new Running(o.Id, o.PolicyVersion, o.CalendarVersion, o.Response))
            : open.Where(o => o.Handling.Verdict == null && o.Handling.Due >= now).Select(o => new Running(o.Id, o.PolicyVersion, o.CalendarVersion, o.Handling));
        var clocks = await running.ToListAsync(ct);
        var pauses = kind == ClockKind.Handling ? await PausesAsync(clocks, ct) : null;
        return [.. clocks.Where(c => IsAtRisk(c, pauses?[c.Id] ?? [], now)).Select(c => c.Id)];
    }

    bool IsAtRisk(Running running, IEnumerable<Pause> pauses, DateTime now)
    {
        var rules = rulebook.Kept(running.Policy, running.Calendar);
        return running.Clock.Read(rules.Calendar, [.. pauses.OrderBy(p => p.From).Select(p => p.Span)], rules.Sla.WarnShare, now).Verdict == ClockVerdict.AtRisk;
    }

    async Task<ILookup<long, Pause>> PausesAsync(List<Running> clocks, CancellationToken ct)
    {
        var ids = clocks.ConvertAll(c => c.Id);
        return (await db.Set<Pause>().AsNoTracking().Where(p => ids.Contains(p.OrderId)).ToListAsync(ct)).ToLookup(p => p.OrderId);
    }

    sealed record Running(long Id, int Policy, string Calendar, SlaClock Clock);
}
