using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Scorecard;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Numbers for other modules.</summary>
internal sealed class IndicatorReadings(IndicatorReader reader, Targets targets, IWarehouse warehouse, ICompany company) : IIndicatorReadings
{
    const double Z = 1.959964;

    public IReadOnlyList<string> Codes { get; } = [.. Indicator.All.Select(i => i.Code)];

    public async Task<IndicatorReading> ReadAsync(string indicator, DateOnly from, DateOnly to, IReadOnlyDictionary<string, string>? where, CancellationToken ct)
    {
        var question = Asked(indicator, from, to, null, where);
        var answer = await reader.ReadAsync(question, ct);
        return Reading(question, answer.Total, answer.AsOf, answer.Run, await IntervalAsync(question, answer.Total, answer.AsOf, ct));
    }

    public async Task<IReadOnlyDictionary<string, IndicatorReading>> ByMemberAsync(string indicator, DateOnly from, DateOnly to, string dimension, CancellationToken ct)
    {
        var question = Asked(indicator, from, to, dimension, null);
        var (at, numbers) = await reader.MembersAsync(question, ct);
        return numbers.ToDictionary(n => n.Key, n => Reading(question with { Slice = null, Where = [new Filter(question.Slice!, n.Key)] }, n.Value, at.Instant, at.Run, IntervalOf(question.Indicator, n.Value)));
    }

    static Question Asked(string indicator, DateOnly from, DateOnly to, string? slice, IReadOnlyDictionary<string, string>? where) =>
        Question.Parse(indicator, from.ToString("yyyy-MM-dd"), to.ToString("yyyy-MM-dd"), Grain.Month.Code, slice, (where ?? new Dictionary<string, string>()).Select(w => $"{w.Key}={w.Value}"));

    IndicatorReading Reading(Question question, Number number, DateTime asOf, long run, (double? Lower, double? Upper) interval) => new(question.Indicator.Code, number.Value, number.Numerator, number.Denominator, number.Excluded, interval.Lower, interval.Upper,
        targets.ForSpan(question), question.Indicator.Good == Direction.Up, company.LocalDay(asOf).DayNumber > question.To.DayNumber + question.Indicator.SettlesAfterDays, run, asOf, Dashboards.ExplorerLinks.Rows(question, Part.Counted)) { IsShare = question.Indicator is ShareIndicator };

    /// <summary>Wilson's 95 % interval of a share.</summary>
    internal static (double? Lower, double? Upper) Wilson(double hits, double n)
    {
        if (n == 0) return (null, null);
        double p = hits / n, z2 = Z * Z / n;
        var (middle, half) = ((p + z2 / 2) / (1 + z2), Z * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>95 % interval of a number over the question's span; null where none is known: a ratio of two measured amounts, a count.</summary>
    public async Task<(double? Lower, double? Upper)> IntervalAsync(Question question, Number number, DateTime asOf, CancellationToken ct) => question.Indicator switch
    {
        MedianIndicator median => await OfMedianAsync(question, median, number, asOf, ct),
        RatioIndicator { Denominator: "1", Chart: not ChartKind.U } mean => await OfMeanAsync(question, mean, number, asOf, ct),
        _ => IntervalOf(question.Indicator, number),
    };

    /// <summary>The interval of a number that tells it by itself: a share or a rate.</summary>
    static (double? Lower, double? Upper) IntervalOf(Indicator indicator, Number number) => indicator switch
    {
        RatioIndicator { Chart: ChartKind.U } => Poisson(number),
        RatioIndicator { Unit: Unit.Share, Chart: ChartKind.P } => Wilson(number.Numerator ?? 0, number.Denominator),
        RatioIndicator or MedianIndicator or IndexIndicator or { Unit: Unit.Count } => (null, null),
        _ => Wilson(number.Numerator ?? 0, number.Denominator),
    };

    /// <summary>Byar's approximation of the exact 95 % limits of a count (Breslow and Day 1987, formula 2.13), per unit.</summary>
    internal static (double? Lower, double? Upper) Poisson(Number rate)
    {
        if (rate.Denominator == 0) return (null, null);
        double events = rate.Numerator!.Value, more = events + 1;
        var lower = events == 0 ? 0 : events * Math.Pow(1 - 1 / (9 * events) - Z / (3 * Math.Sqrt(events)), 3);
        return (lower / rate.Denominator, more * Math.Pow(1 - 1 / (9 * more) + Z / (3 * Math.Sqrt(more)), 3) / rate.Denominator);
    }

    /// <summary>Normal 95 % interval of a mean; for a difference of shares it is the usual one, with variance (p + q - (p - q)²) / n.</summary>
    async Task<(double? Lower, double? Upper)> OfMeanAsync(Question question, RatioIndicator indicator, Number mean, DateTime asOf, CancellationToken ct)
    {
        if (mean is not { Denominator: > 0 and var n, Numerator: { } sum }) return (null, null);
        var bind = new Binding(asOf, company.LocalDay(asOf));
        var squares = await warehouse.ReadAsync(connection => connection.Rows(IndicatorSql.Squares(question, indicator, bind), bind.Values, r => r.GetDouble(0)).Single(), ct);
        var half = Z * Math.Sqrt(Math.Max(0, squares / n - sum / n * (sum / n)) / n);
        return (indicator.Scale * (sum / n - half), indicator.Scale * (sum / n + half));
    }

    /// <summary>95 % interval of a median: the values whose ranks are 1.96 standard errors of a sign test away from the middle.</summary>
    async Task<(double? Lower, double? Upper)> OfMedianAsync(Question question, MedianIndicator median, Number number, DateTime asOf, CancellationToken ct)
    {
        if (number.Denominator == 0) return (null, null);
        var half = Z / 2 / Math.Sqrt(number.Denominator);
        return await warehouse.ReadAsync(connection =>
        {
            var bind = new Binding(asOf, company.LocalDay(asOf));
            var sql = IndicatorSql.Percentiles(question, median, bind, Math.Max(0, 0.5 - half), Math.Min(1, 0.5 + half));
            return connection.Rows(sql, bind.Values, r => (r.Real(0), r.Real(1))).Single();
        }, ct);
    }
}
