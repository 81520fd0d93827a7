using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Indicators;
using ScottPlot;

namespace AfterSales.Reporting.Charts;

/// <param name="Width">Width of the drawing; the page scales it.</param>
/// <param name="Points">At most so many periods, the newest.</param>
/// <param name="Labels">About so many period names along the axis.</param>
internal sealed record ChartSize(string Name, int Width, int Height, int Points, int Labels)
{
    public static readonly ChartSize Wide = new("wide", 980, 340, 366, 12);
    public static readonly ChartSize Phone = new("phone", 380, 300, 60, 4);
}

/// <summary>
/// A control chart as SVG to be written into a page: real text, title and description, no style attributes (the content policy forbids them),
/// ink in the colour of the page so that light, dark and print all read well.
/// </summary>
internal static partial class ControlChartSvg
{
    /// <summary>More periods than this are drawn without markers and without steps, to keep the page light.</summary>
    const int MostMarkers = 130;

    public static string Draw(Series series, Indicator indicator, string title, double? target, ChartSize size, Texts text)
    {
        using var plot = Build(series, indicator, target, size, text);
        return Finish(plot.GetSvgXml(size.Width, size.Height), size, title, Description(series, indicator, text), provisional: series.Baseline is { IsProvisional: true });
    }

    /// <summary>The same chart as a picture on white, for taking away.</summary>
    public static byte[] Picture(Series series, Indicator indicator, string title, double? target, ChartSize size, Texts text)
    {
        using var plot = Build(series, indicator, target, size, text);
        plot.FigureBackground.Color = Colors.White;
        plot.Axes.Title.Label.Text = title;
        plot.Axes.Title.Label.Bold = false;
        return plot.GetImageBytes(size.Width * 2, size.Height * 2, ImageFormat.Png);
    }

    static Plot Build(Series series, Indicator indicator, double? target, ChartSize size, Texts text)
    {
        var readings = series.Readings.TakeLast(size.Points).ToList();
        var scale = indicator.Unit == Unit.Share ? 100.0 : 1;
        var plot = Prepared();
        var last = readings.FindLastIndex(r => r.Complete);
        Line(plot, readings, r => r.Limits?.Lower * scale, ChartColours.Limits, steps: true);
        Line(plot, readings, r => r.Limits?.Upper * scale, ChartColours.Limits, steps: true);
        if (series.Baseline is { } baseline) Line(plot, readings, _ => baseline.Center * scale, ChartColours.Center, steps: true);
        if (target is { } t) Line(plot, readings, _ => t * scale, ChartColours.Target, steps: true);
        Line(plot, readings, r => r.Complete ? r.Number.Value * scale : null, ChartColours.Value, steps: false);
        Line(plot, readings, r => readings.IndexOf(r) >= last ? r.Number.Value * scale : null, ChartColours.Incomplete, steps: false);
        if (readings.Count <= MostMarkers) Markers(plot, readings, r => r.Signals.Count == 0, scale, ChartColours.Value, MarkerShape.FilledCircle, 5);
        Markers(plot, readings, r => r.Signals.Count > 0, scale, ChartColours.Signal, MarkerShape.FilledDiamond, 11);
        Axes(plot, readings, indicator, target, size, scale, text);
        return plot;
    }

    /// <summary>An empty plot in the house style.</summary>
    internal static Plot Prepared()
    {
        ChartFont.Register();
        var plot = new Plot();
        var ink = Color.FromHex(ChartColours.Ink);
        plot.Font.Set(ChartFont.Name);
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(ink);
        plot.Grid.MajorLineColor = ink.WithAlpha(0.12);
        plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 0;
        return plot;
    }

    /// <summary>A line that breaks where there is no value. Limits are steps, since each belongs to its period.</summary>
    static void Line(Plot plot, List<Reading> readings, Func<Reading, double?> value, string colour, bool steps)
    {
        List<double> xs = [], ys = [];
        void Add(double x, double y)
        {
            xs.Add(x);
            ys.Add(y);
        }
        for (var i = 0; i <= readings.Count; i++)
        {
            if (i < readings.Count && value(readings[i]) is { } y)
            {
                var level = steps && ys.Count > 1 && ys[^1] == y && ys[^2] == y;
                if (level) xs[^1] = i + 0.5; // a level stretch is two points however long
                else if (steps && (ys.Count == 0 || readings.Count <= MostMarkers)) Add(i - 0.5, y);
                if (!level) Add(steps ? i + 0.5 : i, y);
            }
            else if (i == readings.Count || steps) // values without data are bridged, limits are not
            {
                if (xs.Count > 1) plot.Add.ScatterLine(xs.ToArray(), ys.ToArray(), Color.FromHex(colour)).LineWidth = steps ? 1.25f : 2;
                (xs, ys) = ([], []);
            }
        }
    }

    static void Markers(Plot plot, List<Reading> readings, Func<Reading, bool> which, double scale, string colour, MarkerShape shape, float size)
    {
        foreach (var complete in (bool[])[true, false])
        {
            var at = Enumerable.Range(0, readings.Count).Where(i => readings[i].Number.Value is not null && which(readings[i]) && readings[i].Complete == complete).ToList();
            if (at.Count == 0) continue;
            plot.Add.Markers(at.Select(i => (double)i).ToArray(), at.Select(i => readings[i].Number.Value!.Value * scale).ToArray(), shape, size,
                Color.FromHex(complete ? colour : ChartColours.Incomplete));
        }
    }

    static void Axes(Plot plot, List<Reading> readings, Indicator indicator, double? target, ChartSize size, double scale, Texts text)
    {
        var every = Math.Max(1, (int)Math.Ceiling(readings.Count / (double)size.Labels));
        var shown = Enumerable.Range(0, readings.Count).Where(i => i % every == 0).ToList();
        plot.Axes.Bottom.SetTicks([.. shown.Select(i => (double)i)], [.. shown.Select(i => readings[i].Period.Name)]);
        plot.Axes.Left.Label.Text = text[$"Charts.ValueAxis.{Kernel.Code.Of(indicator.Unit)}"];
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.SetLimitsX(-0.6, readings.Count - 0.4);
        double[] drawn = [.. readings.SelectMany(r => new[] { r.Number.Value, r.Limits?.Lower, r.Limits?.Upper, target }).OfType<double>().Select(v => v * scale)];
        var (low, high) = drawn.Length == 0 ? (0, scale) : (drawn.Min(), drawn.Max());
        var margin = Math.Max((high - low) * 0.08, indicator.Unit == Unit.Share ? 0.5 : 0.1);
        plot.Axes.SetLimitsY(low < 0 ? low - margin : Math.Max(0, low - margin), indicator.Unit == Unit.Share ? Math.Min(scale * 1.01, high + margin) : high + margin);
    }

    static string Description(Series series, Indicator indicator, Texts text) => series.Readings.Count == 0 ? "" : text["Charts.Description", series.Readings.Count, series.Readings[0].Period.Name,
        series.Readings[^1].Period.Name, IndicatorVerbs.Shown(indicator, series.Readings.LastOrDefault(r => r.Number.Value is not null)?.Number.Value), series.Readings.Sum(r => r.Signals.Count)];

    /// <summary>What the library writes, made fit for a page: named, scaled, in the page's colour, with dashes as attributes and short numbers.</summary>
    internal static string Finish(string svg, ChartSize size, string title, string description, bool provisional = false)
    {
        var id = $"chart-{size.Name}";
        svg = svg[svg.IndexOf("<svg", StringComparison.Ordinal)..];
        svg = Opening().Replace(svg, $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="w-100 h-auto" viewBox="0 0 {size.Width} {size.Height}" role="img" aria-labelledby="{id}-title {id}-desc">
            <title id="{id}-title">{WebUtility.HtmlEncode(title)}</title><desc id="{id}-desc">{WebUtility.HtmlEncode(description)}</desc>
            """.Replace("$", "$$"), 1);
        svg = ClipIds().Replace(svg, m => $"{id}-{m.Groups[1].Value}");
        svg = Decimals().Replace(svg, m => double.Parse(m.Value, CultureInfo.InvariantCulture).ToString("0.#", CultureInfo.InvariantCulture));
        svg = OpenList().Replace(svg, "\"");
        svg = FontFamily().Replace(svg, "font-family=\"inherit\"");
        // The library centres text by its box, which in this font reaches far above the letters: without the shift labels stand above their ticks.
        svg = svg.Replace(ChartColours.Ink, "currentColor", StringComparison.OrdinalIgnoreCase).Replace("<text ", "<text fill=\"currentColor\" dy=\"0.66em\" ", StringComparison.Ordinal);
        svg = DoubleFill().Replace(svg, "$1$2");
        foreach (var (colour, dash) in ((string, string)[])[(ChartColours.Limits, provisional ? "1 3" : "5 3"), (ChartColours.Target, "2 3"), (ChartColours.Incomplete, "4 4")])
            svg = svg.Replace($"stroke=\"{colour}\"", $"stroke=\"{colour}\" stroke-dasharray=\"{dash}\"", StringComparison.OrdinalIgnoreCase);
        return Gaps().Replace(svg, "><").Trim();
    }

    [GeneratedRegex("<svg[^>]*>")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(cl_[0-9a-f]+)")]
    private static partial Regex ClipIds();

    [GeneratedRegex(@"(?<![#\d.])-?\d+\.\d+(?=[^<>]*>)")]
    private static partial Regex Decimals();

    [GeneratedRegex(", \"")]
    private static partial Regex OpenList();

    [GeneratedRegex("font-family=\"[^\"]*\"")]
    private static partial Regex FontFamily();

    [GeneratedRegex("(<text fill=\"currentColor\"[^>]*?) fill=\"[^\"]*\"([^>]*>)")]
    private static partial Regex DoubleFill();

    [GeneratedRegex(@">\s+<")]
    private static partial Regex Gaps();
}
