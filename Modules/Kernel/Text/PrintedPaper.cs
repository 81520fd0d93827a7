using System.Globalization;
using System.Net;
using System.Text;

namespace AfterSales.Kernel.Text;

/// <summary>
/// A paper as a module files it: one HTML page that stands alone, without script and without anything from outside, for people to read and print in years to come. Labels
/// stand in both languages.
/// </summary>
public sealed class PrintedPaper
{
    /// <summary>Kept as text: it is never shown as a page.</summary>
    public const string MediaType = "text/plain";

    readonly Texts _text;
    readonly StringBuilder _body = new();
    readonly string _title;

    public PrintedPaper(Texts text, string company, string titleKey, string number)
    {
        _text = text;
        _title = $"{Both(titleKey)} {number}";
        _body.Append("<p>").Append(Encoded(company)).Append("</p><h1>").Append(Encoded(_title)).Append("</h1>");
    }

    /// <summary>A text in Chinese and English.</summary>
    public string Both(string key) => _text.Of(key, Texts.Chinese) is var zh && _text.Of(key, Texts.English) is var en && zh == en ? zh : $"{zh} {en}";

    /// <summary>A labelled fact; nothing where there is none.</summary>
    public PrintedPaper Fact(string labelKey, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) _body.Append("<p><strong>").Append(Encoded(Both(labelKey))).Append("</strong>: ").Append(Encoded(value)).Append("</p>");
        return this;
    }

    /// <summary>Words as they were written, paragraph by paragraph.</summary>
    public PrintedPaper Words(string words)
    {
        foreach (var paragraph in words.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)) _body.Append("<p>").AppendJoin("<br>", paragraph.Split('\n').Select(Encoded)).Append("</p>");
        return this;
    }

    /// <param name="rows">Cells as they are shown.</param>
    public PrintedPaper Table(IReadOnlyList<string> headingKeys, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0) return this;
        _body.Append("<table border=\"1\" cellpadding=\"4\" cellspacing=\"0\"><tr>").AppendJoin("", headingKeys.Select(h => $"<th>{Encoded(Both(h))}</th>")).Append("</tr>");
        foreach (var row in lines) _body.Append("<tr>").AppendJoin("", row.Select(c => $"<td>{Encoded(c)}</td>")).Append("</tr>");
        _body.Append("</table>");
        return this;
    }

    /// <summary>Strokes that were drawn on glass.</summary>
    /// <param name="lines">Points of each, <c>x,y x,y</c>.</param>
    public PrintedPaper Strokes(IReadOnlyList<string> lines, string viewBox)
    {
        if (lines.Count > 0) _body.Append(CultureInfo.InvariantCulture, $"<svg width=\"240\" height=\"96\" viewBox=\"{Encoded(viewBox)}\" fill=\"none\" stroke=\"#000\" stroke-width=\"2\">").AppendJoin("", lines.Select(l => $"<polyline points=\"{Encoded(l)}\"/>")).Append("</svg>");
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{Encoded(_title)}</title></head><body>{_body}</body></html>");

    static string Encoded(string value) => WebUtility.HtmlEncode(value);
}
