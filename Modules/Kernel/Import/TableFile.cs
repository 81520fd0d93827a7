using System.Text;
using CsvHelper;

namespace AfterSales.Kernel.Import;

/// <param name="Line">Line of the file (row of the sheet) on which the record starts, counted from 1.</param>
/// <param name="Cells">One per header; missing ones are empty.</param>
public readonly record struct TableRow(int Line, string[] Cells);

/// <summary>
/// A table somebody brings: CSV (UTF-8, UTF-16 or GB18030; comma, semicolon or tab, detected unless told) or XLSX. Rows are streamed, so the
/// size of the file does not matter to memory.
/// </summary>
public sealed class TableFile : IDisposable
{
    /// <summary>Longest record, in bytes, that is read; a longer one is nearly always a quote that was never closed.</summary>
    public const int LongestRecord = 1 << 20;

    static readonly string[] Delimiters = [",", ";", "\t"];

    readonly IEnumerator<string[]> _records;
    readonly IDisposable _file;
    readonly Func<int> _line;

    TableFile(IReadOnlyList<string> headers, IEnumerator<string[]> records, Func<int> line, IDisposable file) =>
        (Headers, _records, _line, _file) = (headers, records, line, file);

    public IReadOnlyList<string> Headers { get; }

    /// <exception cref="RuleViolation">The file is empty, no table, or damaged.</exception>
    public static TableFile Open(string path, string? delimiter, string? encoding)
    {
        if (!File.Exists(path)) throw new RuleViolation("Import.NoFile", path);
        if (new FileInfo(path).Length == 0) throw new RuleViolation("Import.Empty", Path.GetFileName(path));
        return IsZip(path) ? OpenSheet(path) : OpenText(path, delimiter, encoding);
    }

    /// <exception cref="RuleViolation">The file is damaged from some line on; what was read before stands.</exception>
    public IEnumerable<TableRow> Rows()
    {
        while (Next() is { } row)
            if (!Array.TrueForAll(row.Cells, string.IsNullOrWhiteSpace)) yield return row;
    }

    TableRow? Next()
    {
        try
        {
            if (!_records.MoveNext()) return null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or System.Xml.XmlException or CsvFormatException)
        {
            throw new RuleViolation("Import.Damaged", _line(), damaged.Message.Split('\n')[0]);
        }
        var cells = _records.Current;
        if (cells.Length < Headers.Count) cells = [.. cells, .. Enumerable.Repeat("", Headers.Count - cells.Length)];
        return new TableRow(_line(), cells);
    }

    static bool IsZip(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 'P' && file.ReadByte() == 'K';
    }

    static TableFile OpenSheet(string path)
    {
        var sheet = new SheetReader(path);
        try
        {
            var rows = sheet.Rows().GetEnumerator();
            if (!rows.MoveNext()) throw new RuleViolation("Import.Empty", Path.GetFileName(path));
            return new TableFile(Trimmed(rows.Current), rows, () => sheet.Line, sheet);
        }
        catch
        {
            sheet.Dispose();
            throw;
        }
    }

    static TableFile OpenText(string path, string? delimiter, string? encoding)
    {
        var chosen = encoding is null ? Detect(path) : EncodingNamed(encoding);
        var csv = CsvReader.FromFile(path, new CsvReaderOptions
        {
            HasHeader = false, Encoding = chosen, Separator = (delimiter ?? DelimiterOf(FirstLine(path, chosen)))[0], SkipEmptyLines = true,
            TrackLineNumbers = true, MaxRecordSize = LongestRecord, FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
        try
        {
            if (!csv.Read()) throw new RuleViolation("Import.Empty", Path.GetFileName(path));
            var headers = Trimmed(Cells(csv));
            if (headers.Exists(h => h.Contains('\0', StringComparison.Ordinal))) throw new RuleViolation("Import.NotATable", Path.GetFileName(path));
            return new TableFile(headers, Records(csv).GetEnumerator(), () => (int)csv.LineNumber, csv);
        }
        catch (CsvFormatException damaged)
        {
            csv.Dispose();
            throw new RuleViolation("Import.Damaged", 1, damaged.Message);
        }
        catch
        {
            csv.Dispose();
            throw;
        }
    }

    static IEnumerable<string[]> Records(CsvReader csv)
    {
        while (csv.Read()) yield return Cells(csv);
    }

    static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = csv.GetString(i);
        return cells;
    }

    static List<string> Trimmed(string[] headers) => [.. headers.Select(h => h.Trim().TrimStart('\ufeff'))];

    static string FirstLine(string path, Encoding encoding)
    {
        using var reader = new StreamReader(path, encoding);
        var buffer = new char[8192];
        var read = reader.ReadBlock(buffer);
        var line = new string(buffer, 0, read);
        return line.Split('\n', 2)[0];
    }

    static string DelimiterOf(string header) => Delimiters.MaxBy(d => header.Split(d).Length)!;

    static Encoding EncodingNamed(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new RuleViolation("Import.UnknownEncoding", name);
        }
    }

    /// <summary>UTF-8 when every byte fits, else GB18030. Byte order marks are honoured by the reader.</summary>
    static Encoding Detect(string path)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        using var file = File.OpenRead(path);
        var (bytes, chars) = (new byte[1 << 16], new char[(1 << 16) + 8]);
        try
        {
            for (int read; (read = file.Read(bytes)) > 0;) strict.GetChars(bytes, 0, read, chars, 0, flush: false);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return EncodingNamed("GB18030");
        }
    }

    public void Dispose()
    {
        _records.Dispose();
        _file.Dispose();
    }
}
