using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Signals;
using AfterSales.Reporting.Warehouse;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Scorecard;

/// <summary>Judges every clause of the contract for one month, from the same indicators and rows as every other page.</summary>
internal sealed class ReadScorecard(IndicatorReader reader, IndicatorReadings readings, Targets targets, IWarehouse warehouse, ReportingDbContext db, ICompany company)
{
    const int TrendMonths = 12;

    /// <summary>Reads a month as typed.</summary>
    /// <exception cref="RuleViolation">It is no month.</exception>
    public static DateOnly MonthOf(string text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        ? month
        : throw new RuleViolation(Question.Usage + "Month", text);

    /// <summary>The month as it counts: as it was signed, or as it stands while nobody has signed it.</summary>
    /// <exception cref="RuleViolation">As <see cref="ReadOpenAsync"/>.</exception>
    public async Task<MonthCard> ReadAsync(DateOnly month, string? contract, CancellationToken ct) => (await ReadSeveralAsync([month], contract, ct))[0];

    /// <summary>Several months as they count.</summary>
    /// <param name="months">First days, in order.</param>
    public async Task<IReadOnlyList<MonthCard>> ReadSeveralAsync(IReadOnlyList<DateOnly> months, string? contract, CancellationToken ct)
    {
        var cards = await ReadOpenAsync(months, contract, ct);
        var closed = await db.Set<ClosedMonth>().AsNoTracking().Include(c => c.Numbers).Where(c => c.Contract == cards[0].Contract && months.Contains(c.Month)).ToListAsync(ct);
        return [.. cards.Select(card => closed.FirstOrDefault(c => c.Month == card.Month) is { } signed ? card.AsSigned(signed) : card)];
    }

    /// <summary>The month as the work says now, signed or not.</summary>
    /// <param name="month">First day.</param>
    /// <param name="contract">Code, or null for the contract of orders that name none (where there is no such order, the first contract).</param>
    /// <exception cref="RuleViolation">The warehouse is not loaded, the month has not begun, or nothing is known of the contract.</exception>
    public async Task<MonthCard> ReadOpenAsync(DateOnly month, string? contract, CancellationToken ct) => (await ReadOpenAsync([month], contract, ct))[0];

    /// <summary>Several months, each indicator asked once for all of them.</summary>
    /// <param name="months">First days, in order.</param>
    /// <inheritdoc cref="ReadOpenAsync(DateOnly, string?, CancellationToken)"/>
    public async Task<IReadOnlyList<MonthCard>> ReadOpenAsync(IReadOnlyList<DateOnly> months, string? contract, CancellationToken ct)
    {
        var (asOf, run, contracts) = await StandAsync(ct);
        var today = company.LocalDay(asOf);
        if (months[^1] > today) throw new RuleViolation("Scorecard.NotBegun", months[^1].ToString("yyyy-MM"));
        var code = contract ?? DefaultOf(contracts);
        if (contract is not null && contract != BrandContracts.Default && !contracts.Contains(contract)) throw new RuleViolation("Indicators.Refused.Member", "contract", contract);
        var explained = await ExplainedAsync(ct);
        Dictionary<string, IReadOnlyList<Judgement>> judged = [];
        foreach (var indicator in Clause.All.SelectMany(c => c.Indicators).Distinct().Select(Indicator.Of).OfType<Indicator>())
            judged[indicator.Code] = await JudgeAsync(indicator, months, contracts.Contains(code) ? code : null, explained, ct);
        return [.. months.Select((month, i) => new MonthCard(month, code, asOf, run, month.AddMonths(1) <= today, [.. Clause.All.Select(c => new ClauseLine(c, [.. c.Indicators.Where(judged.ContainsKey).Select(j => judged[j][i])]))]))];
    }

    /// <summary>The contract that is meant where none is named: that of orders which name none, else the first there is.</summary>
    static string DefaultOf(List<string> contracts) => contracts.Contains(BrandContracts.Default) || contracts.Count == 0 ? BrandContracts.Default : contracts[0];

    /// <summary>Signals by the month that somebody has explained.</summary>
    async Task<HashSet<SignalPlace>> ExplainedAsync(CancellationToken ct) =>
        (await db.Set<Signal>().AsNoTracking().Where(s => s.ExplainedAt != null && s.Dimension == "" && s.Grain == Grain.Month.Code).ToListAsync(ct)).ConvertAll(s => s.Place).ToHashSet();

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

    async Task<IReadOnlyList<Judgement>> JudgeAsync(Indicator indicator, IReadOnlyList<DateOnly> months, string? contract, HashSet<SignalPlace> explained, CancellationToken ct)
    {
        var last = QuestionOf(indicator, months[^1], contract);
        Answer answer;
        try
        {
            answer = await reader.ReadAsync(last with { From = months[0].AddMonths(1 - TrendMonths) }, ct);
        }
        catch (RuleViolation refused) when (refused.Key == "Indicators.Refused.Member") // nothing of that kind has been recorded yet
        {
            return [.. months.Select(m => new Judgement(QuestionOf(indicator, m, contract), Number.None(indicator), indicator.Target, ClauseState.NoCase, [], new double?[TrendMonths], true))];
        }
        var readings = answer.Series[0].Readings;
        List<Judgement> judged = [];
        foreach (var month in months) judged.Add(await JudgeAsync(QuestionOf(indicator, month, contract), readings, answer.AsOf, explained, ct));
        return judged;
    }

    async Task<Judgement> JudgeAsync(Question month, IReadOnlyList<Reading> series, DateTime asOf, HashSet<SignalPlace> explained, CancellationToken ct)
    {
        var at = series.Index().Last(r => r.Item.Period.To <= month.To).Index;
        var reading = series[at];
        var target = targets.For(month);
        var missed = reading.Number.Value is { } value && target is { } aim && !Judgement.Meets(month.Indicator, value, aim);
        var interval = missed ? await readings.IntervalAsync(month, reading.Number, asOf, ct) : (null, null); // only a missed target asks how far chance reaches
        var open = reading.Signals.Any(rule => !IsExplained(month.Indicator, series, at, rule, explained));
        var state = Judgement.StateOf(month.Indicator, reading.Number, target, interval, open);
        return new Judgement(month, reading.Number, target, state, reading.Signals, [.. series.Take(at + 1).TakeLast(TrendMonths).Select(r => r.Number.Value)], reading.Complete);
    }

    /// <summary>A signal is explained with its own period, or with an earlier one of the run that it goes on.</summary>
    static bool IsExplained(Indicator indicator, IReadOnlyList<Reading> series, int at, string rule, HashSet<SignalPlace> explained)
    {
        for (var i = at; i >= 0 && series[i].Signals.Contains(rule); i--)
        {
            if (explained.Contains(new SignalPlace(indicator.Code, Grain.Month.Code, series[i].Period.Name, rule))) return true;
            if (!Rule.IsRun(rule)) return false;
        }
        return false;
    }
}
