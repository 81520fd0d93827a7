using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Documents.Storage;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents.Import;

/// <summary><c>import documents FILE</c>: a table of metadata beside a folder of files; each row names its file by a path within the table's folder.</summary>
internal sealed class ImportDocuments(DocumentsDbContext db, IFileStore files, Filing filing, IPolicies policies, ICompany company, TimeProvider time, Texts text)
{
    const int Batch = 100;
    static readonly string[] Columns = ["file", "title", "title_en", "class", "paper", "made_on", "order_no", "room", "cabinet", "box"];

    public static Command Verb(VerbRunner verbs)
    {
        var file = new Argument<string>("FILE") { Description = "CSV or XLSX in the folder that holds the files; its column 'file' names each by its path within that folder." };
        var map = new Option<string?>("--map") { Description = "JSON file that says how the columns are read.", HelpName = "MAP.json" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, store nothing." };
        var rejects = new Option<string?>("--rejects") { Description = "Where refused rows are written.", HelpName = "OUT.csv" };
        var documents = new Command("documents", "Documents of a folder with their metadata.") { file, map, dryRun, rejects };
        verbs(documents, async (parse, verb) =>
        {
            var path = verb.FullPath(parse.GetValue(file)!);
            var read = parse.GetValue(map) is { } mapFile ? ImportMap.Parse(await ReadAsync(verb.FullPath(mapFile), verb.Cancel)) : new ImportMap();
            await using var refused = parse.GetValue(rejects) is { } to ? new StreamWriter(verb.FullPath(to), false, new UTF8Encoding(true)) : null;
            var texts = verb.Services.GetRequiredService<Texts>();
            var report = new ImportReport("documents", texts, refused);
            await verb.Services.GetRequiredService<ImportDocuments>().RunAsync(path, read, parse.GetValue(dryRun), report, verb.Cancel);
            if (verb.Json) verb.WriteJson(report.ToJson());
            else verb.Out.WriteLine(texts["Import.Summary", report.Read, report.Accepted, report.Updated, report.Unchanged, report.Rejected]);
            return report.Rejected > 0 ? ExitCode.DoneWithRejects : ExitCode.Done;
        }, createsData: true);
        return new Command("import", "Take data over from files.") { documents };
    }

    static async Task<string> ReadAsync(string path, CancellationToken ct) => File.Exists(path) ? await File.ReadAllTextAsync(path, ct) : throw new RuleViolation("Import.NoFile", path);

    /// <exception cref="RuleViolation">The table cannot be read, or has no column that names the files.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, ImportReport report, CancellationToken ct)
    {
        if (!File.Exists(path)) throw new RuleViolation("Import.NoFile", path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, Columns, _ => false, map, company.Zone, text);
        if (!reader.Has("file")) throw new RuleViolation("Records.Import.NoColumn");
        var waiting = 0;
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            var content = FileOf(reader, folder);
            var facts = FactsOf(reader, content);
            if (reader.Problems.Count > 0 || facts is null)
            {
                report.Reject(reader.Problems);
                continue;
            }
            if (await BringAsync(content!, facts, reader, dryRun, ct)) report.Accepted++;
            else report.Unchanged++;
            if (++waiting % Batch != 0) continue;
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Inside the table's folder, whatever was written: no path leads out of it.</summary>
    static string? FileOf(RowReader reader, string folder)
    {
        if (reader.Text("file", 1000) is not { } name)
        {
            reader.Refuse("file", "", "Records.Import.FileMissing");
            return null;
        }
        var path = Path.GetFullPath(Path.Combine(folder, name.Replace('\\', '/')));
        if (path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) && new FileInfo(path).LinkTarget is null) return path;
        reader.Refuse("file", name, "Records.Import.NoFile");
        return null;
    }

    DocumentFacts? FactsOf(RowReader reader, string? path)
    {
        var madeOn = reader.Day("made_on");
        if (madeOn is { } day && (day > company.LocalDay(time.Now()) || day.Year < 1950)) reader.Refuse("made_on", day.ToString("O"), "Records.Import.BadDay");
        var @class = reader.Member<RecordClass>("class");
        var (title, titleEn, paper, order) = (reader.Text("title"), reader.Text("title_en"), reader.Text("paper", 40), reader.Text("order_no", 80));
        if (path is null || reader.Problems.Count > 0) return null;
        var name = FileNames.Safe(Path.GetFileName(path));
        return new DocumentFacts(@class ?? ClassGuess.Of(policies.At<RecordsPolicy>(time.Now()).Value, name + " " + title, null), paper, title ?? FileNames.Title(name), titleEn,
            madeOn ?? company.LocalDay(File.GetLastWriteTimeUtc(path)), order is null ? [] : [new DocumentLink { Kind = LinkKinds.Order, Key = order, Label = order }]);
    }

    /// <returns>False when the same content under the same title and day is on file already.</returns>
    async Task<bool> BringAsync(string path, DocumentFacts facts, RowReader reader, bool dryRun, CancellationToken ct)
    {
        await using var content = File.OpenRead(path);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        Guid key = new(SHA256.HashData(Encoding.UTF8.GetBytes($"import documents\u001f{sha256}\u001f{facts.Title}\u001f{facts.MadeOn:O}")).AsSpan(0, 16));
        if (db.Set<Document>().Local.Any(d => d.FiledKey == key) || await db.Set<Document>().AnyAsync(d => d.FiledKey == key, ct)) return false;
        if (dryRun) return true;
        var type = MediaTypes.Of(content);
        var kept = await files.Keep(content, type, ct);
        var now = time.Now();
        var document = filing.Collect(facts, new FileFacts(kept.Sha256, kept.Size, kept.MediaType, FileNames.Safe(Path.GetFileName(path))), now, Actor.Import, key);
        await filing.CompleteAsync(document, facts, now, Actor.Import, ct);
        if (reader.Text("room", 60) is { } room) document.PutAway(room, reader.Text("cabinet", 60), reader.Text("box", 60), company.LocalDay(now), now, Actor.Import);
        return true;
    }
}
