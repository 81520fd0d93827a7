using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Scoreboards;

/// <summary>One member (a team, a person) with its own numbers.</summary>
internal sealed record ScoreRow(string Member, IReadOnlyDictionary<string, Number> Numbers);

/// <param name="Indicators">Columns.</param>
/// <param name="Medians">Median of the members, by indicator: what is usual among them.</param>
/// <param name="Whole">All rows together.</param>
internal sealed record Scoreboard(string Dimension, DateOnly From, DateOnly To, IReadOnlyList<Indicator> Indicators, IReadOnlyList<ScoreRow> Rows, IReadOnlyDictionary<string, double?> Medians,
    IReadOnlyDictionary<string, Number> Whole, IReadOnlyDictionary<string, double?> Targets)
{
    public Number? Of(ScoreRow row, Indicator indicator) => row.Numbers.TryGetValue(indicator.Code, out var number) ? number : null;

    /// <summary>Below the members' median, in the sense of good; null without a number.</summary>
    public bool? IsBelow(ScoreRow row, Indicator indicator) => Of(row, indicator)?.Value is { } value && Medians[indicator.Code] is { } median
        ? indicator.Good == Direction.Up ? value < median : value > median : null;
}

/// <summary>Teams and people side by side, each number with its n, beside the median of the members.</summary>
internal sealed class ReadScoreboard(IndicatorReader reader, Targets targets)
{
    /// <summary>What a team or a person is responsible for, in the order of the contract.</summary>
    static readonly string[] Codes =
    [
        "response_on_time_rate", "handling_on_time_rate", "on_time_arrival_rate", "first_time_fix_rate", "repeat_repair_rate", "factory_standard_pass_rate", "signed_invoice_rate", "csat_top2", "complaint_rate", "live_entry_rate",
    ];

    public static IReadOnlyList<Indicator> IndicatorsOf(string dimension) => [.. Codes.Select(Indicator.Of).OfType<Indicator>().Where(i => i.Source.SliceOf(dimension) is not null)];

    public async Task<Scoreboard> ReadAsync(string dimension, DateOnly from, DateOnly to, string? contract, CancellationToken ct)
    {
        var columns = IndicatorsOf(dimension);
        Dictionary<string, Dictionary<string, Number>> members = [];
        Dictionary<string, Number> whole = [];
        Dictionary<string, double?> aims = [];
        foreach (var indicator in columns)
        {
            var question = new Question(indicator, from, to, Grain.Month, null, contract is not null && indicator.Source.SliceOf("contract") is { } c ? [new Filter(c, contract)] : []);
            whole[indicator.Code] = (await reader.ReadAsync(question, ct)).Total;
            aims[indicator.Code] = targets.ForSpan(question);
            members[indicator.Code] = (await reader.MembersAsync(question with { Slice = indicator.Source.SliceOf(dimension) }, ct)).Numbers;
        }
        var rows = members.Values.SelectMany(m => m.Keys).Distinct().Where(m => m != Dimension.Unknown).Order(StringComparer.Ordinal)
            .Select(m => new ScoreRow(m, members.Where(i => i.Value.ContainsKey(m)).ToDictionary(i => i.Key, i => i.Value[m]))).Where(r => r.Numbers.Values.Any(n => n.Value is not null)).ToList();
        return new Scoreboard(dimension, from, to, columns, rows, columns.ToDictionary(i => i.Code, i => Median(rows.Select(r => r.Numbers.TryGetValue(i.Code, out var n) ? n.Value : null))), whole, aims);
    }

    internal static double? Median(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
