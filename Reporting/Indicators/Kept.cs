namespace AfterSales.Reporting.Indicators;

/// <summary>Numbers as they are kept and compared. The warehouse adds with several threads, and the last digits of a sum depend on who was first: they are nobody's news.</summary>
internal static class Kept
{
    /// <summary>A sum of hours, fen or people, to a millionth.</summary>
    public static double Sum(double sum) => Math.Round(sum, 6);

    /// <summary>A value, limit or part, to nine digits behind the point.</summary>
    public static double Of(double value) => Math.Round(value, 9);

    public static double? Of(double? value) => value is { } v ? Of(v) : null;
}
