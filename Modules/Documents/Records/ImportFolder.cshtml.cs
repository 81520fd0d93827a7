using AfterSales.Documents.Import;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>A folder with a table of metadata, brought over from the browser; what <c>import documents</c> does on the command line.</summary>
[Permission(DocumentsPermissions.FileRecords)]
[RequestSizeLimit(MostBytesOfOneForm)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytesOfOneForm, ValueCountLimit = MostFiles)]
internal sealed class ImportFolderModel(ImportDocuments import, RecordAccess access, DataFolder folder, TimeProvider time) : ModulePage
{
    /// <summary>Guard the server; larger folders go by the command line.</summary>
    const long MostBytesOfOneForm = 1_000_000_000;
    const int MostFiles = 5_000;

    [BindProperty] public IFormFile? Table { get; set; }
    [BindProperty] public List<IFormFile> Files { get; set; } = [];
    [BindProperty] public bool DryRun { get; set; }
    public ImportReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnGetTemplate() => File(ImportDocuments.Template.Xlsx(T, codes: false), ImportTemplate.XlsxType, "documents.xlsx");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Table is null) throw new RuleViolation("Records.Import.NoTable") { Field = "Table" };
        if (Files.Count == 0) throw new RuleViolation("Records.Upload.NoFile") { Field = "Files" };
        var there = Directory.CreateDirectory(folder.In(Path.Combine("imports", PublicId.New(time.Now()).ToString("N")))).FullName;
        try
        {
            var sharesRoot = Files.TrueForAll(f => f.FileName.Contains('/', StringComparison.Ordinal)); // a chosen folder stands before each of its files
            foreach (var file in Files)
                if (Within(there, sharesRoot ? file.FileName[(file.FileName.IndexOf('/', StringComparison.Ordinal) + 1)..] : file.FileName) is { } path) await KeepAsync(file, path, ct);
            var table = Path.Combine(there, "." + FileNames.Safe(Table.FileName)); // no file of the folder begins with a dot
            await KeepAsync(Table, table, ct);
            var report = new ImportReport("documents", T, null);
            await import.RunAsync(table, new ImportMap(), DryRun, Actor, access.Of(User), report, ct);
            Report = report;
        }
        finally
        {
            Directory.Delete(there, recursive: true);
        }
        return Page();
    }

    /// <summary>Where a sent file lies within the folder; null for a name that leads out of it, or for nobody's file.</summary>
    static string? Within(string there, string name) =>
        Path.GetFullPath(Path.Combine(there, name.Replace('\\', '/'))) is var path && path.StartsWith(there + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Path.GetFileName(path) is { Length: > 0 } last && last[0] != '.' ? path : null;

    static async Task KeepAsync(IFormFile sent, string path, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var kept = System.IO.File.Create(path);
        await sent.CopyToAsync(kept, ct);
    }
}
