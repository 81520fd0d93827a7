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
        catch (Exception damaged) when (IsDamage(damaged))
        {
            throw new RuleViolation("Import.Damaged", _line(), damaged.Message.Split('\n')[0]);
        }
        var cells = _records.Current;
        if (cells.Length < Headers.Count) cells = [.. cells, .. Enumerable.Repeat("", Headers.Count - cells.Length)];
        return new TableRow(_line(), cells);
    }

    /// <summary>What reads somebody's file throws whatever it stumbles over in it: a name that leads nowhere, a number that is none, a part that is missing.</summary>
    internal static bool IsDamage(Exception thrown) => thrown is not (RuleViolation or OperationCanceledException or OutOfMemoryException);

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
        catch (Exception damaged) when (IsDamage(damaged))
        {
            sheet.Dispose();
            throw new RuleViolation("Import.Damaged", sheet.Line, damaged.Message.Split('\n')[0]);
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
        var csv = Reader(path, string.IsNullOrEmpty(delimiter) ? DelimiterOf(FirstLine(path, chosen)) : delimiter, chosen);
        try
        {
            if (!csv.Read()) throw new RuleViolation("Import.Empty", Path.GetFileName(path));
            var headers = Trimmed(Cells(csv));
            if (headers.Exists(h => h.Contains('\0', StringComparison.Ordinal))) throw new RuleViolation("Import.NotATable", Path.GetFileName(path));
            return new TableFile(headers, Records(csv).GetEnumerator(), () => (int)csv.LineNumber, csv);
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            csv.Dispose();
            throw new RuleViolation("Import.Damaged", 1, damaged.Message.Split('\n')[0]);
        }
        catch
        {
            csv.Dispose();
            throw;
        }
    }

    static CsvReader Reader(string path, string delimiter, Encoding encoding)
    {
        try
        {
            return CsvReader.FromFile(path, new CsvReaderOptions
            {
                HasHeader = false, Encoding = encoding, Separator = delimiter[0], SkipEmptyLines = true,
                TrackLineNumbers = true, MaxRecordSize = LongestRecord, FieldCountMismatch = CsvFieldCountHandling.Allow, OnMalformedRecord = RefuseCut,
            });
        }
        catch (ArgumentException wrong)
        {
            throw new RuleViolation("Import.Map.Unreadable", wrong.Message); // a delimiter that can be none
        }
    }

    /// <summary>A quote that is never closed swallows the rest of the file, as when it was cut; other slips in quoting are read as they were meant.</summary>
    static void RefuseCut(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote) throw new InvalidDataException("a quoted cell is never closed.");
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
            return Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd")); // what cannot be read is to be seen
        }
        catch (ArgumentException)
        {
            throw new RuleViolation("Import.UnknownEncoding", name);
        }
    }

    /// <summary>Characters beyond Latin letters in good UTF-8 after which chance is no explanation: text in GB18030 hardly ever looks like that.</summary>
    const int SurelyUtf8 = 4;

    /// <summary>UTF-8 when every byte fits, else GB18030. Byte order marks are honoured by the reader.</summary>
    /// <exception cref="RuleViolation">The file begins as UTF-8 and goes on as something else: read either way, half of its names would be nonsense.</exception>
    static Encoding Detect(string path)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        using var file = File.OpenRead(path);
        var (bytes, chars) = (new byte[1 << 16], new char[(1 << 16) + 8]);
        var (read, far, before) = (0, 0, 0L);
        try
        {
            for (; (read = file.Read(bytes)) > 0; before += read) far += Far(chars.AsSpan(0, strict.GetChars(bytes, 0, read, chars, 0, flush: false)));
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            var start = 0;
            while (before > 0 && start < 3 && (bytes[start] & 0xC0) == 0x80) start++; // the rest of a character that began in the part before
            System.Text.Unicode.Utf8.ToUtf16(bytes.AsSpan(start, read - start), chars, out var good, out var written, replaceInvalidSequences: false);
            if (far + Far(chars.AsSpan(0, written)) >= SurelyUtf8) throw new RuleViolation("Import.MixedEncoding", Path.GetFileName(path), before + start + good);
            return EncodingNamed("GB18030");
        }
    }

    static int Far(ReadOnlySpan<char> text)
    {
        var far = 0;
        foreach (var c in text)
            if (c > '\u07ff') far++;
        return far;
    }

    public void Dispose()
    {
        _records.Dispose();
        _file.Dispose();
    }
}
