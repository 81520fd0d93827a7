namespace AfterSales.Reporting.Indicators;

/// <summary>Numbers as they are kept and compared. The warehouse adds with several threads, and the last digits of a sum depend on who was first: they are nobody's news.</summary>
internal static class Kept
{
    const int Significant = 12;

    /// <summary>A sum of hours, fen or people, to twelve significant digits: threads differ behind the fifteenth, and a share of two sums is still right to eleven.</summary>
    public static double Sum(double sum)
    {
        if (sum == 0) return 0;
        var digits = Significant - 1 - (int)Math.Floor(Math.Log10(Math.Abs(sum)));
        return Math.Round(sum, Math.Clamp(digits, 0, 15));
    }

    /// <summary>A value, limit or part, to nine digits behind the point.</summary>
    public static double Of(double value) => Math.Round(value, 9);

    public static double? Of(double? value) => value is { } v ? Of(v) : null;
}
