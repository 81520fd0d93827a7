using AfterSales.Kernel;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Signals;

/// <summary>Why a number stands where it stands: the members that account for the shift, and the rows behind.</summary>
internal sealed class ExplainShift(IndicatorReader reader, RowsBehind rows, IPolicies policies, TimeProvider time)
{
    const int MostNamed = 6, MostRows = 50;
    /// <param name="period">The question of one period, perhaps of one member.</param>
    /// <param name="center">Where the number usually stands, in its own unit; null where nobody knows yet.</param>
    public async Task<ShiftExplained> OfAsync(Question period, double? center, bool isWorse, CancellationToken ct)
    {
        var part = PartOf(period.Indicator, isWorse);
        var ranked = center is { } c ? await RankAsync(period, c, ct) : [];
        var floor = policies.At<MonitoringPolicy>(time.Now()).Value.NamedFrom;
        List<SignalSlice> named = [.. ranked.Where(r => r.Member != Dimension.Unknown && r.Beyond >= floor && (r.Z is not { } z || Contributions.IsSure(z, ranked.Count))).Take(MostNamed).Select(r => new SignalSlice(r.Dimension, r.Member, Kept.Of(r.Value * Scale(period.Indicator)), r.N, Kept.Of(r.Explained), Kept.Of(r.Weight)))];
        List<string> numbers = [];
        if (named.Count > 0) numbers.AddRange(await NumbersAsync(period with { Where = [.. period.Where, new Filter(period.Indicator.Source.SliceOf(named[0].Dimension)!, named[0].Code)] }, part, ct));
        if (numbers.Count < MostRows) numbers.AddRange(await NumbersAsync(period, part, ct));
        return new ShiftExplained(named, [.. numbers.Distinct().Take(MostRows)], ExplorerLinks.Rows(period, part));
    }

    /// <summary>All members of all dimensions, those that explain the most beyond their size first. A median is judged by the share of rows above the centre.</summary>
    public async Task<IReadOnlyList<Contribution>> RankAsync(Question period, double center, CancellationToken ct) =>
        period.Indicator is IndexIndicator or { Unit: Unit.Count } ? [] // neither is a quotient that members add up to
        : Contributions.Rank(await reader.PiecesAsync(period, center, ct), period.Indicator is MedianIndicator ? 0.5 : center / Scale(period.Indicator));

    static double Scale(Indicator indicator) => indicator is RatioIndicator ? indicator.Scale : 1;

    /// <summary>Rows that made the number worse; for a signal for the better, and where rows carry amounts, all that were counted.</summary>
    static Part PartOf(Indicator indicator, bool isWorse) => !isWorse || indicator.Amount is not null || indicator is RatioIndicator ? Part.Counted : indicator.Good == Direction.Up ? Part.Misses : Part.Hits;

    async Task<IEnumerable<string>> NumbersAsync(Question question, Part part, CancellationToken ct) =>
        (await rows.ReadAsync(question, part, MostRows, 0, ct)).Rows.Select(r => r.Shown[0]?.ToString() ?? "").Where(n => n.Length > 0);
}
