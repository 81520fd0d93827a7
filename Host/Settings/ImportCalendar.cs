using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.Settings;

/// <summary>
/// <c>import calendar FILE</c>: holidays and make-up days, one per row. A day of the file takes the place of ours, other days stay; a year that the file names is known from then on.
/// The same file again changes nothing.
/// </summary>
internal sealed class ImportCalendar(CalendarBook book, Company company, TimeProvider time, Texts text)
{
    static readonly string[] Columns = ["day", "day_kind", "day_name"], Required = ["day", "day_kind"];

    public static Command Verb(VerbRunner verbs) => ImportVerb.Of<ImportCalendar>(verbs, "calendar", "Holidays and make-up working days.", "CSV or XLSX with one day per row.",
        (import, path, map, dryRun, report, ct) => import.RunAsync(path, map, dryRun, report, ct), import => import.Template);

    public ImportTemplate Template => new("calendar", Required,
    [
        new("day", $"{company.ToLocal(time.Now()).Year + 1}-01-01", "Import.Template.Day"), new("day_kind", Code.Of(CalendarExceptionKind.Holiday), "Import.Template.OneOf", string.Join(' ', Code.All<CalendarExceptionKind>())),
        new("day_name", "元旦", "Import.Template.Text", 80),
    ]);

    /// <exception cref="RuleViolation">The table cannot be read, or a column that every row needs is missing.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, Columns, _ => false, map, company.Zone, text);
        reader.Require(Required);
        var current = company.CalendarAt(time.Now());
        var (ours, given) = (current.Exceptions.ToDictionary(e => e.Day), new Dictionary<DateOnly, CalendarException>());
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            if (DayOf(reader, given) is { } day) given.Add(day.Day, day);
            report.Reject([.. reader.Problems]);
        }
        var changed = given.Values.Where(d => !ours.TryGetValue(d.Day, out var there) || there != d).ToList();
        (report.Accepted, report.Updated, report.Unchanged) = (changed.Count(d => !ours.ContainsKey(d.Day)), changed.Count(d => ours.ContainsKey(d.Day)), given.Count - changed.Count);
        if (dryRun || changed.Count == 0) return;
        await book.EditAsync(current.Version, days => [.. days.Where(d => !given.ContainsKey(d.Day)), .. given.Values], $"import {changed.Count}", Actor.Import, ct);
    }

    CalendarException? DayOf(RowReader row, Dictionary<DateOnly, CalendarException> given)
    {
        foreach (var column in Required.Where(c => row.Text(c) is null)) row.Refuse(column, "", "Import.Missing");
        if (row.Problems.Count > 0) return null;
        var (day, kind, name) = (row.Day("day"), KindOf(row), row.Text("day_name", 80) ?? "");
        if (day is { } twice && given.ContainsKey(twice)) row.Refuse("day", row.Text("day")!, "Settings.Calendar.Twice");
        return row.Problems.Count > 0 ? null : new CalendarException(day!.Value, kind!.Value, name);
    }

    CalendarExceptionKind? KindOf(RowReader row)
    {
        var cell = row.Text("day_kind")!;
        foreach (var kind in Enum.GetValues<CalendarExceptionKind>())
            if (new[] { Code.Of(kind), text.Of($"CalendarExceptionKind.{kind}", Texts.Chinese), text.Of($"CalendarExceptionKind.{kind}", Texts.English) }.Contains(cell, StringComparer.OrdinalIgnoreCase)) return kind;
        row.Refuse("day_kind", cell, "Import.NotOneOf", string.Join(", ", Code.All<CalendarExceptionKind>()));
        return null;
    }
}
