using System.Globalization;
using AfterSales.Kernel.Text;

namespace AfterSales.Kernel.Import;

/// <param name="Column">Our name of the column.</param>
/// <param name="Reason">Why the cell is refused; shown in the reader's language.</param>
public sealed record Reject(int Line, string Column, string Value, RuleViolation Reason);

/// <summary>Finds our columns in a foreign header and reads typed cells; what is wrong is collected, cell by cell.</summary>
public sealed class RowReader
{
    readonly IReadOnlyList<string> _headers;
    readonly Dictionary<string, int> _columns = [];
    readonly ImportMap _map;
    readonly TimeZoneInfo _zone;
    readonly HashSet<string> _empty;
    string[] _cells = [];
    int _line;

    /// <param name="known">Our columns; a header may be the code, or the Chinese or English label (text <c>Import.Column.{code}</c>).</param>
    /// <param name="repeated">Recognises numbered columns such as pause_1_from.</param>
    public RowReader(IReadOnlyList<string> headers, IReadOnlyCollection<string> known, Func<string, bool> repeated, ImportMap map, TimeZoneInfo companyZone, Texts text)
    {
        (_headers, _map, _empty) = (headers, map, [.. map.Missing]);
        _zone = map.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : companyZone;
        Dictionary<string, string> labels = new(StringComparer.OrdinalIgnoreCase);
        foreach (var code in known)
            foreach (var label in new[] { code, text.Of(LabelKey(code), Texts.Chinese), text.Of(LabelKey(code), Texts.English) })
                labels.TryAdd(label, code);
        List<string> ignored = [];
        for (var i = 0; i < headers.Count; i++)
        {
            var targets = map.Columns.TryGetValue(headers[i], out var mapped) ? mapped
                : labels.TryGetValue(headers[i], out var code) ? [code]
                : repeated(headers[i]) ? [headers[i]] : [];
            if (targets.Length == 0) ignored.Add(headers[i]);
            foreach (var target in targets)
            {
                if (!known.Contains(target) && !repeated(target)) throw new RuleViolation("Import.Map.UnknownColumn", target);
                if (!_columns.TryAdd(target, i)) throw new RuleViolation("Import.ColumnTwice", target);
            }
        }
        foreach (var constant in map.Constants.Keys)
            if (!known.Contains(constant)) throw new RuleViolation("Import.Map.UnknownColumn", constant);
        Ignored = [.. ignored.Where(h => h.Length > 0)];
        NotInFile = [.. map.Columns.Keys.Where(c => !headers.Contains(c))];
    }

    /// <summary>Text key of a column's label.</summary>
    public static string LabelKey(string code) => "Import.Column." + code;

    /// <exception cref="RuleViolation">The header lacks one of these columns, which every row needs.</exception>
    public void Require(params IEnumerable<string> columns)
    {
        if (columns.FirstOrDefault(c => !Has(c)) is { } missing) throw new RuleViolation("Import.ColumnMissing", missing, string.Join(", ", _headers));
    }

    /// <summary>Headers that neither the map nor a label knows.</summary>
    public IReadOnlyList<string> Ignored { get; }
    /// <summary>Headers that the map names and the file lacks.</summary>
    public IReadOnlyList<string> NotInFile { get; }
    public List<Reject> Problems { get; } = [];
    public IEnumerable<string> Columns => _columns.Keys;

    public bool Has(string column) => _columns.ContainsKey(column) || _map.Constants.ContainsKey(column);

    public void Take(TableRow row)
    {
        (_cells, _line) = (row.Cells, row.Line);
        Problems.Clear();
    }

    /// <summary>Notes what is wrong with a cell; a cell that is read twice is wrong once.</summary>
    public void Refuse(string column, string value, string key, params object?[] args)
    {
        if (!Problems.Exists(p => p.Column == column && p.Reason.Key == key)) Problems.Add(new Reject(_line, column, value, new RuleViolation(key, args)));
    }

    /// <summary>The cell after the map's values and constants; null when empty or missing.</summary>
    public string? Text(string column, int longest = 200)
    {
        var cell = _columns.TryGetValue(column, out var index) && index < _cells.Length ? _cells[index].Trim() : "";
        if (_empty.Contains(cell)) cell = "";
        if (cell.Length > 0 && _map.Values.TryGetValue(column, out var values))
            cell = values.TryGetValue(cell, out var value) || values.TryGetValue("*", out value) ? value : cell;
        if (cell.Length == 0 && _map.Constants.TryGetValue(column, out var constant)) cell = constant;
        if (cell.Length == 0) return null;
        if (cell.Length > longest) return Refused<string>(column, cell[..Math.Min(cell.Length, 40)] + "…", "Import.TooLong", longest);
        if (cell.AsSpan().IndexOfAny('\ufffd', '\0') >= 0) return Refused<string>(column, cell, "Import.BadCharacters");
        return cell;
    }

    /// <summary>UTC instant; without an offset the cell is in the map's zone, else the company's.</summary>
    public DateTime? Instant(string column)
    {
        if (Text(column) is not { } cell) return null;
        if (_map.Dates.Length > 0)
            return DateTime.TryParseExact(cell, _map.Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? ToUtc(column, cell, exact) : Refused(column, cell, string.Join(" | ", _map.Dates));
        var withZero = cell[^1] is 'Z' or 'z' ? cell[..^1] + "+00:00" : cell; // zzz does not read the Z of ISO 8601
        if (!DateTimeOffset.TryParseExact(withZero, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return DateTime.TryParseExact(cell, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? ToUtc(column, cell, local) : Refused(column, cell, "2026-10-01T08:10:00");
        return instant.UtcDateTime.CutToMilliseconds();
    }

    static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mmzzz"];
    static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm"];

    DateTime? Refused(string column, string cell, string formats)
    {
        Refuse(column, cell, "Import.NotATime", formats);
        return null;
    }

    DateTime? ToUtc(string column, string cell, DateTime local)
    {
        if (_zone.IsInvalidTime(local))
        {
            Refuse(column, cell, "Import.TimeDoesNotExist", _zone.Id);
            return null;
        }
        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), _zone).CutToMilliseconds();
    }

    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } cell) return null;
        if (DateOnly.TryParseExact(cell.Length > 10 ? cell[..10] : cell, "yyyy-MM-dd", out var day)) return day;
        Refuse(column, cell, "Import.NotADay");
        return null;
    }

    public T? Member<T>(string column) where T : struct, Enum
    {
        if (Text(column) is not { } cell) return null;
        if (Code.TryParse<T>(cell, out var member)) return member;
        Refuse(column, cell, "Import.NotOneOf", string.Join(", ", Code.All<T>()));
        return null;
    }

    public int? Number(string column, int least, int most)
    {
        if (Text(column) is not { } cell) return null;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Refuse(column, cell, "Import.NotANumber", least, most);
        return null;
    }

    public decimal? Amount(string column)
    {
        if (Text(column) is not { } cell) return null;
        if (Money.TryParse(cell, out var money) && money >= Money.Zero) return money.Yuan;
        Refuse(column, cell, "Import.NotMoney");
        return null;
    }

    T? Refused<T>(string column, string cell, string key, params object?[] args) where T : class
    {
        Refuse(column, cell, key, args);
        return null;
    }
}
