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

namespace AfterSales.Documents.Import;

/// <summary><c>import documents FILE</c>: a table of metadata beside a folder of files; each row names its file by a path within the table's folder.</summary>
internal sealed class ImportDocuments(DocumentsDbContext db, IFileStore files, Filing filing, IPolicies policies, ICompany company, TimeProvider time, Texts text)
{
    const int Batch = 100;
    public static readonly ImportTemplate Template = new("documents", ["file"],
    [
        new("file", "扫描/2025-01.pdf", "Records.Import.FileNote"), new("title", "一月服务报告", Words, LongestTitle), new("title_en", "Service report January", Words, LongestTitle), new("class", "service_record", "Import.Template.OneOf", string.Join(' ', RecordClasses.All)),
        new("paper", "visit_report", Words, 40), new("made_on", "2025-01-15", "Import.Template.Day"), new("order_no", "SO-2025-000001", Words, 80), new("room", "档案室", Words, 60), new("cabinet", "3", Words, 60), new("box", "12", Words, 60),
    ]);

    const string Words = "Import.Template.Text";
    const int LongestTitle = 200;

    public static Command Verb(VerbRunner verbs) => ImportVerb.Of<ImportDocuments>(verbs, "documents", "Documents of a folder with their metadata.", "CSV or XLSX in the folder that holds the files; its column 'file' names each by its path within that folder.",
        (import, path, map, dryRun, report, ct) => import.RunAsync(path, map, dryRun, Actor.Import, EveryClass, report, ct), _ => Template);

    /// <summary>Whoever has the command line may file under every class.</summary>
    static readonly IReadOnlyList<RecordClass> EveryClass = Enum.GetValues<RecordClass>();

    /// <exception cref="RuleViolation">The table cannot be read, or has no column that names the files.</exception>
    /// <param name="classes">Classes that whoever brings them may file under.</param>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, Actor who, IReadOnlyList<RecordClass> classes, ImportReport report, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, Template.Codes, _ => false, map, company.Zone, text);
        if (!reader.Has("file")) throw new RuleViolation("Records.Import.NoColumn");
        var waiting = 0;
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            var content = FileOf(reader, folder);
            var facts = FactsOf(reader, content, classes);
            if (reader.Problems.Count > 0 || facts is null)
            {
                report.Reject(reader.Problems);
                continue;
            }
            if (await BringAsync(content!, facts, reader, dryRun, who, ct)) report.Accepted++;
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

    DocumentFacts? FactsOf(RowReader reader, string? path, IReadOnlyList<RecordClass> classes)
    {
        var madeOn = reader.Day("made_on");
        if (madeOn is { } day && (day > company.LocalDay(time.Now()) || day.Year < 1950)) reader.Refuse("made_on", day.ToString("O"), "Records.Import.BadDay");
        var @class = reader.Member<RecordClass>("class");
        if (@class is { } wanted && !classes.Contains(wanted)) reader.Refuse("class", Code.Of(wanted), "Records.Upload.NotYourClass");
        var (title, titleEn, paper, order) = (reader.Text("title"), reader.Text("title_en"), reader.Text("paper", 40), reader.Text("order_no", 80));
        if (path is null || reader.Problems.Count > 0) return null;
        var name = FileNames.Safe(Path.GetFileName(path));
        var suggested = @class ?? ClassGuess.Of(policies.At<RecordsPolicy>(time.Now()).Value, name + " " + title, null);
        return new DocumentFacts(classes.Contains(suggested) ? suggested : RecordClass.Other, paper, title ?? FileNames.Title(name), titleEn,
            madeOn ?? company.LocalDay(File.GetLastWriteTimeUtc(path)), order is null ? [] : [new DocumentLink { Kind = LinkKinds.Order, Key = order, Label = order }]);
    }

    /// <returns>False when the same content under the same title and day is on file already.</returns>
    async Task<bool> BringAsync(string path, DocumentFacts facts, RowReader reader, bool dryRun, Actor who, CancellationToken ct)
    {
        await using var content = File.OpenRead(path);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        Guid key = new(SHA256.HashData(Encoding.UTF8.GetBytes($"import documents\u001f{sha256}\u001f{facts.Title}\u001f{facts.MadeOn:O}")).AsSpan(0, 16));
        if (db.Set<Document>().Local.Any(d => d.FiledKey == key) || await db.Set<Document>().AnyAsync(d => d.FiledKey == key, ct)) return false;
        if (dryRun) return true;
        var type = MediaTypes.Of(content);
        var kept = await files.Keep(content, type, ct);
        var now = time.Now();
        var document = filing.Collect(facts, new FileFacts(kept.Sha256, kept.Size, kept.MediaType, FileNames.Safe(Path.GetFileName(path))), now, who, key);
        await filing.CompleteAsync(document, facts, now, who, ct);
        if (reader.Text("room", 60) is { } room) document.PutAway(room, reader.Text("cabinet", 60), reader.Text("box", 60), company.LocalDay(now), now, who);
        return true;
    }
}
