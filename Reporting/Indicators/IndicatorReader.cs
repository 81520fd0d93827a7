using System.Data.Common;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Signals;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>
/// Answers questions from the warehouse. Limits and signals always come from the whole history of a series, so a period looks the same
/// whatever span was asked.
/// </summary>
internal sealed class IndicatorReader(IWarehouse warehouse, ICompany company, AnswerMemory memory, Baselines baselines)
{
    /// <exception cref="RuleViolation">The warehouse is not loaded, or a filter names a member that does not exist.</exception>
    public async Task<Answer> ReadAsync(Question question, CancellationToken ct)
    {
        var frozen = question is { Slice: null, Where.Count: 0 } ? await baselines.NewestAsync(question.Indicator, question.Grain, ct) : null;
        var charting = new Charting(frozen, await baselines.OptionsAsync(question.Indicator, ct));
        return await warehouse.ReadAsync(connection => Answer(new Asking(connection, memory, question, AsOf(connection, question)), charting), ct);
    }

    /// <summary>What members of a dimension (of all dimensions, one after the other) add to a number over the question's span. A median is told as a share: rows above the centre.</summary>
    /// <param name="center">Where the number usually stands.</param>
    public Task<IReadOnlyList<Piece>> PiecesAsync(Question question, double center, CancellationToken ct) => warehouse.ReadAsync<IReadOnlyList<Piece>>(connection =>
    {
        var at = AsOf(connection, question);
        return [.. question.Indicator.Source.Slices.Where(s => question.Where.All(w => w.Slice.Code != s.Code)).SelectMany(s => new Asking(connection, memory, question with { Slice = s }, at).Pieces(center))];
    }, ct);

    /// <summary>Numbers of the members of the question's slice over its whole span, and when the data is of.</summary>
    public Task<(Moment At, Dictionary<string, Number> Numbers)> MembersAsync(Question question, CancellationToken ct) => warehouse.ReadAsync(connection =>
    {
        var at = AsOf(connection, question);
        return (at, new Asking(connection, memory, question, at).Numbers(periods: false, sliced: true).Where(c => c.Slice is not null).ToDictionary(c => c.Slice!, c => c.Number));
    }, ct);

    /// <summary>How the values behind a number are spread; empty where rows carry none.</summary>
    public Task<IReadOnlyList<Bin>> SpreadAsync(Question question, CancellationToken ct) => warehouse.ReadAsync(connection => Distribution.Read(connection, question, AsOf(connection, question)), ct);

    /// <summary>Instant of the data, for who builds a default question; null before the first load.</summary>
    public async Task<DateTime?> AsOfAsync(CancellationToken ct) => warehouse.IsUsable ? (await warehouse.ReadAsync(Ledger.AsOf, ct)).Instant : null;

    Moment AsOf(DbConnection connection, Question question)
    {
        var data = Ledger.AsOf(connection);
        if (data.Instant is not { } instant) throw new RuleViolation("Warehouse.NotLoaded");
        foreach (var filter in question.Where)
            if (connection.Scalar<long>($"SELECT CAST(count(*) AS bigint) FROM ({filter.Slice.Members}) m WHERE m.code = $1", filter.Code) == 0)
                throw new RuleViolation("Indicators.Refused.Member", filter.Slice.Code, filter.Code);
        return new Moment(instant, company.LocalDay(instant), data.Run);
    }

    static Answer Answer(Asking asking, Charting charting)
    {
        var question = asking.Question;
        var cells = asking.Numbers(periods: true, sliced: true);
        IEnumerable<string?> members = question.Slice is null ? [null] : cells.Where(c => c.FirstDay <= question.To).Select(c => c.Slice).Distinct().OrderBy(s => s, StringComparer.Ordinal);
        var totals = TotalsBySlice(asking, cells);
        var byMember = cells.ToLookup(c => c.Slice);
        var series = members.Where(m => m is null || totals.ContainsKey(m)).Select(m => SeriesOf(asking, m, byMember[m], totals, charting)).ToList();
        return new Answer(question, asking.At.Instant, asking.At.Run, series, question.Slice is null ? totals.GetValueOrDefault("", Number.None(question.Indicator)) : Total(asking, totals));
    }

    /// <summary>Totals over the span: sums add up from their periods, medians, indexes and averages have to be asked for, of period ends the last that has a number counts.</summary>
    static Dictionary<string, Number> TotalsBySlice(Asking asking, IReadOnlyList<Cell> cells)
    {
        var indicator = asking.Question.Indicator;
        if (indicator is MedianIndicator or IndexIndicator or RatioIndicator { IsPerAverage: true })
            return asking.Numbers(periods: false, sliced: true).Where(c => c.Number.Denominator + c.Number.Excluded > 0).ToDictionary(c => c.Slice ?? "", c => c.Number);
        var (first, last) = (asking.Question.Grain.KeyOf(asking.Question.From), asking.Question.Grain.KeyOf(asking.Question.To));
        return cells.Where(c => c.Period >= first && c.Period <= last).GroupBy(c => c.Slice ?? "").ToDictionary(g => g.Key, g => Total(indicator, g));
    }

    static Number Total(Asking asking, Dictionary<string, Number> bySlice)
    {
        var indicator = asking.Question.Indicator;
        return indicator is RatioIndicator { IsPerAverage: false } or ShareIndicator ? Sum(indicator, bySlice.Values)
            : indicator is PeriodEndIndicator ? TotalsBySlice(asking, asking.Numbers(periods: true, sliced: false)).GetValueOrDefault("", Number.None(indicator))
            : asking.Numbers(periods: false, sliced: false).Select(c => c.Number).SingleOrDefault(Number.None(indicator));
    }

    static Number Total(Indicator indicator, IEnumerable<Cell> cells) => indicator is PeriodEndIndicator
        ? cells.OrderBy(c => c.Period).Select(c => c.Number).LastOrDefault(n => n.Value is not null, Number.None(indicator))
        : Sum(indicator, cells.Select(c => c.Number));

    static Number Sum(Indicator indicator, IEnumerable<Number> numbers)
    {
        (double above, double below, long excluded) = (0, 0, 0);
        foreach (var number in numbers) (above, below, excluded) = (above + number.Numerator!.Value, below + number.Denominator, excluded + number.Excluded);
        return Number.Ratio(Kept.Sum(above), Kept.Sum(below), excluded, indicator.Scale);
    }

    static Series SeriesOf(Asking asking, string? member, IEnumerable<Cell> cells, Dictionary<string, Number> totals, Charting charting)
    {
        var (frozen, options) = charting;
        var (question, today) = (asking.Question, asking.At.Today);
        var mine = cells.ToDictionary(c => c.Period);
        var start = mine.Values.Select(c => c.FirstDay).Append(question.From).Min();
        var periods = question.Grain.Periods(question.Grain.FirstDayOf(start), question.Grain.LastDayOf(question.To > today ? question.To : today))
            .Select(p => CutTo(p, question)).ToList();
        var numbers = periods.ConvertAll(p => p.From <= today && mine.TryGetValue(p.Key, out var cell) ? cell.Number : Number.None(question.Indicator));
        var unit = question.Indicator.Chart == ChartKind.U ? question.Indicator.Scale : 1; // a rate per hundred has hundreds as its area of opportunity
        var points = periods.Zip(numbers, (p, n) => new Point(n.Value, n.Denominator / unit, IsComplete(p, question.Indicator, today))).ToList();
        var baseline = frozen?.Over(question.Indicator.Chart, periods, points) ?? ControlChart.BaselineOf(question.Indicator.Chart, points);
        var charted = ControlChart.Chart(question.Indicator.Chart, points, baseline, question.Indicator.Target == 1, options, isStock: question.Indicator is PeriodEndIndicator);
        var readings = periods.Select((p, i) => new Reading(p, member, numbers[i], points[i].Complete, charted[i].Limits, charted[i].Signals))
            .Where(r => r.Period.From >= question.From && r.Period.To <= question.To).ToList();
        var sigmaZ = question.Indicator.Chart == ChartKind.P && baseline is { } b ? b.SigmaZ ?? ControlChart.SigmaZ(points, b.Center) : null;
        return new Series(member, readings, totals.GetValueOrDefault(member ?? "", Number.None(question.Indicator)), baseline, frozen is not null, sigmaZ, options);
    }

    static bool IsComplete(Period period, Indicator indicator, DateOnly today) => today.DayNumber > period.To.DayNumber + indicator.SettlesAfterDays;

    /// <summary>Periods that reach over an end of the span are cut to it.</summary>
    static Period CutTo(Period period, Question question) => period with
    {
        From = period.From < question.From && period.To >= question.From ? question.From : period.From,
        To = period.To > question.To && period.From <= question.To ? question.To : period.To,
    };
}

/// <summary>What charts stand on: the kept baseline of the whole, and what was switched on.</summary>
internal readonly record struct Charting(FrozenBaseline? Frozen, ChartOptions Options);

/// <summary>When the data is of.</summary>
/// <param name="Instant">UTC.</param>
/// <param name="Today">Its local day.</param>
internal sealed record Moment(DateTime Instant, DateOnly Today, long Run);

/// <summary>One row of numbers.</summary>
internal sealed record Cell(int Period, string? Slice, DateOnly FirstDay, Number Number);

/// <summary>A question being asked of one state of the warehouse.</summary>
internal sealed record Asking(DbConnection Connection, AnswerMemory Memory, Question Question, Moment At)
{
    public IReadOnlyList<Cell> Numbers(bool periods, bool sliced)
    {
        var bind = new Binding(At.Instant, At.Today);
        var sql = IndicatorSql.Numbers(Question, bind, periods, sliced);
        return Memory.Of(DataKey.Of(At.Run, sql, bind.Values), () => Connection.Rows(sql, bind.Values, Read).Where(c => c is not null).Select(c => c!).ToList());
    }

    /// <summary>Members of the question's slice with what each has above and below the line, the whole span as one.</summary>
    public IEnumerable<Piece> Pieces(double center)
    {
        var slice = Question.Slice!.Code;
        if (Question.Indicator is not MedianIndicator median)
            return Numbers(periods: false, sliced: true).Where(c => c.Number.Numerator is not null).Select(c => new Piece(slice, c.Slice ?? Dimension.Unknown, c.Number.Numerator!.Value, c.Number.Denominator));
        var bind = new Binding(At.Instant, At.Today);
        var sql = IndicatorSql.Above(Question, median, bind, center);
        return Connection.Rows(sql, bind.Values, r => new Piece(slice, r.Text(0) ?? Dimension.Unknown, r.GetInt64(1), r.GetInt64(2)));
    }

    Cell? Read(DbDataReader row)
    {
        if (row.Day(2) is not { } first) return null; // the one row of an empty span
        var number = Question.Indicator switch
        {
            MedianIndicator or IndexIndicator => Number.Median(row.GetInt64(3), Kept.Of(row.Real(4)), row.Real(5), row.GetInt64(6)),
            RatioIndicator ratio => Number.Ratio(Kept.Sum(row.GetDouble(3)), Kept.Sum(row.GetDouble(4)), row.GetInt64(5), ratio.Scale),
            PeriodEndIndicator { Unit: Unit.Count } => Number.Count(row.GetInt64(3), row.GetInt64(5)),
            _ => Number.Ratio(row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
        };
        return new Cell(row.GetInt32(0), row.Text(1), first, number);
    }
}
