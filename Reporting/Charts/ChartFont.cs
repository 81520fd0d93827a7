using ScottPlot;
using SkiaSharp;

namespace AfterSales.Reporting.Charts;

/// <summary>
/// Noto Sans SC, simplified-Chinese subset, shipped with the product: without a Chinese font the charts' text is silently lost, and the full
/// font writes look-alike radicals (月 as U+2F49), which breaks search, copy and screen readers.
/// </summary>
internal sealed class ChartFont : IFontResolver
{
    public const string Name = "AfterSales Charts";

    static readonly Lazy<bool> Registered = new(() =>
    {
        Fonts.FontResolvers.Insert(0, new ChartFont());
        return true;
    });

    readonly SKTypeface _face = SKTypeface.FromStream(typeof(ChartFont).Assembly.GetManifestResourceStream("noto-sans-sc.woff")!);

    /// <summary>Makes the font known to the chart library, once.</summary>
    public static void Register() => _ = Registered.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => fontName == Name ? _face : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? _face : null;
}
