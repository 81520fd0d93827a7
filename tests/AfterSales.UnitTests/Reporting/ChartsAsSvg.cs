using System.Globalization;
using System.Xml.Linq;
using AfterSales.Kernel.Text;
using AfterSales.Reporting;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Indicators;

namespace AfterSales.UnitTests.Reporting;

public sealed class ChartsAsSvg
{
    static readonly Texts Words = new([new ReportingModule().Text]);
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("zh-CN", "百分比", "响应及时率")]
    [InlineData("en", "Percent", "Response on time")]
    public void text_is_real_text_and_equals_the_labels(string language, string axis, string title)
    {
        var chart = Draw(language, 24, Grain.Month, ChartSize.Wide);
        var texts = chart.Descendants(Svg + "text").Select(t => t.Value.Trim()).ToList();
        texts.ShouldContain(axis);
        texts.ShouldContain("2024-01");
        texts.ShouldContain("2025-11");
        string.Concat(texts).ShouldAllBe(c => c < '\u2e80' || c > '\u2fdf', "look-alike radicals break search and screen readers");
        chart.Root!.Element(Svg + "title")!.Value.ShouldContain(title);
        chart.Root.Element(Svg + "desc")!.Value.ShouldContain("24");
        chart.Root.Attribute("role")!.Value.ShouldBe("img");
    }

    [Fact]
    public void nothing_in_it_offends_the_content_policy_and_ink_follows_the_page()
    {
        var chart = Draw("en", 24, Grain.Month, ChartSize.Wide);
        chart.Descendants().ShouldAllBe(e => e.Attribute("style") == null && e.Name.LocalName != "style" && e.Name.LocalName != "script");
        chart.Descendants(Svg + "text").ShouldAllBe(t => t.Attribute("fill")!.Value == "currentColor");
        chart.ToString().ShouldNotContain(ChartColours.Ink, Case.Insensitive);
        foreach (var name in (string[])["x", "y"]) chart.Descendants(Svg + "text").ShouldAllBe(t => t.Attribute(name) == null || !t.Attribute(name)!.Value.TrimEnd().EndsWith(','));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(400)]
    [InlineData(1500)]
    public void it_weighs_at_most_sixty_kilobytes(int periods)
    {
        foreach (var size in (ChartSize[])[ChartSize.Wide, ChartSize.Phone])
            System.Text.Encoding.UTF8.GetByteCount(Drawn("zh-CN", periods, Grain.Day, size)).ShouldBeLessThan(60_000);
    }

    [Fact]
    public void two_charts_on_one_page_share_no_id() => Draw("en", 24, Grain.Month, ChartSize.Wide).Descendants().Concat(Draw("en", 24, Grain.Month, ChartSize.Phone).Descendants())
        .Select(e => e.Attribute("id")?.Value).OfType<string>().ShouldBeUnique();

    [Fact]
    public void a_series_without_any_data_is_drawn_empty() => ControlChartSvg.Draw(new Series(null, [], default, null, false, null), Indicator.Of("response_hours")!, "t", null, ChartSize.Wide, Words).ShouldContain("<svg");

    static XDocument Draw(string language, int periods, Grain grain, ChartSize size) => XDocument.Parse(Drawn(language, periods, grain, size));

    static string Drawn(string language, int periods, Grain grain, ChartSize size)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var indicator = Indicator.Of("response_on_time_rate")!;
        var from = new DateOnly(2024, 1, 1);
        var all = grain.Periods(from, grain == Grain.Month ? from.AddMonths(periods).AddDays(-1) : from.AddDays(periods - 1)).ToList();
        var points = all.Select((_, i) => new Point(i % 7 == 3 ? null : 0.93 + 0.06 * Math.Sin(i), 40 + i % 25, i < all.Count - 1)).ToList();
        var baseline = ControlChart.BaselineOf(ChartKind.P, points);
        var charted = ControlChart.Chart(ChartKind.P, points, baseline);
        var readings = all.Select((p, i) => new Reading(p, null, new Number(points[i].Value, 0, (long)points[i].N, 0, null), points[i].Complete, charted[i].Limits, charted[i].Signals)).ToList();
        return ControlChartSvg.Draw(new Series(null, readings, default, baseline, false, null), indicator, Words[indicator.NameKey], 0.98, size, Words);
    }
}
