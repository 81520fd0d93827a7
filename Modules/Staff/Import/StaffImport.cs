using System.CommandLine;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Data;
using Microsoft.Extensions.DependencyInjection;

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
    public abstract string Kind { get; }
    public abstract IReadOnlyList<string> Columns { get; }
    protected abstract IReadOnlyList<string> Required { get; }

    protected static Command Verb<T>(VerbRunner verbs, string kind, string description) where T : StaffImport
    {
        var file = new Argument<string>("FILE") { Description = "CSV or XLSX, one per row." };
        var map = new Option<string?>("--map") { Description = "JSON file that says how the columns are read.", HelpName = "MAP.json" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, store nothing." };
        var rejects = new Option<string?>("--rejects") { Description = "Where refused rows are written.", HelpName = "OUT.csv" };
        var command = new Command(kind, description) { file, map, dryRun, rejects };
        verbs(command, async (parse, verb) =>
        {
            var read = parse.GetValue(map) is { } mapFile ? ImportMap.Parse(await File.ReadAllTextAsync(verb.FullPath(mapFile), verb.Cancel)) : new ImportMap();
            await using var refused = parse.GetValue(rejects) is { } to ? new StreamWriter(verb.FullPath(to), false, new UTF8Encoding(true)) : null;
            var texts = verb.Services.GetRequiredService<Texts>();
            var report = new ImportReport(kind, texts, refused);
            await verb.Services.GetRequiredService<T>().RunAsync(verb.FullPath(parse.GetValue(file)!), read, parse.GetValue(dryRun), Actor.Import, report, verb.Cancel);
            if (verb.Json) verb.WriteJson(report.ToJson());
            else verb.Out.WriteLine(texts["Import.Summary", report.Read, report.Accepted, report.Updated, report.Unchanged, report.Rejected]);
            return report.Rejected > 0 ? ExitCode.DoneWithRejects : ExitCode.Done;
        }, createsData: true);
        return command;
    }

    /// <exception cref="RuleViolation">The table cannot be read, or a column that every row needs is missing.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, Actor who, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, [.. Columns], _ => false, map, company.Zone, text);
        if (Required.FirstOrDefault(c => !reader.Has(c)) is { } missing) throw new RuleViolation("Import.ColumnMissing", missing, string.Join(", ", table.Headers));
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
        await StoreAsync(ct);
    }

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
