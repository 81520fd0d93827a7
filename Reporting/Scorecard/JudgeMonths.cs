using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Scorecard;

/// <summary>
/// Every night writes down how the clauses and the indicators stood in each month that is over, for every contract; months
/// whose numbers can still change are looked at again. These rows are facts like any others: the contract's own indicators are counted from them.
/// </summary>
internal sealed class JudgeMonths(ReadScorecard scorecard, Targets targets, IWarehouse warehouse, ReportingDbContext db, ICompany company) : IJobStep
{
    public static readonly JobDefinition Job = new("reporting.judge-months", typeof(JudgeMonths), "0 55 0 * * ?") { ReadsNumbers = true };

    /// <summary>The clause that is counted from the others.</summary>
    public const string OwnClause = "13.1";
    /// <summary>Months that are looked at again, and how far back history is judged at first.</summary>
    const int Unsettled = 3, Furthest = 36;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        if (!warehouse.IsUsable) return new JobOutcome(0);
        var (asOf, first) = await warehouse.ReadAsync(c => (Ledger.AsOf(c).Instant, c.Rows("SELECT min(received_day) FROM fact_order", [], r => r.Day(0)).Single()), ct);
        if (asOf is not { } instant || first is not { } firstDay) return new JobOutcome(0);
        var today = company.LocalDay(instant);
        var (current, begin) = (new DateOnly(today.Year, today.Month, 1), new DateOnly(firstDay.Year, firstDay.Month, 1));
        long judged = 0;
        var contracts = await scorecard.ContractsAsync(ct);
        foreach (var contract in contracts)
        {
            var known = await db.Set<ClauseMonth>().Where(c => c.Contract == contract).Select(c => c.Month).Distinct().ToListAsync(ct);
            List<DateOnly> months = [.. Enumerable.Range(1, Furthest).Select(i => current.AddMonths(-i)).Where((m, i) => m >= begin && (i < Unsettled || !known.Contains(m))).Order()];
            if (months.Count > 0) judged += await JudgeAsync(contract, months, isFirst: contract == contracts[0], ct);
        }
        return new JobOutcome(judged);
    }

    async Task<long> JudgeAsync(string contract, List<DateOnly> months, bool isFirst, CancellationToken ct)
    {
        var clauses = await db.Set<ClauseMonth>().Where(c => c.Contract == contract && months.Contains(c.Month)).ToDictionaryAsync(c => (c.Month, c.Clause), ct);
        var living = await db.Set<LivingIndicator>().Where(i => months.Contains(i.Month)).ToDictionaryAsync(i => (i.Month, i.Indicator), ct);
        foreach (var card in await scorecard.ReadSeveralAsync(months, contract, ct))
        {
            foreach (var line in card.Clauses.Where(c => c.Clause.Number != OwnClause))
                There(clauses, (card.Month, line.Clause.Number), () => new ClauseMonth { Contract = contract, Clause = line.Clause.Number, Month = card.Month }).Stands(line.State);
            var last = card.Month.AddMonths(1).AddDays(-1);
            var judged = card.Judgements.ToDictionary(j => j.Indicator.Code);
            foreach (var j in judged.Values.Where(_ => isFirst)) // the catalogue is the company's, not a contract's
                There(living, (card.Month, j.Indicator.Code), () => new LivingIndicator { Indicator = j.Indicator.Code, Month = card.Month }).Stands(targets.OwnerOf(j.Indicator, last).Length > 0, j.Target is not null, j.Trend.Any(v => v is not null));
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return months.Count;
    }

    TRow There<TKey, TRow>(Dictionary<TKey, TRow> rows, TKey key, Func<TRow> make) where TKey : notnull where TRow : class
    {
        if (rows.TryGetValue(key, out var row)) return row;
        db.Add(row = rows[key] = make());
        return row;
    }
}
