using AfterSales.Kernel;
using AfterSales.Reporting.Indicators;

namespace AfterSales.Reporting.Dashboards;

/// <summary>One span held against another.</summary>
internal sealed record Comparison(Question Other, Number Now, Number Then)
{
    /// <summary>Two-sided 5 % of the normal law.</summary>
    const double Sure = 1.959964;

    /// <summary>With what a question can be compared: the span before, of the same length, or the same days a year ago.</summary>
    public static readonly IReadOnlyList<string> Ways = ["before", "year"];

    /// <exception cref="RuleViolation">It is no way to compare.</exception>
    public static Question? OtherOf(Question question, string? way) => way switch
    {
        null or "" => null,
        "before" => question with { From = question.From.AddDays(question.From.DayNumber - question.To.DayNumber - 1), To = question.From.AddDays(-1) },
        "year" => question with { From = question.From.AddYears(-1), To = question.To.AddYears(-1) },
        _ => throw new RuleViolation(Question.Usage + "Compare", way, string.Join(" ", Ways)),
    };

    public double? Difference => Now.Value - Then.Value;

    /// <summary>Whether a difference of two shares is more than chance, by the two-proportion z test; null where it is no share or there is too little.</summary>
    public bool? IsReal => Now is { Numerator: { } a, Denominator: > 0 and var n } && Then is { Numerator: { } b, Denominator: > 0 and var m } && Other.Indicator is ShareIndicator ? IsBeyondChance(a, n, b, m) : null;

    /// <summary>z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2)) with the pooled share p.</summary>
    internal static bool? IsBeyondChance(double hits, double n, double otherHits, double otherN)
    {
        var pooled = (hits + otherHits) / (n + otherN);
        var spread = Math.Sqrt(pooled * (1 - pooled) * ((1 / n) + (1 / otherN)));
        return spread == 0 ? null : Math.Abs((hits / n) - (otherHits / otherN)) / spread > Sure;
    }
}
