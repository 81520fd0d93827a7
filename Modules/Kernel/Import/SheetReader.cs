using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AfterSales.Kernel.Import;

/// <summary>First sheet of an XLSX file, row by row. Hostile files (bombs, far cells) are refused before they cost anything.</summary>
sealed class SheetReader : IDisposable
{
    const int MostColumns = 256;
    const int MostSharedStrings = 4_000_000;
    const long MostUnpackedBytes = 2L << 30;
    const int MostRatio = 200;
    /// <summary>Elements inside elements; a workbook has a dozen.</summary>
    const int MostDepth = 64;
    /// <summary>As many rows as a sheet of the format can have.</summary>
    const int MostRows = 1_048_576;

    readonly SpreadsheetDocument _document;
    readonly List<string> _shared;
    readonly HashSet<uint> _dateStyles;

    public SheetReader(string path)
    {
        try
        {
            RefuseBomb(path);
            _document = SpreadsheetDocument.Open(path, false, new OpenSettings { AutoSave = false });
            var book = _document.WorkbookPart ?? throw new InvalidDataException("The file has no workbook.");
            _shared = Shared(book);
            _dateStyles = DateStyles(book);
        }
        catch (Exception damaged) when (TableFile.IsDamage(damaged))
        {
            _document?.Dispose();
            throw new RuleViolation("Import.Damaged", 1, damaged.Message.Split('\n')[0]);
        }
    }

    public int Line { get; private set; }

    static void RefuseBomb(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var unpacked = zip.Entries.Sum(e => e.Length);
        if (unpacked > MostUnpackedBytes || zip.Entries.Any(e => e.Length > 1 << 24 && e.Length / Math.Max(1, e.CompressedLength) > MostRatio))
            throw new RuleViolation("Import.Bomb", Path.GetFileName(path));
        if (zip.GetEntry("xl/workbook.xml") is null) throw new RuleViolation("Import.NotATable", Path.GetFileName(path));
        foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            LookThrough(part, path);
            RefuseDepth(part);
        }
    }

    /// <summary>What reads the parts calls itself for every element inside another: a few kilobytes of brackets would end the process, and nothing could catch it.</summary>
    static void RefuseDepth(ZipArchiveEntry part)
    {
        using var content = part.Open();
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            while (xml.Read())
                if (xml.Depth > MostDepth) throw new InvalidDataException($"{part.FullName} is nested too deeply.");
        }
        catch (XmlException)
        {
            // broken from here on: whoever reads it stops here too, and says where
        }
    }

    /// <summary>One quick pass over the bytes: no document type (entities, files of others) and no more rows than a sheet can have.</summary>
    static void LookThrough(ZipArchiveEntry part, string path)
    {
        var isSheet = part.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
        var (rows, kept, buffer) = (0, 0, new byte[1 << 16]);
        using var content = part.Open();
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var span = buffer.AsSpan(0, kept + read);
            if (span.IndexOf("<!DOCTYPE"u8) >= 0) throw new RuleViolation("Import.DocumentType", Path.GetFileName(path));
            var fresh = span[Math.Max(0, kept - 4)..]; // four bytes of the part before: a row that began there was not yet whole, and none is counted twice
            if (isSheet && (rows += fresh.Count("<row "u8) + fresh.Count("<row>"u8)) > MostRows) throw new RuleViolation("Import.TooManyRows", Path.GetFileName(path), MostRows);
            kept = Math.Min("<!DOCTYPE".Length - 1, span.Length); // a word may lie across the seam
            span[^kept..].CopyTo(buffer);
        }
    }

    static List<string> Shared(WorkbookPart book)
    {
        List<string> texts = [];
        if (book.SharedStringTablePart is not { } part) return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement) continue;
            texts.Add(((SharedStringItem)reader.LoadCurrentElement()!).InnerText);
            if (texts.Count > MostSharedStrings) throw new InvalidDataException("The sheet holds too many different texts.");
        }
        return texts;
    }

    /// <summary>Cell styles whose numbers are dates.</summary>
    static HashSet<uint> DateStyles(WorkbookPart book)
    {
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var custom = sheet?.NumberingFormats?.Elements<NumberingFormat>().Where(f => f.NumberFormatId is not null)
            .ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "") ?? [];
        HashSet<uint> styles = [];
        uint index = 0;
        foreach (var format in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) || (custom.TryGetValue(id, out var code) && code.AsSpan().IndexOfAny("ymdhs") >= 0 && !code.Contains('0', StringComparison.Ordinal)))
                styles.Add(index);
            index++;
        }
        return styles;
    }

    public IEnumerable<string[]> Rows()
    {
        var book = _document.WorkbookPart!;
        var first = book.Workbook!.Descendants<Sheet>().FirstOrDefault()?.Id?.Value;
        if (first is null || book.GetPartById(first) is not WorksheetPart sheet) yield break;
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            var row = (Row)reader.LoadCurrentElement()!;
            Line = (int)(row.RowIndex?.Value ?? (uint)(Line + 1));
            if (Line is < 1 or > MostRows) throw new InvalidDataException($"Row {row.RowIndex} is none that a sheet can have.");
            yield return Cells(row);
        }
    }

    string[] Cells(Row row)
    {
        List<string> cells = [];
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (column >= MostColumns) throw new InvalidDataException($"Cell {cell.CellReference} lies too far to the right.");
            while (cells.Count < column) cells.Add("");
            cells.Add(TextOf(cell));
        }
        return [.. cells];
    }

    string TextOf(Cell cell)
    {
        var raw = cell.CellValue?.Text ?? cell.InnerText;
        if (cell.DataType?.Value == CellValues.SharedString)
            return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count ? _shared[index].Trim() : "";
        if (cell.DataType?.Value == CellValues.InlineString) return cell.InlineString?.InnerText.Trim() ?? "";
        if (cell.DataType is null && cell.StyleIndex?.Value is { } style && _dateStyles.Contains(style)
            && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is > 0 and < 2_958_466)
            return new DateTime(1899, 12, 30).AddMilliseconds(Math.Round(serial * 86_400_000)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return raw.Trim();
    }

    static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c)) break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > 20_000) break;
        }
        return column - 1;
    }

    public void Dispose() => _document.Dispose();
}
