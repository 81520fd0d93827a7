using System.Text;
using MiniExcelLibs;

namespace AfterSales.Kernel.Export;

/// <summary>
/// A table to take away: column names, and rows of texts, numbers and days. A text never becomes a formula: in CSV a text that a spreadsheet
/// would calculate gets an apostrophe (its full-width twins too), in XLSX texts are texts.
/// </summary>
public sealed record ExportTable(string Name, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>The file in one of its two formats.</summary>
    /// <param name="format">xlsx, otherwise csv.</param>
    public (byte[] Content, string Type, string FileName) Write(string? format) => format == "xlsx"
        ? (Xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Name + ".xlsx")
        : (Csv(), "text/csv; charset=utf-8", Name + ".csv");

    /// <summary>UTF-8 with a mark, so that spreadsheets read Chinese; every cell quoted.</summary>
    byte[] Csv()
    {
        var csv = new StringBuilder();
        foreach (var row in Rows.Prepend([.. Columns]))
            csv.AppendJoin(',', row.Select(v => $"\"{(v is string text ? Harmless(text) : Plain(v)).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    byte[] Xlsx()
    {
        using var file = new MemoryStream();
        file.SaveAs(Sheet(), sheetName: "AfterSales");
        return file.ToArray();
    }

    /// <summary>Several tables as one workbook, a sheet for each; names of sheets are cut to what spreadsheets bear.</summary>
    public static byte[] Book(IReadOnlyList<ExportTable> tables)
    {
        using var file = new MemoryStream();
        file.SaveAs(tables.ToDictionary(t => t.Name.Length <= LongestSheet ? t.Name : t.Name[..LongestSheet], t => (object)t.Sheet().ToList()));
        return file.ToArray();
    }

    /// <summary>Rows by column. Texts that the library itself would take for a formula begin with $=.</summary>
    IEnumerable<Dictionary<string, object?>> Sheet() => Rows.DefaultIfEmpty([.. Columns.Select(_ => (object?)null)]).Select(row => Columns.Zip(row, (c, v) => (c, Value: v is string text && text.StartsWith("$=", StringComparison.Ordinal) ? "'" + text : v is DateOnly ? Plain(v) : v))
        .ToDictionary(p => p.c, p => p.Value));

    const int LongestSheet = 31;

    static string Plain(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>The text, behind an apostrophe where a spreadsheet would calculate it.</summary>
    public static string Harmless(string text) => text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
