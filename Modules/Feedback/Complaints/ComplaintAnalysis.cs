using AfterSales.Feedback.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <param name="Cumulated">Share of this and all larger ones, 0 to 1.</param>
internal sealed record ParetoBar(string Member, int Count, double Cumulated);

/// <param name="FromDays">Whole days since receipt, from this on.</param>
/// <param name="ToDays">Up to this, included; null: and more.</param>
internal sealed record AgeBand(int FromDays, int? ToDays, int Open, int Overdue);

/// <summary>What complaints are about, the largest first, and how old the open ones are.</summary>
internal sealed class ComplaintAnalysis(FeedbackDbContext db)
{
    public static readonly string[] Dimensions = ["cause", "channel", "team", "technician", "product", "region", "remedy", "severity"];
    static readonly (int From, int? To)[] Ages = [(0, 1), (2, 3), (4, 7), (8, 15), (16, 30), (31, null)];

    public async Task<IReadOnlyList<ParetoBar>> ParetoAsync(DateOnly from, DateOnly to, string by, bool upheldOnly, CancellationToken ct)
    {
        var complaints = await db.Set<Complaint>().AsNoTracking().Where(c => c.ReceivedDay >= from && c.ReceivedDay <= to && (!upheldOnly || c.Finding == Finding.Upheld || c.Finding == Finding.Partly))
            .Select(c => new { c.Cause, c.Channel, c.Team, c.SubjectName, c.ProductModel, c.Region, c.Remedy, c.Severity }).ToListAsync(ct);
        return Pareto(complaints.Select(c => by switch
        {
            "channel" => "ComplaintChannel." + c.Channel, "team" => c.Team, "technician" => c.SubjectName, "product" => c.ProductModel, "region" => c.Region,
            "remedy" => c.Remedy is { } remedy ? "Remedy." + remedy : null, "severity" => "Severity." + c.Severity, _ => c.Cause is { } cause ? "Cause." + cause : null,
        } ?? ""));
    }

    /// <summary>The largest first; what nobody named stands at the end, however much it is.</summary>
    public static IReadOnlyList<ParetoBar> Pareto(IEnumerable<string> members)
    {
        var groups = members.GroupBy(m => m).Select(g => (Member: g.Key, Count: g.Count())).OrderBy(g => g.Member.Length == 0).ThenByDescending(g => g.Count).ThenBy(g => g.Member, StringComparer.Ordinal).ToList();
        var (all, sum) = (groups.Sum(g => g.Count), 0);
        return [.. groups.Select(g => new ParetoBar(g.Member, g.Count, (double)(sum += g.Count) / all))];
    }

    public async Task<IReadOnlyList<AgeBand>> AgesAsync(DateOnly today, DateTime now, CancellationToken ct)
    {
        var open = await db.Set<Complaint>().AsNoTracking().Where(c => c.Stage != ComplaintStage.Closed).Select(c => new { c.Id, c.ReceivedDay }).ToListAsync(ct);
        var overdue = (await db.Set<Complaint>().AsNoTracking().Shown("overdue", now).Select(c => c.Id).ToListAsync(ct)).ToHashSet();
        return [.. Ages.Select(a => open.FindAll(c => today.DayNumber - c.ReceivedDay.DayNumber is var age && age >= a.From && (a.To is null || age <= a.To)) is var those ? new AgeBand(a.From, a.To, those.Count, those.Count(c => overdue.Contains(c.Id))) : null!)];
    }
}
