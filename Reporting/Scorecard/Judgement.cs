using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Indicators;

namespace AfterSales.Reporting.Scorecard;

/// <summary>How a clause stands in a month, worst first.</summary>
internal enum ClauseState
{
    /// <summary>Target missed.</summary>
    Broken,
    /// <summary>Target met with a signal nobody has explained, or missed inside the month's 95 % interval.</summary>
    Watch,
    /// <summary>Something fell due but was not recorded.</summary>
    NoData,
    /// <summary>Target met.</summary>
    Kept,
    /// <summary>Nothing fell due.</summary>
    NoCase,
    /// <summary>No measure exists.</summary>
    NotMeasured,
}

/// <summary>What one indicator says of a clause in a month.</summary>
/// <param name="Month">The question behind the number.</param>
/// <param name="Target">Null where none is set: the number is shown and judges nothing.</param>
/// <param name="Trend">Values of twelve months, this one last; null without data.</param>
/// <param name="Final">The month is over and its number settled.</param>
internal sealed record Judgement(Question Month, Number Number, double? Target, ClauseState State, IReadOnlyList<string> Signals, IReadOnlyList<double?> Trend, bool Final)
{
    public Indicator Indicator => Month.Indicator;

    /// <summary>Page of the rows that decide: those that broke the clause where it is not kept, otherwise all that were counted.</summary>
    public string Evidence => ExplorerLinks.Rows(Month, State is not (ClauseState.Broken or ClauseState.Watch) || Indicator.Amount is not null ? Part.Counted
        : Indicator.Good == Direction.Up ? Part.Misses : Part.Hits);

    public string Chart => ExplorerLinks.Explorer(Month with { From = Month.From.AddMonths(-23) });

    public Judgement AsSigned(ClosedNumber then) => this with { Number = then.Number with { P90 = Number.P90 }, Target = then.Target, State = then.State, Final = !then.Provisional, Trend = [.. Trend.SkipLast(1), then.Value] };

    /// <summary>The state of a month's number.</summary>
    /// <param name="interval">Its 95 % interval, where one is known.</param>
    public static ClauseState StateOf(Indicator indicator, Number number, double? target, (double? Lower, double? Upper) interval, bool unexplained) =>
        number.Value is not { } value ? number.Excluded > 0 ? ClauseState.NoData : ClauseState.NoCase
        : target is not { } aim ? ClauseState.NotMeasured
        : Meets(indicator, value, aim) ? unexplained ? ClauseState.Watch : ClauseState.Kept
        : (indicator.Good == Direction.Up ? interval.Upper >= aim : interval.Lower <= aim) ? ClauseState.Watch
        : ClauseState.Broken;

    public static bool Meets(Indicator indicator, double value, double target) => indicator.Good == Direction.Up ? value >= target : value <= target;
}

/// <param name="Judgements">One per indicator that the catalogue has; empty when none measures the clause.</param>
internal sealed record ClauseLine(Clause Clause, IReadOnlyList<Judgement> Judgements)
{
    /// <summary>The judgement that decides: the worst, of equals the one the clause names first.</summary>
    public Judgement? Worst => Judgements.MinBy(j => j.State);

    public ClauseState State => Worst?.State ?? ClauseState.NotMeasured;
}

/// <param name="Month">First day.</param>
/// <param name="Contract">Code.</param>
/// <param name="AsOf">Instant of the data, UTC.</param>
/// <param name="Over">The month has ended; until then everything is provisional.</param>
/// <param name="Closed">Who signed the month; its numbers are then those that were signed. Null while it is open.</param>
internal sealed record MonthCard(DateOnly Month, string Contract, DateTime AsOf, long Run, bool Over, IReadOnlyList<ClauseLine> Clauses, ClosedMonth? Closed = null)
{
    /// <summary>One judgement per indicator: a clause may share its indicator with another.</summary>
    public IEnumerable<Judgement> Judgements => Clauses.SelectMany(c => c.Judgements).DistinctBy(j => j.Indicator.Code);

    /// <summary>The card as it was signed. An indicator that came later keeps its present number.</summary>
    public MonthCard AsSigned(ClosedMonth closed)
    {
        var then = closed.Numbers.ToDictionary(n => n.Indicator);
        return this with { Closed = closed, Run = closed.Run, AsOf = closed.AsOf, Clauses = [.. Clauses.Select(c => c with { Judgements = [.. c.Judgements.Select(j => then.TryGetValue(j.Indicator.Code, out var n) ? j.AsSigned(n) : j)] })] };
    }

    public int Count(ClauseState state) => Clauses.Count(c => c.State == state);
}
