using System.Net;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using AfterSales.Reporting.Signals;

namespace AfterSales.Reporting.Reports;

/// <summary>The report in words, tables and charts: one file that needs nothing else, to read, print and file; or its body alone, for a page.</summary>
internal sealed class ReportHtml(Texts text, ICompany company)
{
    readonly StringBuilder _out = new();

    /// <summary>The whole document, in the current UI language.</summary>
    public string Document(ReportData data)
    {
        var body = Body(data);
        return $"""
            <!DOCTYPE html>
            <html lang="{System.Globalization.CultureInfo.CurrentUICulture.Name}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(TitleOf(data))}</title>
            <style>{Style}</style></head><body class="report"><h1>{Encode(TitleOf(data))}</h1>
            {body}
            </body></html>
            """;
    }

    public string TitleOf(ReportData data) => text[data.Span == ReportSpan.Month ? "Reports.Title.Month" : "Reports.Title.Year", data.Company, data.Name];

    public string Body(ReportData data)
    {
        _out.Clear();
        Facts(data);
        Words(data);
        if (data.Span == ReportSpan.Year) Months(data);
        Card(data);
        SignalTable(data);
        Paretos(data);
        Charts(data);
        Teams(data);
        foreach (var (chapters, key) in ((int[], string)[])[([3], "Surveys"), ([5], "Complaints"), ([7, 2], "Training"), ([11], "Risks"), ([4], "Actions"), ([1], "Service")]) Chapter(data, chapters, key);
        Restated(data);
        return _out.ToString();
    }

    void Facts(ReportData data)
    {
        var card = data.Card;
        Open("dl", "report-facts");
        Fact("Scorecard.Contract", Labels.Of(text, card.Contract));
        Fact("Reports.Span", $"{data.From:yyyy-MM-dd} – {data.To:yyyy-MM-dd}");
        Fact("Reports.MadeAt", Local(data.MadeAt));
        Fact("Scorecard.Close.Data", $"{Local(card.AsOf)} ({text["Dashboards.Explorer.Run", card.Run]})");
        Fact("Reports.Signed", card.Closed is { } closed ? $"{closed.ClosedBy} {Local(closed.ClosedAt)} {closed.Note}" : text[card.Over ? "Reports.NotSigned" : "Reports.NotOver"]);
        Close("dl");
    }

    /// <summary>What a reader must know before the tables.</summary>
    void Words(ReportData data)
    {
        var card = data.Card;
        var judged = card.Clauses.Count(c => c.State is ClauseState.Kept or ClauseState.Watch or ClauseState.Broken or ClauseState.NoData);
        Heading("Reports.Words");
        Open("ul");
        Item(text["Reports.Words.Clauses", card.Clauses.Count, judged, card.Count(ClauseState.Kept), card.Count(ClauseState.Watch), card.Count(ClauseState.Broken), card.Count(ClauseState.NoCase), card.Count(ClauseState.NotMeasured)]);
        var (worse, better) = data.Moved;
        if (worse.Count > 0) Item(text["Reports.Words.Worse", Names(worse)]);
        if (better.Count > 0) Item(text["Reports.Words.Better", Names(better)]);
        foreach (var line in data.Lines(ClauseState.Broken))
            if (line.Worst is { Target: not null } j) Item(text["Reports.Words.Broken", line.Clause.Number, line.Clause.Name, text[j.Indicator.NameKey], Value(j), Target(j), j.Number.Denominator.ToString("#,0.#")]);
        Item(text["Reports.Words.Signals", data.Signals.Count, data.Signals.Count(s => s.IsWorse), data.Signals.Count(s => s.State == SignalState.Explained)]);
        Close("ul");
    }

    static string Names(IEnumerable<ClauseLine> lines) => string.Join("; ", lines.Select(l => $"{l.Clause.Number} {l.Clause.Name}"));

    /// <summary>The year at a glance: each clause, each month.</summary>
    void Months(ReportData data)
    {
        Heading("Reports.Months");
        Table([text["Reports.Clause"], .. data.Cards.Select(c => c.Month.ToString("MM"))], data.Card.Clauses.Select(line => (IReadOnlyList<Cell>)
            [new($"{line.Clause.Number} {line.Clause.Name}"), .. data.Cards.Select(c => c.Clauses.First(l => l.Clause.Number == line.Clause.Number).State).Select(s => new Cell(Short(s), $"state-{Code.Of(s)}"))]));
        Paragraph(string.Join(" · ", Enum.GetValues<ClauseState>().Select(s => $"{Short(s)} {text.Of(s)}")));
    }

    /// <summary>A sign beside the colour, so that nobody needs colours.</summary>
    static string Short(ClauseState state) => state switch { ClauseState.Kept => "✓", ClauseState.Watch => "!", ClauseState.Broken => "✗", ClauseState.NoData => "?", ClauseState.NoCase => "–", _ => "·" };

    void Card(ReportData data)
    {
        Heading("Scorecard.Title");
        foreach (var chapter in data.Card.Clauses.GroupBy(c => c.Clause.Chapter))
        {
            Raw($"<h3>{chapter.Key} {Encode(text[$"Scorecard.Chapter.{chapter.Key}"])}</h3>");
            Table([text["Reports.Clause"], text["Signals.State"], text["Dashboards.Explorer.Indicator"], text["Dashboards.Explorer.Value"], text["Charts.Legend.Target"], "n"], chapter.SelectMany(line => line.Judgements.Count == 0
                ? [[new($"{line.Clause.Number} {line.Clause.Name}"), new($"{Short(line.State)} {text.Of(line.State)}", $"state-{Code.Of(line.State)}"), new(text["Scorecard.NotMeasured.NoIndicator"]), new(""), new(""), new("")]]
                : line.Judgements.Select((j, i) => (IReadOnlyList<Cell>)[new(i == 0 ? $"{line.Clause.Number} {line.Clause.Name}" : ""), new($"{Short(j.State)} {text.Of(j.State)}", $"state-{Code.Of(j.State)}"), new(text[j.Indicator.NameKey]), new(Value(j), Number: true), new(Target(j), Number: true), new(j.Number.Denominator.ToString("#,0.#"), Number: true)])));
        }
    }

    void SignalTable(ReportData data)
    {
        Heading("Signals.Title");
        if (data.Signals.Count == 0)
        {
            Paragraph(text["Reports.NoSignals"]);
            return;
        }
        Table([text["Dashboards.Explorer.Indicator"], text["Dashboards.Explorer.Period"], text["Dashboards.Explorer.Value"], text["Signals.Column.Explains"], text["Signals.Explanation"]], data.Signals.Select(s => (IReadOnlyList<Cell>)
        [
            new($"{text[$"Indicators.{s.Indicator}.Name"]}{(s.Member.Length > 0 ? $" ({s.Member})" : "")}: {text[$"Charts.Rule.{s.Rule}"]}"), new(s.Period), new(Signals.IndexModel.Shown(s, s.Value), Number: true),
            new(s.Slices.Count == 0 ? text["Reports.Evenly"] : string.Join("; ", s.Slices.Take(2).Select(e => $"{text[$"Dashboards.Slice.{e.Dimension}"]} {Labels.Of(text, e.Code)}: {text["Signals.ExplainsShare", (e.Explained * 100).ToString("0")]}"))),
            new(s.Explanation is null ? text["Reports.NotExplained", s.DueDay.ToString("yyyy-MM-dd")] : $"{(s.Cause is { } cause ? text.Of(cause) + ": " : "")}{s.Explanation}"),
        ]));
    }

    void Paretos(ReportData data)
    {
        if (data.Paretos.Count == 0) return;
        Heading("Reports.Paretos");
        foreach (var (pareto, i) in data.Paretos.Select((p, i) => (p, i)))
        {
            var name = $"{text[pareto.Judged.Indicator.NameKey]}, {text[$"Dashboards.Slice.{pareto.Dimension}"]}";
            Raw($"<h3>{Encode(name)}</h3>");
            Figure(OtherCharts.Pareto([.. pareto.Members.Select(m => new Bar(Labels.Of(text, m.Member), m.Misses))], name, text["Dashboards.Pareto.Axis"], ChartSize.Wide with { Name = $"report-{i}" }, text));
            Table([text[$"Dashboards.Slice.{pareto.Dimension}"], text["Dashboards.Pareto.Axis"], "n"], pareto.Members.Select(m => (IReadOnlyList<Cell>)[new(Labels.Of(text, m.Member)), new(m.Misses.ToString("0.#"), Number: true), new(m.N.ToString("0.#"), Number: true)]));
        }
    }

    void Charts(ReportData data)
    {
        Heading("Reports.Charts");
        foreach (var chart in data.Charts)
        {
            Raw($"<h3>{Encode(text[chart.Indicator.NameKey])}</h3>");
            Figure(ControlChartSvg.Draw(chart.Series, chart.Indicator, text["Charts.Title", text[chart.Indicator.NameKey], text["Dashboards.Grain.month"]], chart.Target, ChartSize.Wide with { Name = "report-" + chart.Indicator.Code }, text));
            Paragraph(text[chart.Indicator.DefinitionKey]);
        }
    }

    void Teams(ReportData data)
    {
        var board = data.Teams;
        Heading("Scoreboards.Title");
        if (board.Rows.Count == 0)
        {
            Paragraph(text["Scoreboards.Empty"]);
            return;
        }
        Table([text["Dashboards.Slice.team"], .. board.Indicators.Select(i => text[i.NameKey])],
        [
            .. board.Rows.Select(r => (IReadOnlyList<Cell>)[new(r.Member), .. board.Indicators.Select(i => new Cell(board.Of(r, i) is { Value: not null } n ? $"{IndicatorVerbs.Shown(i, n.Value)} (n {n.Denominator:0.#}){(board.IsBelow(r, i) == true ? " ▼" : "")}" : "–", Number: true))]),
            [new(text["Scoreboards.Median"]), .. board.Indicators.Select(i => new Cell(IndicatorVerbs.Shown(i, board.Medians[i.Code]), Number: true))],
        ]);
    }

    void Chapter(ReportData data, int[] chapters, string key)
    {
        var judged = data.Card.Judgements.Where(j => chapters.Contains(j.Indicator.Chapter)).ToList();
        if (judged.Count == 0) return;
        Heading($"Reports.Chapter.{key}");
        Table([text["Dashboards.Explorer.Indicator"], text["Reports.LastMonth"], text["Dashboards.Explorer.Value"], text["Charts.Legend.Target"], "n", text["Signals.State"]], judged.Select(j => (IReadOnlyList<Cell>)
            [new(text[j.Indicator.NameKey]), new(IndicatorVerbs.Shown(j.Indicator, j.Trend.Count > 1 ? j.Trend[^2] : null), Number: true), new(Value(j), Number: true), new(Target(j), Number: true), new(j.Number.Denominator.ToString("#,0.#"), Number: true), new($"{Short(j.State)} {text.Of(j.State)}", $"state-{Code.Of(j.State)}")]));
    }

    void Restated(ReportData data)
    {
        if (data.Card.Closed is null) return;
        Heading("Reports.Restated");
        if (data.Restatements.Count == 0) Paragraph(text["Scorecard.Restated.None"]);
        else Table([text["Dashboards.Explorer.Indicator"], text["Scorecard.Restated.Before"], text["Scorecard.Restated.After"], text["Signals.Orders"]], data.Restatements.Select(r => (IReadOnlyList<Cell>)
            [new(text[r.Now.Indicator.NameKey]), new(IndicatorVerbs.Shown(r.Now.Indicator, r.Then.Value), Number: true), new(IndicatorVerbs.Shown(r.Now.Indicator, r.Now.Number.Value), Number: true), new(string.Join(", ", r.Rows.Select(x => x.Number)))]));
    }

    string Value(Judgement j) => IndicatorVerbs.Shown(j.Indicator, j.Number.Value);

    string Target(Judgement j) => j.Target is null ? text["Scorecard.NoTarget"] : (j.Indicator.Good == Direction.Up ? "≥ " : "≤ ") + IndicatorVerbs.Shown(j.Indicator, j.Target);

    string Local(DateTime utc) => company.ToLocal(utc).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    readonly record struct Cell(string Text, string? Class = null, bool Number = false);

    void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        Raw("""<div class="table-responsive" tabindex="0" role="region" aria-label=""" + $"\"{Encode(columns[0])}\"" + """><table class="table dense"><thead><tr>""" + string.Concat(columns.Select(c => $"<th scope=\"col\">{Encode(c)}</th>")) + "</tr></thead><tbody>");
        foreach (var row in rows)
            Raw("<tr>" + string.Concat(row.Select((c, i) => i == 0 ? $"<th scope=\"row\">{Encode(c.Text)}</th>" : $"<td class=\"{(c.Number ? "num" : "")} {c.Class}\">{Encode(c.Text)}</td>")) + "</tr>");
        Raw("</tbody></table></div>");
    }

    void Fact(string key, string value) => Raw($"<dt>{Encode(text[key])}</dt><dd>{Encode(value)}</dd>");
    void Heading(string key) => Raw($"<h2>{Encode(text[key])}</h2>");
    void Paragraph(string words) => Raw($"<p>{Encode(words)}</p>");
    void Item(string words) => Raw($"<li>{Encode(words)}</li>");
    void Figure(string svg) => Raw($"<figure>{svg}</figure>");
    void Open(string tag, string? cssClass = null) => Raw(cssClass is null ? $"<{tag}>" : $"<{tag} class=\"{cssClass}\">");
    void Close(string tag) => Raw($"</{tag}>");
    void Raw(string html) => _out.Append(html).Append('\n');
    static string Encode(string words) => WebUtility.HtmlEncode(words);

    const string Style = """
        body.report{font:14px/1.5 "Noto Sans SC","Microsoft YaHei","PingFang SC",system-ui,sans-serif;max-width:62rem;margin:1rem auto;padding:0 1rem;color:#1b2430;background:#fff}
        h1{font-size:1.6rem}h2{font-size:1.2rem;margin:1.6rem 0 .5rem;border-bottom:1px solid #ccd3dc;padding-bottom:.2rem}h3{font-size:1rem;margin:1rem 0 .3rem}
        dl.report-facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}dt{color:#56606d}dd{margin:0}
        table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #e1e6ec;padding:.25rem .5rem;text-align:start;vertical-align:top}thead th{background:#f2f5f8}tbody th{font-weight:400}
        .num{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}.state-kept{color:#176b3b}.state-watch{color:#8a4900}.state-broken{color:#b02020;font-weight:600}
        figure{margin:.5rem 0;break-inside:avoid}svg{max-width:100%;height:auto}.table-responsive{overflow-x:auto}
        @page{size:A4;margin:14mm}@media print{body.report{margin:0;max-width:none;font-size:10.5px}tr,figure{break-inside:avoid}h2,h3{break-after:avoid}.table-responsive{overflow:visible}}
        """;
}
