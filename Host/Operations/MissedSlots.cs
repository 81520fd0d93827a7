using AfterSales.Kernel.Jobs;
using Quartz;

namespace AfterSales.Host.Operations;

/// <summary>
/// Slots that passed while no server ran: the computer of an office is switched off at night. Of each job the newest is made up for at the next start, since jobs catch up by
/// themselves; a job that never ran has missed nothing.
/// </summary>
internal static class MissedSlots
{
    /// <summary>How far back to look, nearest first: a job that comes every minute was due just now, and nobody wants to walk through its month.</summary>
    static readonly TimeSpan[] Looks = [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(32)];

    /// <param name="last">Newest slot that the ledger holds for the job, UTC.</param>
    /// <returns>The newest slot after <paramref name="last"/> and not after <paramref name="now"/>, UTC; null when there is none.</returns>
    public static DateTime? Newest(JobDefinition job, TimeZoneInfo zone, DateTime last, DateTime now)
    {
        var cron = new CronExpression(job.Cron, zone);
        foreach (var from in Looks.Select(back => now - back).Where(from => from > last).Append(last))
            if (NewestAfter(cron, from, now) is { } slot) return slot;
        return null;
    }

    static DateTime? NewestAfter(CronExpression cron, DateTime from, DateTime now)
    {
        DateTime? newest = null;
        for (var at = cron.GetNextValidTimeAfter(new DateTimeOffset(from)); at is { } slot && slot.UtcDateTime <= now; at = cron.GetNextValidTimeAfter(slot)) newest = slot.UtcDateTime;
        return newest;
    }
}
