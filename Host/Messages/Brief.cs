using System.Globalization;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Messages;

/// <summary>The day in a few lines, from all modules.</summary>
internal sealed class Brief(IEnumerable<IBriefPart> parts, ICompany company, TimeProvider time)
{
    public async Task<(DateOnly Day, IReadOnlyList<BriefLine> Lines)> OfTodayAsync(CancellationToken ct)
    {
        var (now, lines) = (time.Now(), new List<BriefLine>());
        var day = company.LocalDay(now);
        foreach (var part in parts.OrderBy(p => p.Order)) lines.AddRange(await part.LinesAsync(day, now, ct));
        return (day, lines);
    }
}

/// <summary>Every evening at eight: tells the day to owner and managers under the bell and to the staff groups, once. The later slot is for a computer that was off at eight.</summary>
internal sealed class TellBrief(Brief brief, ICompany company, HostDbContext db, IBell bell, GroupRobots robots) : IJobStep
{
    public static readonly JobDefinition Job = new("host.tell-brief", typeof(TellBrief), "0 0 20-21 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var (day, lines) = await brief.OfTodayAsync(ct);
        if (company.LocalDay(slotUtc) != day) return new JobOutcome(0); // a slot left over from another day: this day is told in its evening
        var (date, key) = (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"brief:{day:yyyy-MM-dd}");
        await bell.RingAsync(Recipients.InRole(Roles.Administrator, Roles.Manager), new Notice(key, "Messages.Brief.Notice", [date], "/Messages/Brief") { Lines = [.. lines.Select(l => new NoticeLine(l.TextKey, l.Args, l.Link ?? "/Messages/Brief"))] }, ct);
        var messages = robots.Say(key, robots.Sentence("Messages.Brief.Notice", [date]), [.. lines.Select(l => (l.IsUrgent ? "❗" : "· ") + robots.Sentence(l.TextKey, l.Args)), robots.AddressOf("/Messages/Brief")]).ToList();
        var told = messages.ConvertAll(m => m.Once);
        var there = await db.Set<OutgoingMessage>().Where(m => told.Contains(m.Once)).Select(m => m.Once).ToListAsync(ct);
        db.AddRange(messages.Where(m => !there.Contains(m.Once)));
        await db.SaveChangesAsync(ct);
        return new JobOutcome(lines.Count);
    }
}
