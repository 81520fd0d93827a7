namespace AfterSales.Reporting.Charts;

/// <summary>Colours that stand out (3:1) on white and on the dark surface alike; text takes the colour of the page.</summary>
internal static class ChartColours
{
    /// <summary>Drawn by the chart library, then replaced by the page's text colour.</summary>
    public const string Ink = "#010203";
    public const string Value = "#2F7ED8";
    public const string Incomplete = "#7C8FA6";
    public const string Center = "#2B9348";
    public const string Limits = "#C0620E";
    public const string Target = "#A347BA";
    public const string Signal = "#E03131";
}
