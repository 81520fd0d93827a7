using AfterSales.Kernel.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Settlement;

/// <summary>A table for the bookkeeper as XLSX: texts are texts and never formulas, amounts are numbers, times are text.</summary>
internal static class BookFile
{
    public static FileContentResult Of(string name, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Prepend(headers).Select(r => new Row(r.Select(CellOf)))));
            book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = name });
        }
        return new FileContentResult(file.ToArray(), ImportTemplate.XlsxType) { FileDownloadName = name + ".xlsx" };
    }

    static Cell CellOf(object? value) => value switch
    {
        decimal or int or long => new Cell { DataType = CellValues.Number, CellValue = new CellValue(((IFormattable)value).ToString(null, System.Globalization.CultureInfo.InvariantCulture)) },
        DateTime time => TextCell(time.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)),
        DateOnly day => TextCell(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        _ => TextCell(value?.ToString() ?? ""),
    };

    static Cell TextCell(string text) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };
}
