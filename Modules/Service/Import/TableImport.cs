using System.CommandLine;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;

namespace AfterSales.Service.Import;

/// <summary>What an import did with a row.</summary>
internal enum RowFate { Accepted, Updated, Unchanged }

/// <summary>
/// <c>import KIND FILE</c> of a plain table: every row is checked, good ones go in, bad ones are named by line, column and reason, and the same file again
/// changes nothing. A row is looked up by what identifies it; empty cells never erase what is known.
/// </summary>
internal abstract class TableImport(ServiceDbContext db, ICompany company, Texts text)
{
    const int Batch = 200;

    public abstract string Kind { get; }
    public abstract IReadOnlyList<string> Columns { get; }
    public abstract IReadOnlyList<string> Required { get; }

    /// <summary>A file to start from.</summary>
    public ImportTemplate Template => ImportTemplate.Of(Kind, Required, Columns, Cell);

    /// <summary>Cell of the template's example row, and what may stand in the column.</summary>
    protected abstract (string Example, string Note, object?[] Args) Cell(string column);

    /// <summary>Reads a row and does what it says; refuses cells before it changes anything.</summary>
    /// <returns>Null when a cell was refused.</returns>
    protected abstract Task<RowFate?> TakeAsync(RowReader row, bool creates, CancellationToken ct);

    /// <summary>After the last row.</summary>
    /// <returns>Null where rows were counted one by one.</returns>
    protected virtual Task<RowFate?> EndAsync(CancellationToken ct) => Task.FromResult<RowFate?>(null);

    /// <exception cref="Kernel.RuleViolation">The table cannot be read, or lacks a column that every row needs.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, [.. Columns], _ => false, map, company.Zone, text);
        reader.Require(Required);
        db.TellsNobody = true;
        var waiting = 0;
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            foreach (var column in Required.Where(c => reader.Text(c) is null)) reader.Refuse(column, "", "Import.Missing");
            var fate = reader.Problems.Count > 0 ? null : await TakeAsync(reader, map.Unknown == "create", ct);
            if (reader.Problems.Count > 0) report.Reject([.. reader.Problems]);
            else if (fate is { } known) Count(report, known, 1);
            if (++waiting % Batch == 0) await StoreAsync(dryRun, ct);
        }
        if (await EndAsync(ct) is { } whole) Count(report, whole, report.Read - report.Rejected);
        await StoreAsync(dryRun, ct);
    }

    static void Count(ImportReport report, RowFate fate, int rows)
    {
        if (fate == RowFate.Accepted) report.Accepted += rows;
        else if (fate == RowFate.Updated) report.Updated += rows;
        else report.Unchanged += rows;
    }

    async Task StoreAsync(bool dryRun, CancellationToken ct)
    {
        if (!dryRun) await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    public static IEnumerable<Command> Verbs(VerbRunner verbs) =>
    [
        Verb<ImportCustomers>(verbs, "customers", "Customers with phones and addresses, one per row."), Verb<ImportAppliances>(verbs, "appliances", "Water heaters with serial number, owner and dates."),
        Verb<ImportModels>(verbs, "models", "Models with their fault codes and parts."), Verb<ImportPriceList>(verbs, "price-list", "Prices; they become a draft that is announced from its page."),
    ];

    static Command Verb<T>(VerbRunner verbs, string kind, string what) where T : TableImport => ImportVerb.Of<T>(verbs, kind, what, "CSV or XLSX with a header.",
        (import, path, map, dryRun, report, ct) => import.RunAsync(path, map, dryRun, report, ct), import => import.Template);
}
