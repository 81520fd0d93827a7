using System.Text;
using AfterSales.Kernel.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AfterSales.Kernel.Import;

/// <summary>One column of an import as its template explains it.</summary>
/// <param name="Code">Code name, understood as a header in every language.</param>
/// <param name="Example">Cell of the example row.</param>
/// <param name="NoteKey">Text key of what may stand in the column; its placeholders are <paramref name="NoteArgs"/>.</param>
public sealed record TemplateColumn(string Code, string Example, string NoteKey, params object?[] NoteArgs)
{
    /// <summary>Text key of the header that people read; <see cref="RowReader"/> understands it as well.</summary>
    public string LabelKey => RowReader.LabelKey(Code);
}

/// <summary>
/// A file to start an import from: headers, one example row that the import itself would accept, and notes on every column. In XLSX the notes are
/// a second sheet, which the import does not read; in CSV there is no place for them, so they are given beside it.
/// </summary>
/// <param name="Kind">What is imported, e.g. <c>orders</c>; the name of the file.</param>
/// <param name="Required">Codes of the columns that every row needs.</param>
public sealed record ImportTemplate(string Kind, IReadOnlyCollection<string> Required, IReadOnlyList<TemplateColumn> Columns)
{
    /// <param name="cell">Of each column: the cell of the example row, and what may stand there.</param>
    public static ImportTemplate Of(string kind, IReadOnlyCollection<string> required, IEnumerable<string> columns, Func<string, (string Example, string Note, object?[] Args)> cell) =>
        new(kind, required, [.. columns.Select(c => (Code: c, Cell: cell(c))).Select(c => new TemplateColumn(c.Code, c.Cell.Example, c.Cell.Note, c.Cell.Args))]);

    /// <summary>The columns that an import of this kind knows.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. Columns.Select(c => c.Code)];

    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", CsvType = "text/csv; charset=utf-8";

    /// <param name="codes">True: headers are code names; otherwise labels in the current language.</param>
    public IReadOnlyList<string> Headers(Texts text, bool codes) => [.. Columns.Select(c => codes ? c.Code : text[c.LabelKey])];

    /// <summary>One sentence per column: header, code name, whether it must be there, what may stand in it.</summary>
    public IEnumerable<IReadOnlyList<string>> Notes(Texts text) =>
        Columns.Select(c => (IReadOnlyList<string>)[text[c.LabelKey], c.Code, text[Required.Contains(c.Code) ? "Import.Template.Required" : "Import.Template.Optional"], text[c.NoteKey, c.NoteArgs]]);

    public IReadOnlyList<string> NoteHeaders(Texts text) => [text["Import.Template.Header"], text["Import.Template.Code"], text["Import.Template.Must"], text["Import.Template.What"]];

    public string Csv(Texts text, bool codes) =>
        string.Concat(((IReadOnlyList<string>[])[Headers(text, codes), [.. Columns.Select(c => c.Example)]]).Select(row => string.Join(',', row.Select(Quoted)) + "\r\n"));

    static string Quoted(string cell) => cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The CSV as a file: UTF-8 with a mark, so that spreadsheets read Chinese.</summary>
    public byte[] CsvFile(Texts text, bool codes) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Csv(text, codes))];

    public byte[] Xlsx(Texts text, bool codes)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            AddSheet(book, 1, Kind, [Headers(text, codes), [.. Columns.Select(c => c.Example)]]);
            AddSheet(book, 2, text["Import.Template.Notes"], [NoteHeaders(text), .. Notes(text)]);
        }
        return file.ToArray();
    }

    const uint PlainText = 1, BoldText = 2;

    /// <summary>Every cell is text: a spreadsheet must not turn phone numbers into 1.39E+10.</summary>
    static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }));

    static void AddSheet(WorkbookPart book, uint id, string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var columns = new Columns(new Column { Min = 1, Max = (uint)rows[0].Count, Width = 18, CustomWidth = true, Style = PlainText });
        var data = new SheetData(rows.Select((cells, i) => new Row(cells.Select(c => new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(c) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString, StyleIndex = i == 0 ? BoldText : PlainText,
        })) { RowIndex = (uint)i + 1 }));
        part.Worksheet = new Worksheet(columns, data);
        book.Workbook!.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = id, Name = name });
    }
}
