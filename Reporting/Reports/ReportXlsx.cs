using AfterSales.Kernel.Export;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;

namespace AfterSales.Reporting.Reports;

/// <summary>The report as a workbook: numbers as numbers, one sheet for each part.</summary>
internal static class ReportXlsx
{
    public static byte[] Write(ReportData data, Texts text) => ExportTable.Book(
    [
        new ExportTable(text["Scorecard.Title"], [text["Reports.Month"], text["Reports.Clause"], text["Reports.ClauseName"], text["Signals.State"], text["Dashboards.Explorer.Indicator"], text["Reports.Code"], text["Dashboards.Explorer.Value"], text["Charts.Legend.Target"], text["Dashboards.Explorer.Numerator"], text["Dashboards.Explorer.Denominator"], text["Dashboards.Explorer.Excluded"]],
            data.Cards.SelectMany(card => card.Clauses.SelectMany(line => Judged(card, line, text)))),
        new ExportTable(text["Signals.Title"], [text["Dashboards.Explorer.Indicator"], text["Reports.Code"], text["Dashboards.Explorer.Period"], text["Reports.Rule"], text["Reports.Member"], text["Dashboards.Explorer.Value"], text["Dashboards.Explorer.Center"], text["Signals.Column.Due"], text["Signals.State"], text["Signals.Explanation"]],
            data.Signals.Select(s => (IReadOnlyList<object?>)[text[$"Indicators.{s.Indicator}.Name"], s.Indicator, s.Period, text[$"Charts.Rule.{s.Rule}"], s.Member, s.Value, s.Center, s.DueDay, text.Of(s.State), s.Explanation])),
        new ExportTable(text["Reports.Paretos"], [text["Dashboards.Explorer.Indicator"], text["Reports.Member"], text["Dashboards.Pareto.Axis"], text["Dashboards.Explorer.Denominator"]],
            data.Paretos.SelectMany(p => p.Members.Select(m => (IReadOnlyList<object?>)[text[p.Judged.Indicator.NameKey], Labels.Of(text, m.Member), m.Misses, m.N]))),
        new ExportTable(text["Reports.Trend"], [text["Dashboards.Explorer.Indicator"], text["Dashboards.Explorer.Period"], text["Dashboards.Explorer.Value"], text["Dashboards.Explorer.Denominator"], text["Dashboards.Explorer.Lower"], text["Dashboards.Explorer.Center"], text["Dashboards.Explorer.Upper"]],
            data.Charts.SelectMany(c => c.Series.Readings.Select(r => (IReadOnlyList<object?>)[text[c.Indicator.NameKey], r.Period.Name, r.Number.Value, r.Number.Denominator, r.Limits?.Lower, r.Limits?.Center, r.Limits?.Upper]))),
        new ExportTable(text["Scoreboards.Title"], [text["Dashboards.Slice.team"], text["Dashboards.Explorer.Indicator"], text["Dashboards.Explorer.Value"], text["Dashboards.Explorer.Denominator"], text["Scoreboards.Median"]],
            data.Teams.Rows.SelectMany(r => data.Teams.Indicators.Select(i => (IReadOnlyList<object?>)[r.Member, text[i.NameKey], data.Teams.Of(r, i)?.Value, data.Teams.Of(r, i)?.Denominator, data.Teams.Medians[i.Code]]))),
    ]);

    static IEnumerable<IReadOnlyList<object?>> Judged(MonthCard card, ClauseLine line, Texts text)
    {
        var month = card.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        if (line.Judgements.Count == 0) return [[month, line.Clause.Number, line.Clause.Name, text.Of(line.State), null, null, null, null, null, null, null]];
        return line.Judgements.Select(j => (IReadOnlyList<object?>)[month, line.Clause.Number, line.Clause.Name, text.Of(j.State), text[j.Indicator.NameKey], j.Indicator.Code, j.Number.Value, j.Target, j.Number.Numerator, j.Number.Denominator, j.Number.Excluded]);
    }
}
