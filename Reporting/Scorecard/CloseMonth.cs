using AfterSales.Kernel;
using AfterSales.Kernel.Jobs;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Scorecard;

/// <summary>Signs a month, and every night turns provisional numbers of signed months into final ones.</summary>
internal sealed class CloseMonth(ReadScorecard scorecard, RowsBehind rows, ReportingDbContext db, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("reporting.settle-months", typeof(CloseMonth), "0 50 0 * * ?");

    /// <param name="at">When it was signed, UTC: now, but for history.</param>
    /// <exception cref="RuleViolation">The month is not over or is signed already.</exception>
    public async Task SignAsync(DateOnly month, string? contract, string? note, Actor who, CancellationToken ct, DateTime? at = null)
    {
        var card = await scorecard.ReadAsync(month, contract, ct);
        Dictionary<string, IReadOnlyList<RowBehind>> behind = [];
        foreach (var judged in card.Judgements) behind[judged.Indicator.Code] = await RowsOf(judged, ct);
        db.Add(ClosedMonth.Sign(card, behind, note, at ?? time.Now(), who));
        await db.SaveChangesAsync(ct);
    }

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        long settled = 0;
        foreach (var closed in await db.Set<ClosedMonth>().Include(c => c.Numbers).Where(c => c.Numbers.Any(n => n.Provisional)).ToListAsync(ct))
        {
            var now = (await scorecard.ReadOpenAsync(closed.Month, closed.Contract, ct)).Judgements.ToDictionary(j => j.Indicator.Code);
            foreach (var number in closed.Numbers.Where(n => n.Provisional))
            {
                if (!now.TryGetValue(number.Indicator, out var judged) || !judged.Final) continue;
                closed.Settle(number, judged, await RowsOf(judged, ct));
                settled++;
            }
            await db.SaveChangesAsync(ct);
        }
        return new JobOutcome(settled);
    }

    /// <summary>What has changed in a signed month since it was signed, indicator by indicator, row by row.</summary>
    public async Task<IReadOnlyList<Restatement>> RestatementsAsync(MonthCard card, CancellationToken ct)
    {
        if (card.Closed is null) return [];
        List<Restatement> restated = [];
        foreach (var judged in (await scorecard.ReadOpenAsync(card.Month, card.Contract, ct)).Judgements)
        {
            if (card.Closed.Numbers.FirstOrDefault(n => n.Indicator == judged.Indicator.Code) is not { Provisional: false } then || !then.Differs(judged.Number)) continue;
            var (before, after) = (then.RowsThen(), ClosedNumber.Said(await RowsOf(judged, ct)));
            restated.Add(new Restatement(judged, then, [.. before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k)).Order(StringComparer.Ordinal)
                .Select(k => new RestatedRow(k, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))]));
        }
        return restated;
    }

    async Task<IReadOnlyList<RowBehind>> RowsOf(Judgement judged, CancellationToken ct) => (await rows.ReadAsync(judged.Month, Part.Counted, int.MaxValue, 0, ct)).Rows;
}

/// <summary>A number of a signed month that the work now says differently.</summary>
internal sealed record Restatement(Judgement Now, ClosedNumber Then, IReadOnlyList<RestatedRow> Rows);

/// <param name="Before">What the row said when the month was signed; null when it was not counted.</param>
/// <param name="After">What it says now; null when it is no longer counted.</param>
internal sealed record RestatedRow(string Number, string? Before, string? After);
