using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Scorecard;

/// <summary>Judges every clause of the contract for one month, from the same indicators and rows as every other page.</summary>
internal sealed class ReadScorecard(IndicatorReader reader, IndicatorReadings readings, DuckWarehouse warehouse, ReportingDbContext db, ICompany company)
{
    const int TrendMonths = 12;

    /// <summary>Reads a month as typed.</summary>
    /// <exception cref="RuleViolation">It is no month.</exception>
    public static DateOnly MonthOf(string text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        ? month
        : throw new RuleViolation(Question.Usage + "Month", text);

    /// <summary>The month as it counts: as it was signed, or as it stands while nobody has signed it.</summary>
    /// <exception cref="RuleViolation">As <see cref="ReadOpenAsync"/>.</exception>
    public async Task<MonthCard> ReadAsync(DateOnly month, string? contract, CancellationToken ct)
    {
        var card = await ReadOpenAsync(month, contract, ct);
        var closed = await db.Set<ClosedMonth>().AsNoTracking().Include(c => c.Numbers).FirstOrDefaultAsync(c => c.Month == month && c.Contract == card.Contract, ct);
        return closed is null ? card : card.AsSigned(closed);
    }

    /// <summary>The month as the work says now, signed or not.</summary>
    /// <param name="month">First day.</param>
    /// <param name="contract">Code, or null for the contract of orders that name none (where there is no such order, the first contract).</param>
    /// <exception cref="RuleViolation">The warehouse is not loaded, the month has not begun, or nothing is known of the contract.</exception>
    public async Task<MonthCard> ReadOpenAsync(DateOnly month, string? contract, CancellationToken ct)
    {
        var (asOf, run, contracts) = await StandAsync(ct);
        var today = company.LocalDay(asOf);
        if (month > today) throw new RuleViolation("Scorecard.NotBegun", month.ToString("yyyy-MM"));
        var code = contract ?? contracts.FirstOrDefault(c => c == BrandContracts.Default) ?? contracts.FirstOrDefault() ?? BrandContracts.Default;
        if (contract is not null && contract != BrandContracts.Default && !contracts.Contains(contract)) throw new RuleViolation("Indicators.Refused.Member", "contract", contract);
        Dictionary<string, Judgement> judged = [];
        foreach (var indicator in Clause.All.SelectMany(c => c.Indicators).Distinct().Select(Indicator.Of).OfType<Indicator>())
            judged[indicator.Code] = await JudgeAsync(QuestionOf(indicator, month, contracts.Contains(code) ? code : null), ct);
        var lines = Clause.All.Select(c => new ClauseLine(c, [.. c.Indicators.Where(judged.ContainsKey).Select(i => judged[i])])).ToList();
        return new MonthCard(month, code, asOf, run, month.AddMonths(1) <= today, lines);
    }

    /// <summary>Codes of the contracts that have orders, the default one first.</summary>
    public async Task<IReadOnlyList<string>> ContractsAsync(CancellationToken ct) =>
        [.. (await StandAsync(ct)).Contracts.Append(BrandContracts.Default).Distinct().OrderBy(c => c != BrandContracts.Default).ThenBy(c => c, StringComparer.Ordinal)];

    Task<(DateTime AsOf, long Run, List<string> Contracts)> StandAsync(CancellationToken ct) => warehouse.ReadAsync(connection =>
    {
        var data = Ledger.AsOf(connection);
        var contracts = connection.Rows($"SELECT code FROM {Dimension.Contract.Table} WHERE {Dimension.Contract.Key} <> 0 ORDER BY code", [], r => r.GetString(0));
        return (data.Instant ?? throw new RuleViolation("Warehouse.NotLoaded"), data.Run, contracts);
    }, ct);

    /// <summary>The month of one contract. Facts that know no contract (training, certificates) speak for the whole company.</summary>
    static Question QuestionOf(Indicator indicator, DateOnly month, string? contract)
    {
        List<Filter> where = [];
        if (contract is not null && indicator.Source.SliceOf("contract") is { } slice) where.Add(new Filter(slice, contract));
        if (indicator.TargetOnlyFor is var (dimension, code)) where.Add(new Filter(indicator.Source.SliceOf(dimension)!, code));
        return new Question(indicator, month, month.AddMonths(1).AddDays(-1), Grain.Month, null, where);
    }

    async Task<Judgement> JudgeAsync(Question month, CancellationToken ct)
    {
        Answer answer;
        try
        {
            answer = await reader.ReadAsync(month with { From = month.From.AddMonths(1 - TrendMonths) }, ct);
        }
        catch (RuleViolation refused) when (refused.Key == "Indicators.Refused.Member") // nothing of that kind has been recorded yet
        {
            return new Judgement(month, Number.None(month.Indicator), month.Indicator.Target, ClauseState.NoCase, [], new double?[TrendMonths], true);
        }
        var series = answer.Series[0].Readings;
        var reading = series[^1];
        var target = IndicatorReadings.TargetFor(month);
        var missed = reading.Number.Value is { } value && target is { } aim && !Judgement.Meets(month.Indicator, value, aim);
        var interval = missed ? await readings.IntervalAsync(month, reading.Number, answer.AsOf, ct) : (null, null); // only a missed target asks how far chance reaches
        var state = Judgement.StateOf(month.Indicator, reading.Number, target, interval, reading.Signals.Count > 0);
        return new Judgement(month, reading.Number, target, state, reading.Signals, [.. series.Select(r => r.Number.Value)], reading.Complete);
    }
}
