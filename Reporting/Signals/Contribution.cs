using MathNet.Numerics.Distributions;

namespace AfterSales.Reporting.Signals;

/// <summary>What one member of a dimension adds to a number: above the line, below it.</summary>
internal readonly record struct Piece(string Dimension, string Member, double Above, double Below);

/// <summary>How much of a shift one member accounts for.</summary>
/// <param name="Value">Its own number.</param>
/// <param name="N">What it has below the line.</param>
/// <param name="Explained">Part of the shift; the members of a dimension add up to 1.</param>
/// <param name="Weight">Part of all that stands below the line.</param>
internal sealed record Contribution(string Dimension, string Member, double Value, double N, double Explained, double Weight)
{
    /// <summary>How far its share lies from that of all the others, in standard errors of the two-proportion test; null where it is no share.</summary>
    public double? Z { get; init; }

    /// <summary>Explains more than its size: 0.4 where a quarter of the orders holds two thirds of the shift.</summary>
    public double Beyond => Math.Round(Explained - Weight, 9); // the digits behind depend on the order in which threads add
}

/// <summary>
/// Who moved a number away from where it usually stands. A number is a quotient A/B; the shift against the centre c is (A - cB)/B, and it is the
/// sum over members of (a - cb)/B. So every member accounts for an exact part of the shift, and a member that holds its size in it says nothing.
/// </summary>
internal static class Contributions
{
    /// <summary>Members of all dimensions, those that explain the most beyond their size first.</summary>
    /// <param name="center">Where the number usually stands, in the unit of above over below.</param>
    public static IReadOnlyList<Contribution> Rank(IEnumerable<Piece> pieces, double center) =>
        [.. pieces.GroupBy(p => p.Dimension).SelectMany(d => Of([.. d], center)).OrderByDescending(c => c.Beyond).ThenBy(c => c.Dimension, StringComparer.Ordinal).ThenBy(c => c.Member, StringComparer.Ordinal)];

    static IEnumerable<Contribution> Of(IReadOnlyList<Piece> pieces, double center)
    {
        var below = pieces.Sum(p => p.Below);
        var shift = pieces.Sum(p => p.Above) - (center * below);
        if (pieces.Count < 2 || below == 0 || Math.Abs(shift) < 1e-12) return []; // one member is the whole, and without a shift nobody explains it
        var above = pieces.Sum(p => p.Above);
        var isShare = pieces.All(p => p.Above >= 0 && p.Above <= p.Below);
        return pieces.Where(p => p.Below > 0).Select(p => new Contribution(p.Dimension, p.Member, p.Above / p.Below, p.Below, (p.Above - (center * p.Below)) / shift, p.Below / below)
        {
            Z = isShare ? ZOf(p, above, below) : null,
        });
    }

    /// <summary>
    /// A member differs from the others by more than chance, though it was picked out of many: each of m members may err in one of 20 m cases (Bonferroni), so
    /// that a shift which all share names nobody in nineteen of twenty cases.
    /// </summary>
    public static bool IsSure(double z, int members) => 2 * Normal.CDF(0, 1, -Math.Abs(z)) * members <= 0.05;

    static double ZOf(Piece member, double above, double below)
    {
        var rest = below - member.Below;
        var error = rest <= 0 ? 0 : Math.Sqrt(above / below * (1 - (above / below)) * ((1 / member.Below) + (1 / rest)));
        return error == 0 ? 0 : Math.Abs((member.Above / member.Below) - ((above - member.Above) / rest)) / error;
    }
}
