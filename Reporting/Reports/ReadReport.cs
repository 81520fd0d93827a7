using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scoreboards;
using AfterSales.Reporting.Scorecard;
using AfterSales.Reporting.Signals;
using AfterSales.Reporting.Warehouse;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Reports;

/// <summary>A control chart of the report.</summary>
internal sealed record ReportChart(Indicator Indicator, Series Series, double? Target);

/// <summary>Where the misses of a number lie.</summary>
internal sealed record ReportPareto(Judgement Judged, string Dimension, IReadOnlyList<(string Member, double Misses, double N)> Members);

/// <summary>All that a report tells, read from one state of the warehouse as far as the months are not signed.</summary>
/// <param name="Cards">The months of the span, in order; those of a year that have begun.</param>
/// <param name="Before">The month before the span, where there is one.</param>
internal sealed record ReportData(ReportSpan Span, DateOnly From, DateOnly To, string Company, DateTime MadeAt, IReadOnlyList<MonthCard> Cards, MonthCard? Before, IReadOnlyList<Signal> Signals,
    IReadOnlyList<ReportChart> Charts, IReadOnlyList<ReportPareto> Paretos, Scoreboard Teams, IReadOnlyList<Restatement> Restatements)
{
    /// <summary>The month that the report judges by: the last one.</summary>
    public MonthCard Card => Cards[^1];

    /// <summary><c>2026-10</c> or <c>2026</c>.</summary>
    public string Name => Span == ReportSpan.Month ? From.ToString("yyyy-MM", CultureInfo.InvariantCulture) : From.ToString("yyyy", CultureInfo.InvariantCulture);

    public IEnumerable<ClauseLine> Lines(ClauseState state) => Card.Clauses.Where(c => c.State == state);

    /// <summary>Clauses that are broken now and were not a month ago, and the other way round.</summary>
    public (IReadOnlyList<ClauseLine> Worse, IReadOnlyList<ClauseLine> Better) Moved
    {
        get
        {
            var then = (Cards.Count > 1 ? Cards[^2] : Before)?.Clauses.ToDictionary(c => c.Clause.Number, c => c.State);
            if (then is null) return ([], []);
            return ([.. Card.Clauses.Where(c => c.State == ClauseState.Broken && then[c.Clause.Number] != ClauseState.Broken)],
                [.. Card.Clauses.Where(c => c.State == ClauseState.Kept && then[c.Clause.Number] == ClauseState.Broken)]);
        }
    }
}

/// <summary>Reads what a monthly or yearly report tells.</summary>
internal sealed class ReadReport(ReadScorecard scorecard, IndicatorReader reader, ExplainShift explain, ReadScoreboard scoreboard, CloseMonth close, Targets targets, ReportingDbContext db, ICompany company, TimeProvider time)
{
    const int TrendMonths = 24, MostParetos = 3, MostMembers = 10;

    static readonly string[] Charted = ["response_on_time_rate", "handling_on_time_rate", "first_time_fix_rate", "csat_top2", "complaint_rate", "on_time_arrival_rate"];

    /// <exception cref="RuleViolation">The warehouse is not loaded, or the span has not begun.</exception>
    public async Task<ReportData> MonthAsync(DateOnly month, string? contract, CancellationToken ct)
    {
        var cards = await scorecard.ReadSeveralAsync([month.AddMonths(-1), month], contract, ct);
        return await AsDataAsync(ReportSpan.Month, month, month.AddMonths(1).AddDays(-1), [cards[1]], cards[0], ct);
    }

    /// <inheritdoc cref="MonthAsync"/>
    public async Task<ReportData> YearAsync(int year, string? contract, CancellationToken ct)
    {
        var asOf = await reader.AsOfAsync(ct) ?? throw new RuleViolation("Warehouse.NotLoaded");
        var first = new DateOnly(year, 1, 1);
        List<DateOnly> months = [.. Enumerable.Range(0, 12).Select(i => first.AddMonths(i)).Where(m => m <= company.LocalDay(asOf))];
        if (months.Count == 0) throw new RuleViolation("Scorecard.NotBegun", year);
        var cards = await scorecard.ReadSeveralAsync([first.AddMonths(-1), .. months], contract, ct);
        return await AsDataAsync(ReportSpan.Year, first, months[^1].AddMonths(1).AddDays(-1), [.. cards.Skip(1)], cards[0], ct);
    }

    async Task<ReportData> AsDataAsync(ReportSpan span, DateOnly from, DateOnly to, IReadOnlyList<MonthCard> cards, MonthCard before, CancellationToken ct)
    {
        var card = cards[^1];
        var signals = await db.Set<Signal>().AsNoTracking().Where(s => s.To >= from && s.To <= to).OrderByDescending(s => s.IsWorse).ThenBy(s => s.Indicator).ThenBy(s => s.To).ToListAsync(ct);
        List<ReportChart> charts = [];
        foreach (var indicator in Charted.Select(Indicator.Of).OfType<Indicator>())
        {
            var question = new Question(indicator, from.AddMonths(1 - TrendMonths), to, Grain.Month, null, []);
            if ((await reader.ReadAsync(question, ct)).Series[0] is var series && series.Readings.Any(r => r.Number.Value is not null)) charts.Add(new ReportChart(indicator, series, targets.For(question)));
        }
        return new ReportData(span, from, to, company.Name, time.Now(), cards, before, signals, charts, await ParetosAsync(card, from, to, ct), await scoreboard.ReadAsync("team", from, to, null, ct),
            span == ReportSpan.Month ? await close.RestatementsAsync(card, ct) : []);
    }

    /// <summary>The shares that miss their target by the most rows, each by the dimension whose members differ the most.</summary>
    async Task<IReadOnlyList<ReportPareto>> ParetosAsync(MonthCard card, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<ReportPareto> paretos = [];
        foreach (var judged in card.Judgements.Where(j => j.State is ClauseState.Broken or ClauseState.Watch && j.Indicator is ShareIndicator && j.Target is not null && j.Number.Value is not null)
                     .OrderByDescending(j => Math.Abs(j.Number.Value!.Value - j.Target!.Value) * j.Number.Denominator))
        {
            if (paretos.Count == MostParetos) break;
            var question = judged.Month with { From = from, To = to };
            var ranked = await explain.RankAsync(question, judged.Target!.Value, ct);
            if (ranked.FirstOrDefault(r => r.Member != Dimension.Unknown && r.Dimension is "team" or "fault" or "product" or "region" or "channel") is not { } first) continue;
            var members = (await reader.MembersAsync(question with { Slice = question.Indicator.Source.SliceOf(first.Dimension) }, ct)).Numbers
                .Select(m => (m.Key, Misses: judged.Indicator.Good == Direction.Up ? m.Value.Denominator - (m.Value.Numerator ?? 0) : m.Value.Numerator ?? 0, m.Value.Denominator))
                .Where(m => m.Misses > 0).OrderByDescending(m => m.Misses).Take(MostMembers).ToList();
            if (members.Count > 0) paretos.Add(new ReportPareto(judged, first.Dimension, members));
        }
        return paretos;
    }
}
