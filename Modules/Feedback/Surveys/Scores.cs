namespace AfterSales.Feedback.Surveys;

/// <summary>A number from answers with its 95 % interval.</summary>
/// <param name="Value">A share from 0 to 1, or points from -100 to 100; null without answers.</param>
/// <param name="N">Answers.</param>
internal sealed record Score(double? Value, double? Lower, double? Upper, int N);

/// <summary>
/// Satisfaction (share of 4 and 5), recommendation (share of 9 and 10 minus share of 0 to 6, in points), effort (share of 5 to 7), and how sure the
/// numbers are: Wilson's interval for a share, the normal interval of a difference of shares for points.
/// </summary>
internal static class Scores
{
    /// <summary>Normal quantile of a two-sided 95 % interval.</summary>
    const double Z = 1.959963984540054;

    public static Score Csat(IEnumerable<int> ratings) => Share(ratings, r => r >= 4);

    public static Score Ces(IEnumerable<int> efforts) => Share(efforts, e => e >= 5);

    public static Score Nps(IEnumerable<int> recommendations)
    {
        var (promoters, detractors, n) = (0, 0, 0);
        foreach (var answer in recommendations)
        {
            n++;
            if (answer >= 9) promoters++;
            else if (answer <= 6) detractors++;
        }
        if (n == 0) return new Score(null, null, null, 0);
        double p = (double)promoters / n, d = (double)detractors / n, nps = p - d;
        var half = Z * Math.Sqrt((p + d - (nps * nps)) / n);
        return new Score(100 * nps, 100 * Math.Max(-1, nps - half), 100 * Math.Min(1, nps + half), n);
    }

    public static Score Share(IEnumerable<int> answers, Func<int, bool> hit)
    {
        var (hits, n) = (0, 0);
        foreach (var answer in answers)
        {
            n++;
            if (hit(answer)) hits++;
        }
        return Wilson(hits, n);
    }

    /// <summary>Wilson's score interval of a share.</summary>
    public static Score Wilson(int hits, int n)
    {
        if (n == 0) return new Score(null, null, null, 0);
        double p = (double)hits / n, z2 = Z * Z, below = 1 + (z2 / n), centre = (p + (z2 / (2 * n))) / below;
        var half = Z / below * Math.Sqrt((p * (1 - p) / n) + (z2 / (4.0 * n * n)));
        return new Score(p, Math.Max(0, centre - half), Math.Min(1, centre + half), n);
    }
}
