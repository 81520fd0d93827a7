using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using AfterSales.Kernel.Export;

namespace AfterSales.UnitTests.Kernel;

/// <summary>The export law: whatever was typed comes out again as that text, and no spreadsheet takes any of it for a formula. Files are read by readers of this test's own.</summary>
public sealed class ExportLaw
{
    static readonly int Texts = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 50_000 : 5_000;

    /// <summary>What spreadsheets calculate: the ASCII signs, control characters before them, and the full-width twins (OWASP, CSV injection).</summary>
    const string Dangerous = "=+-@\t\r\n＝＋－＠";

    static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "＝", "＋", "－", "＠", "'", "\"", "\"\"", ",", ";", "|", "$=", "{", " ", "\u3000", "\u00a0", "\u200b", "\u202e", "\ufeff",
        "cmd|' /C calc'!A0", "HYPERLINK(\"http://x\")", "1+1", "SUM(A1:A9)", "热水器", "张三", "138", "0571", "é", "e\u0301", "😀", "_x0041_", "_x000D_", "&amp;", "<b>", "]]>", "\0", "\u0001", "\u001f", "\ud800", "\uffff", "0", "1e9", "2026-03-01", "TRUE",
    ];

    static List<string> Made(int seed)
    {
        var random = new Random(seed);
        return [.. Pieces, .. Enumerable.Range(0, Texts).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)])))];
    }

    [Fact]
    public void in_csv_every_text_survives_and_no_formula_is_born()
    {
        var texts = Made(1).Where(IsWhole).ToList();
        var content = new ExportTable("law", ["text", "end"], texts.Select(t => (IReadOnlyList<object?>)[t, "."])).Write("csv").Content;
        content.Take(3).ShouldBe([0xEF, 0xBB, 0xBF], "spreadsheets read Chinese only behind this mark");
        var rows = Cells(new UTF8Encoding(false, true).GetString(content.AsSpan(3)));
        rows.Count.ShouldBe(texts.Count + 1);
        for (var i = 0; i < texts.Count; i++)
        {
            rows[i + 1][1].ShouldBe(".");
            var cell = rows[i + 1][0];
            Dangerous.ShouldNotContain(cell[0], $"'{texts[i]}' would be calculated");
            cell.ShouldBe(Dangerous.Contains(texts[i][0], StringComparison.Ordinal) ? "'" + texts[i] : texts[i]);
        }
    }

    [Fact]
    public void in_a_workbook_every_text_survives_and_no_formula_is_born()
    {
        var texts = Made(2);
        var content = new ExportTable("law", ["text", "end"], texts.Select(t => (IReadOnlyList<object?>)[t, "."])).Write("xlsx").Content;
        var rows = Sheet(content);
        rows.Count.ShouldBe(texts.Count + 1);
        for (var i = 0; i < texts.Count; i++)
        {
            rows[i + 1].ShouldBe([(texts[i].StartsWith("$=", StringComparison.Ordinal) ? "'" : "") + OneLineEnd(texts[i]), "."], $"text {i}");
        }
    }

    /// <summary>UTF-8 cannot hold half a character.</summary>
    static bool IsWhole(string text) => string.Concat(text.EnumerateRunes()) == text;

    /// <summary>XML knows one line end, and so do cells.</summary>
    static string OneLineEnd(string text) => text.ReplaceLineEndings("\n").Replace('\r', '\n');

    /// <summary>RFC 4180, letter by letter.</summary>
    static List<List<string>> Cells(string csv)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        for (var i = 0; i < csv.Length; i++)
        {
            csv[i].ShouldBe('"', "every cell is quoted");
            for (i++; csv[i] != '"' || (i + 1 < csv.Length && csv[i + 1] == '"'); i++)
            {
                cell.Append(csv[i]);
                if (csv[i] == '"') i++;
            }
            rows[^1].Add(cell.ToString());
            cell.Clear();
            i++;
            if (csv[i] == ',') continue;
            csv[i..(i + 2)].ShouldBe("\r\n");
            i++;
            if (i + 1 < csv.Length) rows.Add([]);
        }
        return rows;
    }

    /// <summary>Inline and shared strings by ECMA-376, with its escapes of the form _xHHHH_; a formula anywhere fails.</summary>
    static List<List<string>> Sheet(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        XDocument Part(string name)
        {
            using var part = zip.GetEntry(name)!.Open();
            return XDocument.Load(part, LoadOptions.PreserveWhitespace);
        }

        var shared = zip.GetEntry("xl/sharedStrings.xml") is null ? [] : Part("xl/sharedStrings.xml").Root!.Elements(ns + "si").Select(s => string.Concat(s.Descendants(ns + "t").Select(t => t.Value))).ToList();
        var sheet = Part("xl/worksheets/sheet1.xml");
        sheet.Descendants(ns + "f").ShouldBeEmpty("no formula is born");
        return [.. sheet.Descendants(ns + "row").Select(r => r.Elements(ns + "c").Select(c => Unescaped(c.Attribute("t")?.Value switch
        {
            "s" => shared[int.Parse(c.Element(ns + "v")!.Value, System.Globalization.CultureInfo.InvariantCulture)],
            "inlineStr" => string.Concat(c.Descendants(ns + "t").Select(t => t.Value)),
            "str" => c.Element(ns + "v")?.Value ?? "",
            var other => throw new InvalidOperationException($"a text was written as {other ?? "a number"}: {c}"),
        })).ToList())];
    }

    static string Unescaped(string text) => System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
}
