using MathNet.Numerics.Distributions;

namespace AfterSales.Risk.Actions;

internal enum EffectMethod { TwoProportions, MannWhitney, Judgement }

internal enum EffectVerdict { Effective, NotEffective, TooFew }

/// <summary>What a test of effect said.</summary>
/// <param name="Before">Share, or median of the weeks, before; null without data.</param>
/// <param name="BeforeN">Rows of a share, weeks of anything else.</param>
/// <param name="Statistic">z of the two proportions, or U of the later weeks; null with too few numbers.</param>
/// <param name="P">Two-sided.</param>
internal sealed record EffectResult(EffectMethod Method, EffectVerdict Verdict, double? Before, double BeforeN, double? After, double AfterN, double? Statistic, double? P);

/// <summary>
/// Whether a number moved in the expected direction (clause 4.5): shares by the two-proportion z test with the pooled share, everything else by the
/// Mann-Whitney test over weekly values, exact without ties and up to fifty weeks a side. The tests are two-sided at the level that policy states, so of
/// actions that change nothing at most that share, and about half of it in the expected direction, is called effective.
/// </summary>
internal static class EffectTest
{
    /// <summary>Below this many expected hits or misses on a side the normal distribution says nothing.</summary>
    const int LeastExpected = 5;
    const int MostExact = 50;

    public static EffectResult TwoProportions(double hitsBefore, double before, double hitsAfter, double after, bool expectsMore, ActionPolicy policy)
    {
        double? p1 = before > 0 ? hitsBefore / before : null, p2 = after > 0 ? hitsAfter / after : null;
        var pooled = before + after > 0 ? (hitsBefore + hitsAfter) / (before + after) : 0;
        var fewest = Math.Min(before, after);
        if (fewest < policy.LeastRows || fewest * Math.Min(pooled, 1 - pooled) < LeastExpected) return new(EffectMethod.TwoProportions, EffectVerdict.TooFew, p1, before, p2, after, null, null);
        var z = Z(hitsBefore, before, hitsAfter, after);
        var p = 2 * Normal.CDF(0, 1, -Math.Abs(z));
        return new(EffectMethod.TwoProportions, Verdict(p, z > 0 == expectsMore, policy), p1, before, p2, after, z, p);
    }

    /// <summary>z of the difference after minus before.</summary>
    public static double Z(double hitsBefore, double before, double hitsAfter, double after)
    {
        var pooled = (hitsBefore + hitsAfter) / (before + after);
        return ((hitsAfter / after) - (hitsBefore / before)) / Math.Sqrt(pooled * (1 - pooled) * ((1 / before) + (1 / after)));
    }

    public static EffectResult MannWhitney(IReadOnlyList<double> before, IReadOnlyList<double> after, bool expectsMore, ActionPolicy policy)
    {
        double? m1 = Median(before), m2 = Median(after);
        if (Math.Min(before.Count, after.Count) < policy.LeastWeeks) return new(EffectMethod.MannWhitney, EffectVerdict.TooFew, m1, before.Count, m2, after.Count, null, null);
        var u = U(before, after);
        var p = TwoSided(before, after);
        return new(EffectMethod.MannWhitney, Verdict(p, u > before.Count * after.Count / 2.0 == expectsMore, policy), m1, before.Count, m2, after.Count, u, p);
    }

    static EffectVerdict Verdict(double p, bool asExpected, ActionPolicy policy) => asExpected && p <= policy.FalseEffective ? EffectVerdict.Effective : EffectVerdict.NotEffective;

    /// <summary>Pairs in which the later value is larger; ties count half.</summary>
    public static double U(IReadOnlyList<double> before, IReadOnlyList<double> after) => after.Sum(a => before.Sum(b => a > b ? 1 : a == b ? 0.5 : 0));

    /// <summary>Two-sided p: exact without ties, else by the normal distribution with correction for ties and continuity.</summary>
    public static double TwoSided(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        var (n, m) = (before.Count, after.Count);
        var ties = before.Concat(after).GroupBy(v => v).Select(g => (double)g.Count()).Where(t => t > 1).ToList();
        var u = U(before, after);
        if (ties.Count == 0 && Math.Max(n, m) <= MostExact) return Math.Min(1, 2 * AtMost((int)Math.Min(u, (n * m) - u), n, m));
        var all = (double)(n + m);
        var sigma = Math.Sqrt(n * m / 12.0 * (all + 1 - (ties.Sum(t => (t * t * t) - t) / (all * (all - 1)))));
        return sigma == 0 ? 1 : Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Max(0, Math.Abs(u - (n * m / 2.0)) - 0.5) / sigma));
    }

    /// <summary>Probability that U is at most u when nothing changed: orders of n and m values counted by their U (Mann and Whitney 1947).</summary>
    static double AtMost(int u, int n, int m)
    {
        var orders = new double[(n * m) + 1];
        orders[0] = 1;
        for (var i = 1; i <= m; i++)
        {
            for (var k = orders.Length - 1; k >= n + i; k--) orders[k] -= orders[k - n - i];
            for (var k = i; k < orders.Length; k++) orders[k] += orders[k - i];
        }
        return orders.Take(u + 1).Sum() / orders.Sum();
    }

    static double? Median(IReadOnlyList<double> values)
    {
        if (values.Count == 0) return null;
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
