using AfterSales.Kernel.Text;
using ScottPlot;

namespace AfterSales.Reporting.Charts;

/// <summary>A bar of a chart: its label, its height.</summary>
internal readonly record struct Bar(string Label, double Height);

/// <summary>A member in a funnel: how many it has, and how it does.</summary>
internal readonly record struct FunnelPoint(string Label, double N, double Value);

/// <summary>The charts beside the control chart, in the same house style: bars with their running share, a distribution, a funnel.</summary>
internal static class OtherCharts
{
    /// <summary>Two-sided limits of a funnel: 95 % and 99.8 % (D. J. Spiegelhalter, Statistics in Medicine 24, 2005).</summary>
    public const double Near = 1.959964, Far = 3.090232;
    const int LongestLabel = 12;

    static ChartSize Named(ChartSize size, string what) => size with { Name = $"{what}-{size.Name}" };

    /// <summary>Who makes up the misses, the greatest first, with the share that the first ones hold together.</summary>
    public static string Pareto(IReadOnlyList<Bar> bars, string title, string axis, ChartSize size, Texts text)
    {
        using var plot = ControlChartSvg.Prepared();
        Draw(plot, bars, size, axis);
        var total = bars.Sum(b => b.Height);
        var cumulative = bars.Select((_, i) => 100 * bars.Take(i + 1).Sum(b => b.Height) / Math.Max(1e-9, total)).ToArray();
        var line = plot.Add.ScatterLine(Enumerable.Range(0, bars.Count).Select(i => (double)i).ToArray(), cumulative, Color.FromHex(ChartColours.Limits));
        line.LineWidth = 2;
        line.Axes.YAxis = plot.Axes.Right;
        plot.Axes.Right.Min = 0;
        plot.Axes.Right.Max = 105;
        plot.Axes.Right.Label.Text = text["Charts.Cumulative"];
        plot.Axes.Right.Label.Bold = false;
        var named = Named(size, "pareto");
        return ControlChartSvg.Finish(plot.GetSvgXml(size.Width, size.Height), named, title, text["Charts.Pareto.Description", bars.Count, bars.Count == 0 ? "" : bars[0].Label, total == 0 || bars.Count == 0 ? 0 : Math.Round(100 * bars[0].Height / total)]);
    }

    /// <summary>How values are spread, in bins.</summary>
    public static string Distribution(IReadOnlyList<Bar> bins, string title, string axis, ChartSize size, Texts text)
    {
        using var plot = ControlChartSvg.Prepared();
        Draw(plot, bins, size, axis);
        var mode = bins.Count == 0 ? default : bins.MaxBy(b => b.Height);
        return ControlChartSvg.Finish(plot.GetSvgXml(size.Width, size.Height), Named(size, "distribution"), title, text["Charts.Distribution.Description", bins.Sum(b => b.Height), mode.Label ?? ""]);
    }

    static void Draw(Plot plot, IReadOnlyList<Bar> bars, ChartSize size, string axis)
    {
        var drawn = plot.Add.Bars(Enumerable.Range(0, bars.Count).Select(i => (double)i).ToArray(), bars.Select(b => b.Height).ToArray());
        drawn.Color = Color.FromHex(ChartColours.Value);
        foreach (var bar in drawn.Bars) bar.LineWidth = 0;
        var every = Math.Max(1, (int)Math.Ceiling(bars.Count / (double)size.Labels));
        var shown = Enumerable.Range(0, bars.Count).Where(i => i % every == 0).ToList();
        plot.Axes.Bottom.SetTicks([.. shown.Select(i => (double)i)], [.. shown.Select(i => Short(bars[i].Label))]);
        plot.Axes.Left.Label.Text = axis;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.SetLimitsX(-0.7, Math.Max(0.7, bars.Count - 0.3));
        plot.Axes.SetLimitsY(0, Math.Max(1, bars.Count == 0 ? 1 : bars.Max(b => b.Height) * 1.05));
    }

    /// <summary>Members by their size, with the band in which chance alone would leave them: the smaller, the wider.</summary>
    /// <param name="center">Share of the whole.</param>
    public static string Funnel(IReadOnlyList<FunnelPoint> points, double center, string title, string axis, ChartSize size, Texts text)
    {
        using var plot = ControlChartSvg.Prepared();
        var most = Math.Max(10, points.Count == 0 ? 10 : points.Max(p => p.N) * 1.05);
        var ns = Enumerable.Range(1, 80).Select(i => Math.Max(1, most * i / 80)).ToArray();
        foreach (var (z, colour) in ((double, string)[])[(Near, ChartColours.Target), (Far, ChartColours.Limits)])
            foreach (var sign in (int[])[-1, 1])
                plot.Add.ScatterLine(ns, ns.Select(n => 100 * LimitOf(center, n, sign * z)).ToArray(), Color.FromHex(colour)).LineWidth = 1.25f;
        plot.Add.ScatterLine(new[] { 0, most }, new[] { 100 * center, 100 * center }, Color.FromHex(ChartColours.Center)).LineWidth = 1.25f;
        foreach (var apart in (bool[])[false, true])
        {
            var these = points.Where(p => IsApart(p, center) == apart).ToList();
            if (these.Count > 0) plot.Add.Markers(these.Select(p => p.N).ToArray(), these.Select(p => 100 * p.Value).ToArray(), apart ? MarkerShape.FilledDiamond : MarkerShape.FilledCircle, apart ? 11 : 6, Color.FromHex(apart ? ChartColours.Signal : ChartColours.Value));
        }
        foreach (var point in points.Where(p => IsApart(p, center)).Take(12))
        {
            var label = plot.Add.Text(Short(point.Label), point.N, 100 * point.Value);
            label.LabelFontColor = Color.FromHex(ChartColours.Ink);
            label.LabelFontName = ChartFont.Name;
            label.OffsetX = 6;
        }
        plot.Axes.Bottom.Label.Text = text["Charts.Funnel.N"];
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Text = axis;
        plot.Axes.Left.Label.Bold = false;
        double[] drawn = [.. points.Select(p => 100 * p.Value), 100 * center];
        var (low, high) = (Math.Max(0, drawn.Min() - 5), Math.Min(101, drawn.Max() + 5));
        plot.Axes.SetLimitsX(0, most);
        plot.Axes.SetLimitsY(low, high);
        return ControlChartSvg.Finish(plot.GetSvgXml(size.Width, size.Height), Named(size, "funnel"), title, text["Charts.Funnel.Description", points.Count, points.Count(p => IsApart(p, center))]);
    }

    public static bool IsApart(FunnelPoint point, double center) => point.N > 0 && (point.Value < LimitOf(center, point.N, -Far) || point.Value > LimitOf(center, point.N, Far));

    static double LimitOf(double center, double n, double z) => Math.Clamp(center + (z * Math.Sqrt(center * (1 - center) / n)), 0, 1);

    static string Short(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";
}
