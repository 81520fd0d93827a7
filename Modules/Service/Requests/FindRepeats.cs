using AfterSales.Kernel.Clocks;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>
/// Links repair requests to the earlier repair that they repeat: same appliance, received until 24:00 of the policy's last day after the
/// earlier completion. Without an identified appliance nothing is a repeat: unknown never equals unknown.
/// </summary>
internal sealed class FindRepeats(ServiceDbContext db, OrderRulebook rulebook)
{
    /// <summary>The latest earlier repair that a request received now repeats, or null.</summary>
    public async Task<ServiceOrder?> EarlierAsync(long? applianceId, DateTime receivedAt, OrderRules rules, CancellationToken ct)
    {
        if (applianceId is null) return null;
        var earlier = await db.Set<ServiceOrder>().Where(o => o.ApplianceId == applianceId && o.Kind == OrderKind.Repair && o.CompletedAt < receivedAt)
            .OrderByDescending(o => o.CompletedAt).FirstOrDefaultAsync(ct);
        return earlier is not null && receivedAt <= WindowEnd(earlier.CompletedAt!.Value, rules) ? earlier : null;
    }

    /// <summary>Links all repairs of some appliances, as after an import. Links that exist stay.</summary>
    public async Task LinkAsync(long[] applianceIds, CancellationToken ct)
    {
        var repairs = await db.Set<ServiceOrder>().Where(o => o.ApplianceId != null && applianceIds.Contains(o.ApplianceId.Value) && o.Kind == OrderKind.Repair)
            .OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id)
            .Select(o => new { o.Id, o.ApplianceId, o.ReceivedAt, o.CompletedAt, o.PolicyVersion, o.CalendarVersion, MayRepeat = o.RepeatOfId == null && !o.RepeatUnrelated })
            .ToListAsync(ct);
        Dictionary<long, long> repeatOf = [];
        foreach (var appliance in repairs.GroupBy(o => o.ApplianceId).Where(g => g.Count() > 1))
            foreach (var order in appliance.Where(o => o.MayRepeat))
                if (appliance.Where(e => e.Id != order.Id && e.CompletedAt < order.ReceivedAt).MaxBy(e => e.CompletedAt) is { } earlier
                    && order.ReceivedAt <= WindowEnd(earlier.CompletedAt!.Value, rulebook.Kept(earlier.PolicyVersion, earlier.CalendarVersion)))
                    repeatOf[order.Id] = earlier.Id;
        if (repeatOf.Count == 0) return;
        long[] touched = [.. repeatOf.Keys.Union(repeatOf.Values)];
        var orders = await db.Set<ServiceOrder>().Where(o => touched.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        foreach (var (order, earlier) in repeatOf) orders[order].RepeatOf(orders[earlier]);
    }

    static DateTime WindowEnd(DateTime completedAt, OrderRules rules) => TimeLimit.Days(rules.Sla.RepeatDays).DueFrom(completedAt, rules.Calendar, rolls: false);
}
