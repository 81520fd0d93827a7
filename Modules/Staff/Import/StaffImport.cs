using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Data;

namespace AfterSales.Staff.Import;

/// <summary>
/// <c>import KIND FILE</c>, and the same from the page: all rows are checked; good ones go in, bad ones are named by line, column and reason. The same file
/// again changes nothing.
/// </summary>
internal abstract class StaffImport(StaffDbContext db, ICompany company, Texts text)
{
    const int Batch = 200;

    protected StaffDbContext Db => db;
    protected Texts Text => text;
    protected ICompany Company => company;
    public abstract string Kind { get; }
    public abstract IReadOnlyList<string> Columns { get; }
    protected abstract IReadOnlyList<string> Required { get; }

    /// <summary>A file to start from.</summary>
    public ImportTemplate Template => ImportTemplate.Of(Kind, Required, Columns, Cell);

    /// <summary>Cell of the template's example row, and what may stand in the column.</summary>
    protected abstract (string Example, string Note, object?[] Args) Cell(string column);

    protected static Command Verb<T>(VerbRunner verbs, string kind, string description) where T : StaffImport => ImportVerb.Of<T>(verbs, kind, description, "CSV or XLSX, one per row.",
        (import, path, map, dryRun, report, ct) => import.RunAsync(path, map, dryRun, Actor.Import, report, ct), import => import.Template);

    /// <exception cref="RuleViolation">The table cannot be read, or a column that every row needs is missing.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, Actor who, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, [.. Columns], _ => false, map, company.Zone, text);
        reader.Require(Required);
        IsDryRun = dryRun;
        await BeginAsync(ct);
        var waiting = 0;
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            foreach (var column in Required.Where(c => reader.Text(c) is null)) reader.Refuse(column, "", "Import.Missing");
            try
            {
                if (reader.Problems.Count == 0) await TakeAsync(reader, who, report, ct);
            }
            catch (RuleViolation refused)
            {
                reader.Refuse(ColumnOf(refused.Field), "", refused.Key, [.. refused.Args]);
            }
            report.Reject([.. reader.Problems]);
            if (++waiting < Batch) continue;
            await StoreAsync(ct);
            waiting = 0;
        }
        await EndAsync(who, report, ct);
        await StoreAsync(ct);
    }

    /// <summary>After the last row, for what rows say together.</summary>
    protected virtual Task EndAsync(Actor who, ImportReport report, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Everything is checked, nothing stored.</summary>
    protected bool IsDryRun { get; private set; }

    protected async Task StoreAsync(CancellationToken ct)
    {
        if (!IsDryRun) await db.SaveChangesAsync(ct);
    }

    /// <summary>Reads what rows are compared with.</summary>
    protected abstract Task BeginAsync(CancellationToken ct);

    /// <summary>One row whose required cells are there: refuses cells, or takes it and counts it.</summary>
    protected abstract Task TakeAsync(RowReader row, Actor who, ImportReport report, CancellationToken ct);

    /// <summary>Column that a field of the form stands for.</summary>
    protected abstract string ColumnOf(string? field);
}
